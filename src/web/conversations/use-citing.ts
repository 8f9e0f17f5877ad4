import { type RefObject, useEffect } from 'react';
import type { ConversationPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { useKeys } from '../ui/use-keys.ts';
import { onCited } from './cite-door.ts';

const citing = () => import('./citing.ts');

/**
 * Copying what was said, with who said it and when: the key y takes the chosen words, else the turn in hand, else the one at the top.
 * The menu of a turn asks for the same by the door.
 */
export function useCiting(page: ConversationPage, on: number | null, reading: RefObject<number>): void {
  const text = useText().within;
  const where = { page, text, dates: useDates() };
  const inHand = () => on ?? reading.current;
  useKeys([
    { key: 'y', says: text.copyQuote, run: () => void citing().then((it) => it.copyChosen(where, inHand())) },
    { key: 'Y', says: text.copyLink, run: () => void citing().then((it) => it.copyLink(where, inHand())) },
  ]);
  useEffect(() =>
    onCited((turn, what) => void citing().then((it) => (what === 'link' ? it.copyLink(where, turn) : it.copyQuote(where, turn)))),
  );
}
