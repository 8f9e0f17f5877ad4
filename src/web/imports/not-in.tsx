import { Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { IMPORT_OBJECTS } from '#model/import.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { Drawn } from './drawn.tsx';
import { RowsTable } from './rows-table.tsx';
import { countOf } from './words.ts';

/** What could not come in, each row with its reason, to be mended and dropped again; and what was left out. */
export function NotIn({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const [shown, setShown] = useState(false);
  const { done } = page;
  const fails = countOf(done, 'fail');
  const skips = countOf(done, 'skip');
  const failed = IMPORT_OBJECTS.filter((object) => (done[object]?.fail ?? 0) > 0);
  const first = failed.includes('person') ? 'person' : failed[0];
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.done.not}</h2>
        {fails > 0 ? <span className="why">{text.done.notWhy(fails)}</span> : null}
      </div>
      {fails > 0 ? (
        <>
          <div className="item row wrap">
            <CircleAlert className="i f" aria-hidden="true" />
            <span>{text.done.could(failed.map((object) => text.counted(object, done[object]?.fail ?? 0)).join(', '))}</span>
            <span className="sp row wrap">
              <button type="button" className="btn sm q" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {shown ? text.done.hide : text.done.see}
              </button>
              <a className="btn sm" href={`/api/v1/imports/${page.id}/result?outcome=fail`} download>
                <Drawn of="download" />
                {text.done.download(fails)}
              </a>
            </span>
          </div>
          {shown && first ? <RowsTable page={page} object={first} outcome="fail" /> : null}
          <div className="item m">{text.done.mend}</div>
        </>
      ) : (
        <div className="item row">
          <Check className="i acc" aria-hidden="true" />
          <span>{text.done.all}</span>
        </div>
      )}
      {skips > 0 ? <div className="item m">{text.done.leftOut(skips)}</div> : null}
    </section>
  );
}
