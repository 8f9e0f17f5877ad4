import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { sessionQuery } from '../query/session.ts';
import { type Dates, datesFor } from './dates.ts';
import { language, onLanguage, type Text } from './language.ts';

/** The catalogue on screen: `const text = useText(); text.people.title`. */
export function useText(): Text {
  return useSyncExternalStore(onLanguage, language).text;
}

/** Dates as people say them, in the workspace's zone. */
export function useDates(): Dates {
  const { locale } = useSyncExternalStore(onLanguage, language);
  const { data } = useQuery(sessionQuery);
  return datesFor(locale, data?.workspace?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}
