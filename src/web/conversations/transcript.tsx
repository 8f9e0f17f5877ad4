import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { FindingView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import type { Noticed } from './noticed.ts';
import { heightOf, type Row, rowOfTurn } from './rows.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { TurnRow } from './turn-row.tsx';
import type { Hit } from './within.ts';

export interface TranscriptHandle {
  /** Puts a turn under the lanes; with `ifHidden` only when it is not in view already. */
  show(turn: number, ifHidden?: boolean): void;
}

interface Given {
  rows: Row[];
  findings: Map<number, FindingView[]>;
  names: SpeakerNames;
  /** What Heed is less sure of, while it is folded away. */
  folded: ReadonlySet<string>;
  on: number | null;
  current: string | null;
  noticed: ReadonlyMap<number, Noticed[]>;
  /** What is being looked for, by turn, and the one that we are at. */
  hits: ReadonlyMap<number, Hit[]>;
  hit: Hit | null;
  /** How much of the window stands over the transcript, in pixels. */
  covered: number;
  onChoose: (id: string) => void;
  /** Called as it scrolls with the turn at the top and how far into it we are, 0 to 1. */
  onPlace: (turn: number, into: number) => void;
  handle: RefObject<TranscriptHandle | null>;
}

const NONE: FindingView[] = [];
const NO_HIT: Hit[] = [];
const GAP = 8;

/** The words, drawn only where they are seen: 1,500 turns cost what thirty do. */
export function Transcript({ rows, findings, names, folded, on, current, noticed, hits, hit, covered, onChoose, onPlace, handle }: Given) {
  const text = useText();
  const dates = useDates();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  const narrow = typeof window !== 'undefined' && window.innerWidth < 720;
  const letters = narrow ? 44 : 70;
  const rowsOn = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (n) => {
      const row = rows[n];
      return row ? heightOf(row, row.turn ? (findings.get(row.turn.i)?.length ?? 0) : 0, letters, narrow) : 60;
    },
    getItemKey: (n) => rows[n]?.turn?.id ?? rows[n]?.day ?? n,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: covered + GAP,
    scrollPaddingEnd: narrow ? 220 : 40,
  });
  useImperativeHandle(handle, () => ({
    show(turn, ifHidden = false) {
      rowsOn.scrollToIndex(rowOfTurn(rows, turn), { align: ifHidden ? 'auto' : 'start' });
    },
  }));
  usePlace(rowsOn, rows, covered, onPlace);

  if (rows.length === 0)
    return (
      <p className="m tr" style={{ padding: 24 }}>
        {text.conversations.noTurns}
      </p>
    );
  return (
    <div className="tr" ref={list}>
      <div style={{ position: 'relative', height: rowsOn.getTotalSize() }}>
        {rowsOn.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <div
              key={item.key}
              data-index={item.index}
              ref={rowsOn.measureElement}
              className="at"
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              {row.turn ? (
                <TurnRow
                  turn={row.turn}
                  findings={findings.get(row.turn.i) ?? NONE}
                  names={names}
                  folded={folded}
                  hits={hits.get(row.turn.i) ?? NO_HIT}
                  hit={hit?.turn === row.turn.i ? hit : null}
                  on={row.turn.i === on}
                  current={current}
                  noticed={noticed.get(row.turn.i)}
                  onChoose={onChoose}
                />
              ) : (
                <h3 className="talk-day">{dates.day(row.day)}</h3>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function usePlace(
  virtual: ReturnType<typeof useWindowVirtualizer<Element>>,
  rows: Row[],
  covered: number,
  onPlace: (turn: number, into: number) => void,
) {
  const latest = useRef({ virtual, rows, covered, onPlace });
  latest.current = { virtual, rows, covered, onPlace };
  useEffect(() => {
    const place = () => {
      const { virtual, rows, covered, onPlace } = latest.current;
      const y = window.scrollY + covered;
      const item = virtual.getVirtualItems().find((one) => one.end > y && rows[one.index]?.turn);
      const turn = item ? rows[item.index]?.turn : null;
      if (item && turn) onPlace(turn.i, Math.max(0, Math.min(1, (y - item.start) / item.size)));
    };
    place();
    window.addEventListener('scroll', place, { passive: true });
    return () => window.removeEventListener('scroll', place);
  }, []);
}
