/** Which language is on screen. Only the chosen catalogue is loaded; `en` is the source, `nl` has its shape. */
import type { en } from './en/all.ts';
import { isLocale, type Locale } from './locale.ts';

export type Text = typeof en;

const catalogues: Record<Locale, () => Promise<Text>> = {
  en: () => import('./en/all.ts').then((module) => module.en),
  nl: () => import('./nl/all.ts').then((module) => module.nl),
};

const MINE = 'heed.locale';
const LAST = 'heed.locale.last';

let spoken: { locale: Locale; text: Text } | null = null;
const listeners = new Set<() => void>();

/** The first of: this browser's own choice, the workspace's, the one used last here, what the browser asks for. */
export function chooseLocale(workspace?: string): Locale {
  const asked = [stored(MINE), workspace, stored(LAST), ...(typeof navigator === 'undefined' ? [] : navigator.languages)];
  for (const word of asked) {
    const short = word?.slice(0, 2).toLowerCase();
    if (isLocale(short)) return short;
  }
  return 'en';
}

function stored(key: string): string | undefined {
  return globalThis.localStorage?.getItem(key) ?? undefined;
}

/** Loads the catalogue and puts it on screen. */
export async function speak(locale: Locale): Promise<void> {
  if (spoken?.locale === locale) return;
  const text = await catalogues[locale]();
  // A no that is on screen is said anew.
  if (spoken?.text.refusal.read()) await text.refusal.come();
  spoken = { locale, text };
  globalThis.localStorage?.setItem(LAST, locale);
  if (typeof document !== 'undefined') document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** A member's own choice, kept in this browser; null follows the workspace. */
export function keepLocale(locale: Locale | null): void {
  if (locale) globalThis.localStorage?.setItem(MINE, locale);
  else globalThis.localStorage?.removeItem(MINE);
}

export function keptLocale(): Locale | null {
  const own = stored(MINE);
  return isLocale(own) ? own : null;
}

/** Before a no is passed on: it is said in sentences that no first page waits for. */
export async function findWordsForNo(): Promise<void> {
  await spoken?.text.refusal.come();
}

export function language(): { locale: Locale; text: Text } {
  if (!spoken) throw new Error('speak() has not finished');
  return spoken;
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
