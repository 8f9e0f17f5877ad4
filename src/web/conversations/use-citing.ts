import { type RefObject, useEffect } from 'react';
import type { ConversationPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { copy } from '../ui/copy.ts';
import { toast } from '../ui/toasts.ts';
import { useKeys } from '../ui/use-keys.ts';
import { onCited } from './cite-door.ts';
import { linkTo, sourceOf } from './cited.ts';
import { selectedWords } from './selected-words.ts';

/**
 * Copying what was said, with who said it and when: the key y takes the chosen words, else the turn in hand, else the one at the top.
 * The menu of a turn asks for the same by the door.
 */
export function useCiting(page: ConversationPage, on: number | null, reading: RefObject<number>): void {
  const text = useText().within;
  const dates = useDates();
  const quote = async (turn: number, stretch?: { from: number; to: number }) => {
    const said = page.turns.find((one) => one.i === turn);
    if (!said) return;
    const words = stretch ? said.text.slice(stretch.from, stretch.to) : said.text;
    const done = await copy(text.cited(words.replace(/\s+/g, ' ').trim(), sourceOf(page, said, dates)));
    toast(done ? text.quoteCopied : text.notCopied);
  };
  const link = async (turn: number) => {
    toast((await copy(linkTo(window.location.origin, page, turn))) ? text.linkCopied : text.notCopied);
  };
  const inHand = () => on ?? reading.current;
  const quoteChosen = () => {
    const transcript = document.querySelector('.tr');
    const chosen = transcript ? selectedWords(transcript, (turn) => page.turns.find((one) => one.i === turn)?.text) : null;
    void (chosen ? quote(chosen.turn, chosen) : quote(inHand()));
  };
  useKeys([
    { key: 'y', says: text.copyQuote, run: quoteChosen },
    { key: 'Y', says: text.copyLink, run: () => void link(inHand()) },
  ]);
  useEffect(() => onCited((turn, what) => void (what === 'link' ? link(turn) : quote(turn))));
}
