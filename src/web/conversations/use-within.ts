import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { firstFrom, foldTurns, type Hit, hitsByTurn, hitsIn, walked } from './within.ts';

export interface Within {
  open: boolean;
  sought: string;
  hits: Hit[];
  byTurn: ReadonlyMap<number, Hit[]>;
  /** Which of them we are at; `now` is that one. */
  at: number;
  now: Hit | null;
  show(): void;
  close(): void;
  seek(sought: string): void;
  walk(by: 1 | -1): void;
  field: RefObject<HTMLInputElement | null>;
}

const NONE: ReadonlyMap<number, Hit[]> = new Map();

/** Finding in the words of one conversation: the browser's own find sees only the turns that are drawn. `reading` is the turn at the top. */
export function useWithin(turns: TurnView[], reading: RefObject<number>, goTo: (turn: number, ifHidden?: boolean) => void): Within {
  const text = useText().within;
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement | null>(null);
  const from = useRef(0);
  const folded = useMemo(() => (open ? foldTurns(turns) : []), [open, turns]);
  const hits = useMemo(() => hitsIn(folded, sought), [folded, sought]);
  const byTurn = useMemo(() => (hits.length > 0 ? hitsByTurn(hits) : NONE), [hits]);
  const now = open ? (hits[Math.min(at, hits.length - 1)] ?? null) : null;

  const reach = (to: number, among = hits) => {
    setAt(to);
    const hit = among[to];
    if (hit) goTo(hit.turn, true);
  };
  const show = () => {
    if (!open) from.current = reading.current;
    setOpen(true);
    field.current?.focus();
    field.current?.select();
  };
  useKeys([
    { key: '/', says: text.key, run: show },
    { key: 'mod+f', says: null, run: show },
  ]);
  useIntoView(now);
  return {
    ...{ open, sought, hits, byTurn, now, field, show },
    at: Math.min(at, Math.max(0, hits.length - 1)),
    close: () => {
      setOpen(false);
      setSought('');
    },
    seek: (next) => {
      setSought(next);
      const found = hitsIn(folded, next);
      reach(firstFrom(found, from.current), found);
    },
    walk: (by) => reach(walked(Math.min(at, hits.length - 1), by, hits.length)),
  };
}

/** A turn may be longer than the window: once it is drawn, the hit itself comes into view. */
function useIntoView(now: Hit | null): void {
  useEffect(() => {
    if (!now) return;
    let left = 6;
    let frame = 0;
    const look = () => {
      const mark = document.querySelector('mark.hit.now');
      if (mark) mark.scrollIntoView({ block: 'nearest' });
      else if (left-- > 0) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [now]);
}
