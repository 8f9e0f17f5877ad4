import { useSyncExternalStore } from 'react';
import { person as en } from './en/person.ts';
import { language, onLanguage } from './language.ts';
import { person as nl } from './nl/person.ts';

/** The sentences of a person's page: they come with it, not with the first page. */
export function usePersonText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
