import { Link } from '@tanstack/react-router';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { Drawn } from './drawn.tsx';
import { useAct } from './use-act.ts';

/** It was taken back, or it could not go on in the middle of coming in. */
export function Stopped({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const dates = useDates();
  const { busy, act } = useAct();
  const { id, undoneAt, failedWhy } = page;
  return (
    <div className="page" style={{ maxWidth: 760 }}>
      <h1>{undoneAt ? text.undo.doneTitle : text.failed.title}</h1>
      <p className="m" style={{ marginTop: 4 }} role={undoneAt ? 'status' : 'alert'}>
        {undoneAt ? text.undo.doneLead(dates.ago(undoneAt)) : `${failedWhy ?? ''} ${text.failed.during}`}
      </p>
      <p className="row wrap" style={{ marginTop: 20 }}>
        {undoneAt ? (
          <Link className="btn p" to="/people/import">
            {text.undo.again}
          </Link>
        ) : (
          <button type="button" className="btn d" disabled={busy} onClick={() => void act(() => ask.imports.cancel({ id }))}>
            {text.running.stop}
          </button>
        )}
        <a className="btn q" href={`/api/v1/imports/${id}/result`} download>
          <Drawn of="download" />
          {text.tried.download}
        </a>
      </p>
    </div>
  );
}
