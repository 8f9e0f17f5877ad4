import { useSyncExternalStore } from 'react';
import { lists as en } from './en/lists.ts';
import { language, onLanguage } from './language.ts';
import { lists as nl } from './nl/lists.ts';

/** The sentences of tags, fields, views and changes to many: they come when one of them is first used, not with the first page. */
export function useListsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
