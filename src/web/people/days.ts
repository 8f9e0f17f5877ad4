/** Days of the year as people say them. Pure: today is given. */
import type { ImportantDate } from '#model/person-card.ts';
import type { Locale } from '../messages/locale.ts';

type Day = Pick<ImportantDate, 'month' | 'day'>;

const LEAP = 2000;

/** "12 March"; its year is said apart, because it is often not known. */
export function sayDay({ month, day }: Day, locale: Locale): string {
  const tongue = locale === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(Date.UTC(LEAP, month - 1, day));
}

/** When it comes next, as an ISO date from `today` (an ISO date) on; 29 February is on the 28th where a year has none. */
export function nextOn({ month, day }: Day, today: string): string {
  const year = Number(today.slice(0, 4));
  const inYear = (one: number) => {
    const last = new Date(Date.UTC(one, month, 0)).getUTCDate();
    return `${one}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
  };
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}

/** Days to think of with when each comes next, the nearest first; `today` is an ISO date. */
export function comingFirst<One extends Day>(days: readonly One[], today: string): (One & { next: string })[] {
  return days.map((one) => ({ ...one, next: nextOn(one, today) })).toSorted((a, b) => a.next.localeCompare(b.next));
}
