import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage, FindingView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { NoteForm } from './note-form.tsx';
import { type Chosen, rangeOf, tint } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';
import { transcriptBeside } from './use-chosen-words.ts';
import { useNoting } from './use-noting.ts';
import type { Tray } from './use-tray.ts';
import { NotedBar, WordBar } from './word-bar.tsx';

interface Given {
  page: ConversationPage;
  names: SpeakerNames;
  tray: Tray;
  host: RefObject<HTMLElement | null>;
  words: Chosen;
  /** What these words stand confirmed as, when its note was pressed. */
  noted: FindingView | null;
  form: { kind: FindingKind | null } | null;
  onKind: (kind: FindingKind | null) => void;
  onSentence: (by: 1 | -1) => void;
  onLeave: () => void;
}

/** What stands by the chosen words: the bar that asks what they are, the form that follows, or the way to take a note back. */
export function NoteTools({ page, names, tray, host, words, noted, form, onKind, onSentence, onLeave }: Given) {
  const text = useText();
  const { note, setBack } = useNoting(page, tray, names);
  const style = usePlaceBy(host, words, form !== null);
  if (form)
    return (
      <div className="pop noting note-form" role="dialog" aria-label={text.noting.form} style={style}>
        <NoteForm
          page={page}
          words={words}
          kind={form.kind}
          names={names}
          onSave={async (filled) => {
            await note(words, filled);
            onLeave();
          }}
          onLeave={onLeave}
        />
      </div>
    );
  const takeBack = () => {
    onLeave();
    if (noted) void setBack(noted);
  };
  if (noted) return <NotedBar style={style} onTakeBack={takeBack} onLeave={onLeave} />;
  return <WordBar words={words} style={style} onKind={onKind} onSentence={onSentence} onLeave={onLeave} />;
}

const ROOM = 52;
const GAP = 6;

/**
 * Where it stands: under the words, or over them where there is no room, and within their column; in pixels of what it lies in, so that it
 * moves with the words.
 */
function usePlaceBy(host: RefObject<HTMLElement | null>, words: Chosen, form: boolean): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ '--x': '24px', '--y': '0px' });
  useLayoutEffect(() => {
    const within = transcriptBeside(host.current);
    const talk = host.current?.parentElement;
    if (!within || !talk) return tint(null);
    const range = rangeOf(within, words);
    tint(form || words.byKeys ? range : null);
    const base = talk.getBoundingClientRect();
    const box = range?.getBoundingClientRect() ?? new DOMRect(base.left + 24, ROOM * 2, 0, 0);
    const column = within.querySelector(`.turn[data-turn="${words.turn}"] .say`)?.parentElement?.getBoundingClientRect() ?? base;
    const under = form || box.bottom + ROOM < window.innerHeight || box.top < ROOM * 3;
    const width = host.current?.firstElementChild?.getBoundingClientRect().width ?? 0;
    const x = Math.max(column.left, Math.min(box.left, column.right - width)) - base.left;
    const y = (under ? box.bottom + GAP : box.top - ROOM) - base.top;
    setPlace({ '--x': `${x}px`, '--y': `${y}px`, '--w': `${column.width}px` });
    return () => tint(null);
  }, [host, words, form]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it covers is another thing wherever it stands
  useLayoutEffect(() => leaveNoHalves(host.current), [host, place]);
  useEffect(() => {
    if (form) host.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [host, form]);
  return place;
}

/** A name that would look out half from under it is hidden meanwhile: half of a button is too small to be pressed. */
function leaveNoHalves(host: HTMLElement | null): () => void {
  const over = host?.firstElementChild;
  // At the foot of a phone it lies over everything, as the suggestion in hand does.
  if (!over || getComputedStyle(over).position !== 'absolute') return () => {};
  const box = over.getBoundingClientRect();
  const lines = [...(transcriptBeside(host)?.querySelectorAll<HTMLElement>('.turn .w') ?? [])];
  const covered = lines.filter((line) => touches(line, box));
  for (const line of covered) line.style.visibility = 'hidden';
  return () => {
    for (const line of covered) line.style.visibility = '';
  };
}

function touches(line: Element, box: DOMRect): boolean {
  const { top, bottom } = line.getBoundingClientRect();
  return top < box.bottom && bottom > box.top;
}
