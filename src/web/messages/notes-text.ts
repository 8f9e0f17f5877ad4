import { useSyncExternalStore } from 'react';
import { notes as en } from './en/notes.ts';
import { language, onLanguage } from './language.ts';
import { notes as nl } from './nl/notes.ts';

/** The sentences of notes: they come when one is first written. */
export function useNotesText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
