import { useSyncExternalStore } from 'react';
import { why as en } from './en/why.ts';
import { language, onLanguage } from './language.ts';
import { why as nl } from './nl/why.ts';

/** The sentences that say why something was heard: they come when somebody asks, not with the first page. */
export function useWhyText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
