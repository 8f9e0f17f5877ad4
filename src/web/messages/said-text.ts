import { said as en } from './en/said.ts';
import type { Locale } from './locale.ts';
import { said as nl } from './nl/said.ts';

/** The sentences of the page that a customer reads, in the language of whoever reads it: nobody is signed in there. */
export function saidText(locale: Locale): typeof en {
  return locale === 'nl' ? nl : en;
}
