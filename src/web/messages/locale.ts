export const LOCALES = ['en', 'nl'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(word: unknown): word is Locale {
  return (LOCALES as readonly unknown[]).includes(word);
}
