import { useSyncExternalStore } from 'react';
import { beliefs as en } from './en/beliefs.ts';
import { language, onLanguage } from './language.ts';
import { beliefs as nl } from './nl/beliefs.ts';

/** The sentences about beliefs: they come with the page of a person, not with the first page. */
export function useBeliefsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
