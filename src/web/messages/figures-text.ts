import { useSyncExternalStore } from 'react';
import { figures as en } from './en/figures.ts';
import { language, onLanguage } from './language.ts';
import { figures as nl } from './nl/figures.ts';

/** What each figure of the report means: it comes when one is opened, not with the first page. */
export function useFiguresText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
