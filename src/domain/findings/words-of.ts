import { Refusal } from '#model/refusal.ts';

/**
 * The words between two places of a text, in UTF-16 units. Half a letter outside of the basic plane is no word either: PostgreSQL could not keep it.
 * @throws Refusal `finding.no-words`.
 */
export function wordsOf(text: string, from: number, to: number): string {
  const quote = from >= 0 && from < to && to <= text.length ? text.slice(from, to) : '';
  if (!quote.trim() || !quote.isWellFormed())
    throw new Refusal('finding.no-words', 'Choose the words first: a few of them, within one turn.');
  return quote;
}
