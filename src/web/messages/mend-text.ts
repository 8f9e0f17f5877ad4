import { useSyncExternalStore } from 'react';
import { mend as en } from './en/mend.ts';
import { language, onLanguage } from './language.ts';
import { mend as nl } from './nl/mend.ts';

/** The sentences of the sheet that mends a speaker: they come with it, not with the first page. */
export function useMendText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
