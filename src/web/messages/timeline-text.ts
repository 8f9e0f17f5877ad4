import { useSyncExternalStore } from 'react';
import { timeline as en } from './en/timeline.ts';
import { language, onLanguage } from './language.ts';
import { timeline as nl } from './nl/timeline.ts';

/** The sentences of the line of all that happened: they come with the page it stands on. */
export function useTimelineText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
