import { useSyncExternalStore } from 'react';
import { language, onLanguage } from '../messages/language.ts';

/** An amount as it is written in a tongue: "€186,000", with cents only where there are any. */
export function sayAmount(amount: string, currency: string, locale: string): string {
  const whole = /^\d+(\.0*)?$/.test(amount);
  const tongue = locale === 'nl' ? 'nl-NL' : 'en-GB';
  const digits = { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 };
  // As text: fifteen digits and two decimals are more than a number holds.
  return new Intl.NumberFormat(tongue, { style: 'currency', currency, ...digits }).format(amount as Intl.StringNumericLiteral);
}

/** What was typed as an amount, as the server takes it; null when it is none. "1.200,50" and "1,200.50" are the same. */
export function readAmount(typed: string): string | null {
  const said = typed.trim().replace(/[\s\u00a0'€$£]/g, '');
  const decimals = /[.,](\d{1,2})$/.exec(said);
  const whole = (decimals ? said.slice(0, decimals.index) : said).replace(/[.,](?=\d{3}(?:[.,]|$))/g, '');
  if (!/^\d{1,15}$/.test(whole)) return null;
  return decimals ? `${whole}.${decimals[1]}` : whole;
}

export function useMoney(): (amount: string, currency: string | null) => string {
  const { locale } = useSyncExternalStore(onLanguage, language);
  return (amount, currency) => (currency ? sayAmount(amount, currency, locale) : amount);
}
