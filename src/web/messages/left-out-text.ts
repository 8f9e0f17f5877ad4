import { useSyncExternalStore } from 'react';
import { leftOut as en } from './en/left-out.ts';
import { language, onLanguage } from './language.ts';
import { leftOut as nl } from './nl/left-out.ts';

/** The sentences about languages that are not understood: they come where there are such turns, not with the first page. */
export function useLeftOutText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
