/** How two who may be one are asked about. Pure but for the catalogue it is given. */
import type { duplicates } from '../messages/en/duplicates.ts';
import type { Locale } from '../messages/locale.ts';
import { firstName } from '../people/called.ts';

interface Two {
  one: { name: string };
  other: { name: string };
}

/** By their first names, where those tell them apart. */
export function heading({ one, other }: Two, text: Pick<typeof duplicates, 'oneOrTwo' | 'areOne'>): string {
  if (one.name === other.name) return text.oneOrTwo(one.name);
  const [first, second] = [firstName(one.name), firstName(other.name)];
  return first === second ? text.areOne(one.name, other.name) : text.areOne(first, second);
}

/** `05-09` → 9 May; `1980-05-09` → 9 May 1980. */
export function sayBirthday(value: string, locale: Locale): string {
  const year = value.length === 10;
  const day = new Date(`${year ? value : `2000-${value}`}T12:00:00Z`);
  const tongue = locale === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(tongue, { timeZone: 'UTC', day: 'numeric', month: 'long', ...(year && { year: 'numeric' }) }).format(day);
}
