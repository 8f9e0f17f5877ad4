import { isUnderstood, type Language } from '#model/language.ts';
import { SPEAKS_FOR } from './frequent.ts';
import { endOfWord, nextWord, plainWord } from './letters.ts';

/** What the words of a text say about its language. */
interface Tally {
  words: number;
  /** Words in a script other than the Latin. */
  strange: number;
  /** By language, how much its frequent words say for it. */
  says: Map<Language, number>;
  /** How many words are a frequent one of any. */
  known: number;
}

/** So much at least must speak for a language that we do not understand: one word is a greeting, or a name. */
const ENOUGH = 2;
/** And so much more than for the next. */
const MORE = 1.4;
/** Of the words of a language its frequent ones are at least this share, in talk of some length. */
const COMMON = 0.2;
/** From so many words on a text must show its language. */
const LENGTH = 30;
/** And a turn of so many without one frequent word is in a language that we do not know. */
const LONG_TURN = 12;

/**
 * In which language each of these turns is, by script and by frequent words. What is too short to tell is in the language of the turn before,
 * the first ones in that of the whole. In doubt it is one that Heed understands: nothing is left out on a guess.
 */
export function languagesOf(turns: readonly string[]): Language[] {
  const tallies = turns.map(tallyOf);
  let spoken = wholeOf(tallies);
  return tallies.map((tally) => {
    const told = toldBy(tally, spoken);
    if (told) spoken = told;
    return told ?? spoken;
  });
}

function tallyOf(text: string): Tally {
  const tally: Tally = { words: 0, strange: 0, says: new Map(), known: 0 };
  for (let at = nextWord(text, 0, text.length); at < text.length; ) {
    const end = endOfWord(text, at);
    const word = plainWord(text, at, end);
    if (!/^\p{N}/u.test(word)) hearWord(tally, word);
    at = nextWord(text, end, text.length);
  }
  return tally;
}

function hearWord(tally: Tally, word: string): void {
  tally.words++;
  const joint = word.indexOf("'");
  const found =
    SPEAKS_FOR.get(word) ?? (joint > 0 ? (SPEAKS_FOR.get(word.slice(0, joint + 1)) ?? SPEAKS_FOR.get(word.slice(0, joint))) : undefined);
  if (!found) {
    if (word.charCodeAt(0) > 0x24f && !/\p{Script=Latin}/u.test(word)) tally.strange++;
    return;
  }
  tally.known++;
  for (const language of found.languages) tally.says.set(language, (tally.says.get(language) ?? 0) + found.each);
}

/** The language of all of it together: what most of it is in, `other` when it is long enough to show one and shows none. */
function wholeOf(tallies: Tally[]): Language {
  const whole: Tally = { words: 0, strange: 0, says: new Map(), known: 0 };
  for (const { words, strange, says, known } of tallies) {
    whole.words += words;
    whole.strange += strange;
    whole.known += known;
    for (const [language, n] of says) whole.says.set(language, (whole.says.get(language) ?? 0) + n);
  }
  if (whole.strange * 2 > whole.words) return 'other';
  const { best, most } = bestOf(whole.says);
  if (whole.words >= LENGTH && most < whole.words * COMMON) return 'other';
  return best && (isUnderstood(best) || most >= ENOUGH) ? best : 'en';
}

/** What one turn tells of its language; null when it is too little. */
function toldBy({ words, strange, says, known }: Tally, spoken: Language): Language | null {
  if (words === 0) return null;
  if (strange * 2 > words) return 'other';
  const { best, most, next } = bestOf(says);
  if (!best) return words >= LONG_TURN ? 'other' : null;
  if (words >= LONG_TURN && known < words * (COMMON / 4)) return 'other';
  // Of a language that is unknown to us some words sound like one that is not.
  if (spoken === 'other' && most < Math.max(ENOUGH, words * COMMON)) return null;
  if (best === spoken) return best;
  if (isUnderstood(best)) return most > next * MORE ? best : null;
  return most >= Math.max(ENOUGH, words * COMMON) && most > next * MORE ? best : null;
}

function bestOf(says: Tally['says']): { best: Language | null; most: number; next: number } {
  let best: Language | null = null;
  let most = 0;
  let next = 0;
  for (const [language, n] of says) {
    if (n > most) {
      next = most;
      most = n;
      best = language;
    } else if (n > next) next = n;
  }
  return { best, most, next };
}
