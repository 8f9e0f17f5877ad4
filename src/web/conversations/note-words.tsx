import './noting.css';
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage, FindingView, TurnView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { NoteForm } from './note-form.tsx';
import { onNotedOpened } from './noted-door.ts';
import { type Chosen, rangeOf, tint } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { transcriptBeside, useChosenWords } from './use-chosen-words.ts';
import { useNoting } from './use-noting.ts';
import type { Tray } from './use-tray.ts';
import { NotedBar, WordBar } from './word-bar.tsx';

interface Given {
  page: ConversationPage;
  /** The turns that are shown now. */
  turns: TurnView[];
  names: SpeakerNames;
  tray: Tray;
  /** The turn one is at. */
  at: () => number;
  goTo: (turn: number, ifHidden?: boolean) => void;
}

/** What the engine missed, people note: they select words, or take the turn they are at, and say what they are. */
export function NoteWords({ page, turns, names, tray, at, goTo }: Given) {
  const text = useText();
  const host = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<{ kind: FindingKind | null } | null>(null);
  const words = useChosenWords(host, page.turns, form !== null);
  const { chosen } = words;
  const { note, setBack } = useNoting(page, tray, names);
  const [noted, setNoted] = useState<FindingView | null>(null);
  const { choose } = words;
  useEffect(() =>
    onNotedOpened((id) => {
      const found = page.findings.find((one) => one.id === id);
      if (!found || form) return;
      setNoted(found);
      choose(found);
    }),
  );
  const place = usePlaceBy(host, chosen, form !== null);
  const leave = () => {
    setForm(null);
    setNoted(null);
    words.leave();
  };
  const step = (by: 1 | -1) => {
    const here = turns.findIndex((turn) => turn.i === at());
    const next = turns[Math.max(0, Math.min(turns.length - 1, here + by))];
    if (form) return;
    leave();
    if (next) goTo(next.i, true);
  };
  const mark = () => {
    const turn = at();
    goTo(turn, true);
    // Drawn first when it was out of sight, so that the bar comes to stand beside it.
    setNoted(null);
    requestAnimationFrame(() => words.chooseTurn(turn));
  };
  useKeys([
    { key: 'm', says: text.noting.keyMark, run: () => !form && mark() },
    { key: 'J', says: text.noting.keyTurn, run: () => step(1) },
    { key: 'K', says: text.noting.keyTurnBack, run: () => step(-1) },
  ]);
  return (
    <div className="noting-host" ref={host}>
      {chosen && !form && isAt(noted, chosen) ? (
        <NotedBar
          style={place}
          onTakeBack={() => {
            leave();
            if (noted) void setBack(noted);
          }}
          onLeave={leave}
        />
      ) : null}
      {chosen && !form && !isAt(noted, chosen) ? (
        <WordBar words={chosen} style={place} onKind={(kind) => setForm({ kind })} onSentence={words.stepSentence} onLeave={leave} />
      ) : null}
      {chosen && form ? (
        <div className="pop noting note-form" role="dialog" aria-label={text.noting.form} style={place}>
          <NoteForm
            page={page}
            words={chosen}
            kind={form.kind}
            names={names}
            onSave={async (filled) => {
              await note(chosen, filled);
              leave();
            }}
            onLeave={leave}
          />
        </div>
      ) : null}
    </div>
  );
}

/** Other words may have been chosen since. */
function isAt(noted: FindingView | null, { turn, from, to, byKeys }: Chosen): boolean {
  return noted !== null && byKeys && noted.turn === turn && noted.from === from && noted.to === to;
}

/** One line under the suggestions, so that it can be found. */
export function NoteHint() {
  const text = useText().noting;
  return (
    <p className="f t12 noting-hint">
      {text.hint}{' '}
      <span className="only-lg">
        <kbd>m</kbd> {text.hintKeys}
      </span>
    </p>
  );
}

const ROOM = 52;
const GAP = 6;

/** Where the bar stands: under the words, or over them where there is no room; in pixels of what it lies in, so that it moves with the words. */
function usePlaceBy(host: RefObject<HTMLElement | null>, chosen: Chosen | null, form: boolean): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ '--x': '24px', '--y': '0px' });
  useLayoutEffect(() => {
    const within = transcriptBeside(host.current);
    const talk = host.current?.parentElement;
    if (!chosen || !within || !talk) return tint(null);
    const range = rangeOf(within, chosen);
    tint(form || chosen.byKeys ? range : null);
    const base = talk.getBoundingClientRect();
    const words = range?.getBoundingClientRect() ?? new DOMRect(base.left + 24, ROOM * 2, 0, 0);
    const under = form || words.bottom + ROOM < window.innerHeight || words.top < ROOM * 3;
    const width = host.current?.firstElementChild?.getBoundingClientRect().width ?? 0;
    const x = Math.max(8, Math.min(words.left - base.left, base.width - width - 8));
    setPlace({ '--x': `${x}px`, '--y': `${(under ? words.bottom + GAP : words.top - ROOM) - base.top}px` });
    return () => tint(null);
  }, [host, chosen, form]);
  useEffect(() => {
    if (form) host.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [host, form]);
  return place;
}
