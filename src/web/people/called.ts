/** How a person is spoken of in a heading. Pure. */
import type { Locale } from '../messages/locale.ts';

const OBJECT: Record<Locale, Record<string, string>> = {
  en: { she: 'her', he: 'him' },
  nl: { zij: 'haar', ze: 'haar', hij: 'hem', she: 'haar', he: 'hem' },
};
const SUBJECT: Record<Locale, Record<string, string>> = {
  en: { she: 'she', he: 'he' },
  nl: { zij: 'ze', ze: 'ze', hij: 'hij', she: 'ze', he: 'hij' },
};

/** "her" when it is known that she is she; else the first name. */
export function calledObject(name: string, pronouns: string | null, locale: Locale): string {
  return known(OBJECT[locale], pronouns) ?? firstName(name);
}

export function calledSubject(name: string, pronouns: string | null, locale: Locale): string {
  return known(SUBJECT[locale], pronouns) ?? firstName(name);
}

// Whatever somebody wrote there: only a word of ours is found.
function known(words: Record<string, string>, pronouns: string | null): string | undefined {
  const word = pronouns?.split('/')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

const TITLES = /^(dr|mr|mrs|ms|prof|dhr|mevr|ir|drs)\.?$/i;

export function firstName(name: string): string {
  const words = name.split(/\s+/).filter((word) => !TITLES.test(word));
  return words[0] ?? name;
}
