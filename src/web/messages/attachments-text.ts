import { useSyncExternalStore } from 'react';
import { attachments as en } from './en/attachments.ts';
import { language, onLanguage } from './language.ts';
import { attachments as nl } from './nl/attachments.ts';

/** The sentences of files beside somebody: they come with the page they stand on. */
export function useAttachmentsText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
