import { Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { IMPORT_OBJECTS } from '#model/import.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { Drawn } from './drawn.tsx';
import { RowsTable } from './rows-table.tsx';
import { countOf } from './words.ts';

/** What could not come in and what was left out, each row with its reason, to be mended and dropped again. */
export function NotIn({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const fails = countOf(page.done, 'fail');
  const skips = countOf(page.done, 'skip');
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.done.not}</h2>
        {fails + skips > 0 ? <span className="why">{text.done.notWhy(fails + skips)}</span> : null}
      </div>
      {fails > 0 ? <Part page={page} outcome="fail" /> : null}
      {skips > 0 ? <Part page={page} outcome="skip" /> : null}
      {fails > 0 ? <div className="item m">{text.done.mend}</div> : null}
      {fails + skips === 0 ? (
        <div className="item row">
          <Check className="i acc" aria-hidden="true" />
          <span>{text.done.all}</span>
        </div>
      ) : null}
    </section>
  );
}

function Part({ page, outcome }: { page: ImportPage; outcome: 'fail' | 'skip' }) {
  const text = useImportsText();
  const [shown, setShown] = useState(false);
  const count = countOf(page.done, outcome);
  const objects = IMPORT_OBJECTS.filter((object) => (page.done[object]?.[outcome] ?? 0) > 0);
  const what = objects.map((object) => text.counted(object, page.done[object]?.[outcome] ?? 0)).join(', ');
  return (
    <>
      <div className="item row wrap">
        {outcome === 'fail' ? <CircleAlert className="i f" aria-hidden="true" /> : <Drawn of="out" className="i f" />}
        <span>{outcome === 'fail' ? text.done.could(what) : text.done.leftOut(count)}</span>
        <span className="sp row wrap">
          <button type="button" className="btn sm q" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? text.done.hide : text.done.see}
          </button>
          <a className="btn sm" href={`/api/v1/imports/${page.id}/result?outcome=${outcome}`} download>
            <Drawn of="download" />
            {text.done.download(count)}
          </a>
        </span>
      </div>
      {shown ? objects.map((object) => <RowsTable key={object} page={page} object={object} outcome={outcome} />) : null}
    </>
  );
}
