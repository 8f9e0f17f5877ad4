import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportUndoLook } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { api, ask } from '../query/api.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useAct } from './use-act.ts';
import { sayReason } from './words.ts';

/** Before it is taken back: what would go, what would be as before, and what stays because somebody changed it since. */
export function UndoLook({ importId, onClose }: { importId: string; onClose: () => void }) {
  const { undo: text } = useImportsText();
  const { busy, act } = useAct();
  const look = useQuery({ ...api.imports.undoLook.queryOptions({ input: { id: importId } }), staleTime: 0, gcTime: 0 });
  return (
    <section className="sec" aria-busy={look.isPending} style={{ marginTop: 20 }}>
      <div className="hd">
        <h2>{text.title}</h2>
      </div>
      {look.error ? <Trouble error={look.error} again={() => void look.refetch()} /> : null}
      {look.isPending ? (
        <p className="m item" role="status">
          {text.looking}
        </p>
      ) : null}
      {look.data ? (
        <>
          <p className="item">
            {text.gone(look.data.gone)}
            {look.data.restored > 0 ? `; ${text.restored(look.data.restored)}` : null}. {look.data.keptInAll === 0 ? text.none : null}
          </p>
          {look.data.keptInAll > 0 ? <Kept look={look.data} /> : null}
          <p className="row wrap" style={{ marginTop: 14 }}>
            <button type="button" className="btn d" disabled={busy} onClick={() => void act(() => ask.imports.undo({ id: importId }))}>
              {text.yes}
            </button>
            <button type="button" className="btn q" onClick={onClose}>
              {text.no}
            </button>
          </p>
        </>
      ) : null}
    </section>
  );
}

const SHOWN = 20;

function Kept({ look }: { look: ImportUndoLook }) {
  const text = useImportsText();
  const shown = look.kept.slice(0, SHOWN);
  const beyond = look.keptInAll - shown.length;
  return (
    <div className="item">
      <p className="b">{text.undo.kept(look.keptInAll)}</p>
      <ul className="w-plain">
        {shown.map(({ object, id, label, why }) => (
          <li key={id}>
            {object === 'person' ? (
              <Link className="link" to="/people/$id" params={{ id }}>
                {label}
              </Link>
            ) : object === 'organisation' ? (
              <Link className="link" to="/organisations/$id" params={{ id }}>
                {label}
              </Link>
            ) : (
              <b className="b">{label}</b>
            )}{' '}
            <span className="m t13">{sayReason(why, text)}</span>
          </li>
        ))}
      </ul>
      {beyond > 0 ? <p className="f t13">{text.undo.more(beyond)}</p> : null}
    </div>
  );
}
