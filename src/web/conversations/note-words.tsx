import './noting.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage, FindingView, TurnView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { onNotedOpened } from './noted-door.ts';
import type { Chosen } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { useChosenWords } from './use-chosen-words.ts';
import type { Tray } from './use-tray.ts';

// Until words are chosen nobody needs them, and the page is there sooner.
const NoteTools = lazy(() => import('./note-tools.tsx').then((module) => ({ default: module.NoteTools })));

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
      {chosen ? (
        <Suspense>
          <NoteTools
            page={page}
            names={names}
            tray={tray}
            host={host}
            words={chosen}
            noted={isAt(noted, chosen) ? noted : null}
            form={form}
            onKind={(kind) => setForm({ kind })}
            onSentence={words.stepSentence}
            onLeave={leave}
          />
        </Suspense>
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
