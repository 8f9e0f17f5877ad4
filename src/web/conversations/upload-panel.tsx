import './conversations.css';
import { Link, useRouterState } from '@tanstack/react-router';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useText } from '../messages/use-text.ts';
import { uploads } from './bring-in.ts';
import { stateOf } from './upload-state.ts';
import { afterOpening, countOf, type Upload } from './uploads.ts';

/** What is coming in, above every screen: each file its own line, with what became of it. */
export function UploadPanel() {
  const text = useText().conversations;
  const list = useSyncExternalStore(uploads.listen, uploads.read);
  const [small, setSmall] = useState(false);
  useStepAside(() => {
    if (uploads.read().length === 0) return;
    if (afterOpening(uploads.read()) === 'away') uploads.clear();
    else setSmall(true);
  });
  useEffect(() => {
    // New ones are shown in full again, whatever was made small before.
    if (list.length === 0) setSmall(false);
  }, [list.length]);
  const count = countOf(list);
  const running = count.settled < count.all;
  useEffect(() => {
    if (!running) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [running]);
  if (list.length === 0) return null;
  return (
    <section className="pop uploads" aria-label={text.queue}>
      <div className="row">
        <h2>{running ? text.queue : count.failed > 0 ? text.queueFailed(count.failed) : text.queueDone}</h2>
        <span className="f t13" role="status">
          {text.queueOf(count.settled, count.all)}
        </span>
        <span className="sp row" style={{ gap: 2 }}>
          <button
            type="button"
            className="btn ic sm q"
            aria-expanded={!small}
            aria-label={small ? text.queueLarger : text.queueSmaller}
            onClick={() => setSmall(!small)}
          >
            {small ? <ChevronUp className="i" aria-hidden="true" /> : <ChevronDown className="i" aria-hidden="true" />}
          </button>
          {running ? null : (
            <button type="button" className="btn ic sm q" aria-label={text.queueClose} onClick={uploads.clear}>
              <X className="i" aria-hidden="true" />
            </button>
          )}
        </span>
      </div>
      {running ? (
        <>
          <div
            className="prog"
            role="progressbar"
            aria-label={text.queue}
            aria-valuenow={Math.round(count.share * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${count.share * 100}%` }} />
          </div>
          {small ? null : <p className="t12 f">{text.queueGoesOn}</p>}
        </>
      ) : null}
      {small ? null : (
        <ul>
          {list.map((upload) => (
            <UploadLine key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whoever opens a conversation wants to read it: what came in must not lie over its suggestions. */
function useStepAside(aside: () => void): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  const latest = useRef(aside);
  latest.current = aside;
  useEffect(() => {
    if (before.current !== path && path.startsWith('/conversations/')) latest.current();
    before.current = path;
  }, [path]);
}

/** What looks like people rather than like a conversation. */
const A_LIST = /\.(csv|tsv|xlsx?|vcf|zip)$/i;

function UploadLine({ upload }: { upload: Upload }) {
  const text = useText();
  const said = text.conversations;
  const first = upload.received?.conversations[0];
  const losses = upload.received?.losses.length ?? 0;
  return (
    <li className="t13">
      <div className="row">
        <span className="name" title={upload.path}>
          {upload.name}
        </span>
        {first ? (
          <Link className="link" to="/conversations/$id" params={{ id: first.id }} aria-label={said.openNamed(first.title)}>
            {said.open}
          </Link>
        ) : null}
        {upload.state === 'failed' ? (
          <button type="button" className="btn sm" onClick={() => uploads.retry(upload.id)}>
            {said.retry}
          </button>
        ) : null}
      </div>
      <p className={upload.state === 'failed' ? 'harm' : 'f'}>{stateOf(upload, text)}</p>
      {upload.state === 'sending' ? (
        <div className="prog" style={{ marginTop: 4 }}>
          <i style={{ width: `${upload.sent * 100}%` }} />
        </div>
      ) : null}
      {upload.received && upload.received.unknownSpeakers > 0 && first && !upload.received.already ? (
        <p>
          <Link className="link" to="/speakers" search={upload.received.conversations.length === 1 ? { conversation: first.id } : {}}>
            {said.whoSpoke(upload.received.unknownSpeakers)}
          </Link>
        </p>
      ) : null}
      {upload.state === 'failed' && A_LIST.test(upload.name) ? (
        <p>
          <Link className="link" to="/people/import">
            {said.moveIn}
          </Link>
        </p>
      ) : null}
      {losses > 0 && first ? <p className="wait">{said.lostLines(losses)}</p> : null}
    </li>
  );
}
