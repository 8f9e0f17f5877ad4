import { useSyncExternalStore } from 'react';
import { card as en } from './en/card.ts';
import { language, onLanguage } from './language.ts';
import { card as nl } from './nl/card.ts';

/** The words of the form in which a card is changed. */
export function useCardText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
