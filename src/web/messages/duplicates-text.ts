import { useSyncExternalStore } from 'react';
import { duplicates as en } from './en/duplicates.ts';
import { language, onLanguage } from './language.ts';
import { duplicates as nl } from './nl/duplicates.ts';

/** The sentences of making two one: they come with its screen and with who somebody may be, not with the first page. */
export function useDuplicatesText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
