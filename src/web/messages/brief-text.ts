import { useSyncExternalStore } from 'react';
import { brief as en } from './en/brief.ts';
import { language, onLanguage } from './language.ts';
import { brief as nl } from './nl/brief.ts';

/** The sentences of the brief: they come with it. */
export function useBriefText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
