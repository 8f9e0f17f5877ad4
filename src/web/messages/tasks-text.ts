import { useSyncExternalStore } from 'react';
import { tasks as en } from './en/tasks.ts';
import { language, onLanguage } from './language.ts';
import { tasks as nl } from './nl/tasks.ts';

/** The sentences of tasks: they come with their screens. */
export function useTasksText(): typeof en {
  return useSyncExternalStore(onLanguage, language).locale === 'nl' ? nl : en;
}
