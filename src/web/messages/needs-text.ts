import { useSyncExternalStore } from 'react';
import { needs as en } from './en/needs.ts';
import { language, onLanguage } from './language.ts';
import { needs as nl } from './nl/needs.ts';

/** The sentences about needs: they come with the page of a person, not with the first page. */
export function useNeedsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
