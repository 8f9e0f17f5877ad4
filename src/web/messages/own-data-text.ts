import { useSyncExternalStore } from 'react';
import { ownData as en } from './en/own-data.ts';
import { language, onLanguage } from './language.ts';
import { ownData as nl } from './nl/own-data.ts';

/** The sentences of taking out and erasing: they come when somebody asks for either. */
export function useOwnDataText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
