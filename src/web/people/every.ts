import { numberWord } from '../messages/dates.ts';
import type { person } from '../messages/en/person.ts';
import type { Locale } from '../messages/locale.ts';

/** How often, in the largest unit that still says something: "week", "two weeks", "nine days", "three months". Pure. */
export function sayEvery(days: number, text: Pick<typeof person, 'every'>, locale: Locale): string {
  const say = (n: number, unit: 'day' | 'week' | 'month' | 'year') => text.every(numberWord(n, locale), n === 1, unit);
  if (days > 340) return say(Math.round(days / 365) || 1, 'year');
  if (days > 59) return say(Math.round(days / 30.44), 'month');
  if (days > 11 || days === 7) return say(Math.round(days / 7), 'week');
  return say(Math.max(1, days), 'day');
}
