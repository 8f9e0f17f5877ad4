import { useSyncExternalStore } from 'react';
import { settings as en } from './en/settings.ts';
import { language, onLanguage } from './language.ts';
import { settings as nl } from './nl/settings.ts';

/** The sentences of the settings: they come with those screens, not with the first page. */
export function useSettingsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
