import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PairRow } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { useKeys } from '../ui/use-keys.ts';

interface Given {
  pairs: PairRow[];
  page: { total: number; putOff: number };
  later: boolean;
  open: (pair: PairRow) => unknown;
  more: (() => void) | null;
  children: ReactNode;
}

/** All pairs that wait, the likeliest first. */
export function Pairs({ pairs, page, later, open, more, children }: Given) {
  const text = useDuplicatesText();
  const [on, setOn] = useState(-1);
  useKeys([
    { key: 'j', says: text.keyNext, run: () => setOn(Math.min(on + 1, pairs.length - 1)) },
    { key: 'k', says: text.keyPrevious, run: () => setOn(Math.max(on - 1, 0)) },
    {
      key: 'Enter',
      says: text.keyOpen,
      run: () => {
        const pair = pairs[Math.max(0, on)];
        if (pair) open(pair);
      },
    },
  ]);
  return (
    <div className="page" style={{ maxWidth: 860 }}>
      <h1>{later ? text.putOffTitle : text.pairsTitle(page.total)}</h1>
      <p className="m" style={{ margin: '4px 0 16px' }}>
        {text.pairsWhy}
      </p>
      <ul className="w-pairs">
        {pairs.map((pair, i) => (
          <li key={pair.id} className={i === on ? 'on' : undefined}>
            <Link to="/people/duplicates" search={{ one: pair.one.id, other: pair.other.id, ...(later && { later: true }) }}>
              <span>
                <b className="b">{pair.one.name}</b> {text.and} <b className="b">{pair.other.name}</b>
              </span>
              <span className="f t13">{whyOf(pair, text)}</span>
              <span className="f t13">{text.word[pair.word]}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more ? (
        <p style={{ marginTop: 12 }}>
          <button type="button" className="btn" onClick={more}>
            {text.more}
          </button>
        </p>
      ) : null}
      <div style={{ marginTop: 24 }}>{children}</div>
      <p className="t13" style={{ marginTop: 12 }}>
        {later ? (
          <Link className="link" to="/people/duplicates">
            {text.back}
          </Link>
        ) : page.putOff > 0 ? (
          <Link className="link" to="/people/duplicates" search={{ later: true }}>
            {text.putOffShow(page.putOff)}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

function whyOf({ why: [first] }: PairRow, text: ReturnType<typeof useDuplicatesText>): string {
  return first ? text.why[first.code](first.params).join('') : '';
}
