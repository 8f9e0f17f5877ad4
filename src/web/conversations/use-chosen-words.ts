import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnView } from '#model/pages.ts';
import { type Stretch, stretchesOf } from './chosen-words.ts';
import { type Chosen, selectedWords } from './selected-words.ts';

const SETTLES_MS = 150;

/**
 * The words that are chosen in the transcript, by mouse, finger or key. `host` stands beside the transcript; while `busy`, what is selected
 * elsewhere (in the form) changes nothing.
 */
export function useChosenWords(host: RefObject<HTMLElement | null>, turns: TurnView[], busy: boolean) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const texts = useMemo(() => new Map(turns.map((turn) => [turn.i, turn.text])), [turns]);
  const latest = useRef({ texts, busy });
  latest.current = { texts, busy };
  useEffect(() => {
    let pressed = false;
    let settles: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const transcript = transcriptBeside(host.current);
      if (pressed || latest.current.busy || !transcript) return;
      const found = selectedWords(transcript, (turn) => latest.current.texts.get(turn));
      // What was chosen by key is not selected in the page, so that nothing being selected does not end it.
      setChosen((old) => found ?? (old?.byKeys ? old : null));
    };
    const soon = () => {
      clearTimeout(settles);
      settles = setTimeout(look, SETTLES_MS);
    };
    const press = (event: PointerEvent) => {
      pressed = true;
      if (!host.current?.contains(event.target as Node)) setChosen((old) => (old?.byKeys && !latest.current.busy ? null : old));
    };
    const release = () => {
      pressed = false;
      soon();
    };
    document.addEventListener('selectionchange', soon);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      clearTimeout(settles);
      document.removeEventListener('selectionchange', soon);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [host]);
  return {
    chosen,
    leave: () => {
      document.getSelection()?.removeAllRanges();
      setChosen(null);
    },
    /** By key: the whole turn. */
    chooseTurn: (turn: number) => {
      const [whole] = stretchesOf(texts.get(turn) ?? '');
      document.getSelection()?.removeAllRanges();
      setChosen(whole ? { ...whole, turn, cut: false, byKeys: true } : null);
    },
    /** Words that stand there already as something. */
    choose: (found: Stretch & { turn: number }) => {
      document.getSelection()?.removeAllRanges();
      setChosen({ turn: found.turn, from: found.from, to: found.to, cut: false, byKeys: true });
    },
    /** By key: from the whole turn to its first sentence, and on; round at the end. */
    stepSentence: (by: 1 | -1) =>
      setChosen((old) => {
        if (!old) return old;
        const all = stretchesOf(texts.get(old.turn) ?? '');
        const at = all.findIndex((one) => one.from === old.from && one.to === old.to);
        return { ...old, ...all.at((Math.max(0, at) + by) % all.length) };
      }),
  };
}

export function transcriptBeside(host: HTMLElement | null): Element | null {
  return host?.parentElement?.querySelector('.tr') ?? null;
}
