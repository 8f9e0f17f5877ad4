import { useState } from 'react';
import { useText } from '../messages/use-text.ts';

/** What could not be read of a file, said and shown on asking. */
export function Losses({ losses }: { losses: { code: string; line: number | null; detail: string }[] }) {
  const text = useText().conversations;
  const [open, setOpen] = useState(false);
  return (
    <div className="banner-line wait-line">
      <span className="wait b">{text.lossesBanner(losses.length)}</span>{' '}
      <button type="button" className="word" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? text.lostHide : text.lostSee}
      </button>
      {open ? (
        <ul className="t13 m" style={{ marginTop: 6, maxHeight: 160, overflow: 'auto' }}>
          {losses.map((loss, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
            <li key={n}>
              {loss.line === null ? null : <span className="f">{text.lostLine(loss.line)} </span>}
              {loss.detail || loss.code}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
