import { useSyncExternalStore } from 'react';
import { imports as en } from './en/imports.ts';
import { language, onLanguage } from './language.ts';
import { imports as nl } from './nl/imports.ts';

export type ImportsText = typeof en;

/** The sentences of moving in: they come with its screens, not with the first page. */
export function useImportsText(): ImportsText {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
