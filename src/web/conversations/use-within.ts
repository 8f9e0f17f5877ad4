import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import type { Hit } from './within.ts';

type Finder = typeof import('./within.ts');

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
  const finder = useFinder(open);
  const folded = useMemo(() => finder?.foldTurns(turns) ?? [], [finder, turns]);
  const hits = useMemo(() => finder?.hitsIn(folded, sought) ?? [], [finder, folded, sought]);
  const byTurn = useMemo(() => (finder && hits.length > 0 ? finder.hitsByTurn(hits) : NONE), [finder, hits]);
  const now = open ? (hits[Math.min(at, hits.length - 1)] ?? null) : null;

  const reach = (to: number) => {
    setAt(to);
    const hit = hits[to];
    if (hit) goTo(hit.turn, true);
  };
  // Other words are sought: on to the first of them from where one was reading. A page that came anew moves nobody.
  const wanted = useRef('');
  const latest = useRef(reach);
  latest.current = reach;
  useEffect(() => {
    if (!finder || wanted.current === sought) return;
    wanted.current = sought;
    latest.current(finder.firstFrom(hits, from.current));
  }, [finder, sought, hits]);
  const show = () => {
    if (!open) from.current = reading.current;
    setOpen(true);
    field.current?.focus();
    field.current?.select();
  };
  useKeys([
    { key: '/', says: text.find, run: show },
    { key: 'mod+f', says: null, run: show },
  ]);
  useEffect(() => (now ? finder?.bringIntoView() : undefined), [now, finder]);
  return {
    ...{ open, sought, hits, byTurn, now, field, show },
    at: Math.min(at, Math.max(0, hits.length - 1)),
    close: () => {
      setOpen(false);
      setSought('');
      wanted.current = '';
    },
    seek: setSought,
    walk: (by) => finder && reach(finder.walked(Math.min(at, hits.length - 1), by, hits.length)),
  };
}

/** The field is there at once and takes the letters; what finds comes when it is first opened. */
function useFinder(open: boolean): Finder | null {
  const [finder, setFinder] = useState<Finder | null>(null);
  useEffect(() => {
    if (open && !finder) void import('./within.ts').then(setFinder);
  }, [open, finder]);
  return open ? finder : null;
}
