import { type RawBuilder, sql } from 'kysely';
import { plainName } from '#model/alias.ts';
import { soughtWords } from '#model/marks.ts';
import { fullNameOf } from '#model/nicknames.ts';
import { inLatin } from '#model/transliterate.ts';

/** What somebody looks for, ready for the statement. Words that count: at most six. */
export interface Sought {
  /** As `people.sought` begins when it is what was typed. */
  plain: string;
  /** Each word as it is compared with names: as typed, and as the name it is short for in Latin letters. */
  names: { typed: string; full: string }[];
  /** Of three letters or more: what an index of threes can find in the middle of a text. */
  long: string[];
  /** For `words @@ to_tsquery('heed', …)`: letters and digits only, so nothing in it can be read as an operator. */
  query: string;
}

const MOST = 6;
/** An index of threes has nothing to go by for less. */
const LONG = 3;
/** Of what fits, so many are looked at before the best are chosen: a word that everybody has must not cost more than any other. */
export const LOOKED_AT = 300;
export const OF_A_KIND = 6;

/** Null when no letter or digit is in it. */
export function soughtOf(text: string): Sought | null {
  const cut = text.trim().slice(0, 200);
  const words = soughtWords(cut).slice(0, MOST);
  if (words.length === 0) return null;
  const plain = words.map(plainName);
  return {
    plain: plainName(cut),
    names: plain.map((typed) => ({ typed, full: fullNameOf(inLatin(typed)) })),
    long: plain.filter((word) => word.length >= LONG),
    // The last word may still be being typed; with one or two letters it would be half the dictionary.
    query: words.map((word, i) => (i === words.length - 1 && word.length >= LONG ? `${word}:*` : word)).join(' & '),
  };
}

/** Every word is in it somewhere; `column` holds lower-case text without marks, and has an index of threes. Null when no word is long enough to be looked up. */
export function holdsAll(column: RawBuilder<unknown>, { long }: Sought): RawBuilder<boolean> | null {
  if (long.length === 0) return null;
  return all(long.map((word) => sql<boolean>`${column} like ${`%${word}%`}`));
}

/** The same of names (`sought` of people and organisations): a short word counts at the beginning of one. */
export function isCalled(column: RawBuilder<unknown>, { names }: Sought): RawBuilder<boolean> {
  const piece = (word: string) => (word.length >= LONG ? `%${word}%` : `% ${word}%`);
  return all(names.map(({ typed, full }) => sql<boolean>`(${column} like ${piece(typed)} or ${column} like ${piece(full)})`));
}

/** It begins so. A range and not a pattern, so that a prepared statement finds it in the index too. */
export function beginsSo(column: RawBuilder<unknown>, { plain }: Sought): RawBuilder<boolean> {
  return sql<boolean>`(${column} >= ${plain} and ${column} < ${`${plain}\u{10ffff}`})`;
}

function all(conditions: RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
