import { useSyncExternalStore } from 'react';
import { offerings as en } from './en/offerings.ts';
import { language, onLanguage } from './language.ts';
import { offerings as nl } from './nl/offerings.ts';

/** The sentences of what is offered: they come with its screen and with the form that chooses a claim, not with the first page. */
export function useOfferingsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
