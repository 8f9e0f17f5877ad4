import { useSyncExternalStore } from 'react';
import { deals as en } from './en/deals.ts';
import { language, onLanguage } from './language.ts';
import { deals as nl } from './nl/deals.ts';

/** The sentences of deals: they come with their screens. */
export function useDealsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
