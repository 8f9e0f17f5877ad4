import { useSyncExternalStore } from 'react';
import { organisations as en } from './en/organisations.ts';
import { language, onLanguage } from './language.ts';
import { organisations as nl } from './nl/organisations.ts';

/** The sentences of organisations, of where people belong and whom they are close to: they come with those screens, not with the first page. */
export function useOrganisationsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
