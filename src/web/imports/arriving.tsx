import { useSyncExternalStore } from 'react';
import { useImportsText } from '../messages/imports-text.ts';
import { useText } from '../messages/use-text.ts';
import { refusalOf, sayTrouble } from '../query/trouble.ts';
import type { Arrival } from './arrival-queue.ts';
import { arrivals } from './arrivals.ts';

/** Files of this import that are still on their way, each with how far it is or why it did not arrive. */
export function Arriving({ importId }: { importId: string }) {
  const { arriving: text } = useImportsText();
  const list = useSyncExternalStore(arrivals.listen, arrivals.read).filter((one) => one.importId === importId);
  if (list.length === 0) return null;
  return (
    <ul className="w-arriving" aria-label={text.label}>
      {list.map((arrival) => (
        <Line key={arrival.id} arrival={arrival} />
      ))}
    </ul>
  );
}

function Line({ arrival: { id, name, size, state, sent, trouble } }: { arrival: Arrival }) {
  const imports = useImportsText();
  const { arriving: text } = imports;
  const all = useText();
  const share = Math.round(sent * 100);
  if (state === 'failed')
    return (
      <li>
        <span role="alert">
          <b className="b">{name}</b> <span className="harm">{refusalOf(trouble) ? sayTrouble(trouble, all) : text.offline}</span>
        </span>
        <span className="row">
          <button type="button" className="btn sm" onClick={() => arrivals.retry(id)}>
            {text.again}
          </button>
          <button type="button" className="btn sm q" onClick={() => arrivals.leave(id)}>
            {text.away}
          </button>
        </span>
      </li>
    );
  return (
    <li>
      <span>
        <b className="b">{name}</b> <span className="f t13">{imports.size(size)}</span>
      </span>
      <span className="f t13">{state === 'waiting' ? text.waiting : sent >= 1 ? text.keeping : text.sending(share)}</span>
      <div className="prog" role="progressbar" aria-label={name} aria-valuenow={share} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: `${share}%` }} />
      </div>
    </li>
  );
}
