import { endOfWord, nextWord, plainWord } from '../language/letters.ts';
import { countWords } from '../language/words.ts';

/** Words that only say "I am here, go on". */
const LISTENING = new Set(
  'mm mmm mhm mm-hmm mmhmm uh-huh uhuh hm hmm ah oh aha yeah yep yes yup yea okay ok kay right sure got it i see sounds good great cool fine exactly true wow really no nope well so alright all thanks thank you lovely nice interesting indeed absolutely definitely hè ja jawel juist precies goed oke oké prima mooi inderdaad klopt nee nou tja snap ik'.split(
    ' ',
  ),
);
const MOST_WORDS = 5;
/** Characters. */
const LONGEST = 60;

/**
 * A sign of listening, not a turn: five words or fewer, more than half of them "mm", "right", "got it" (methods.md section 4).
 * A question is a turn whatever its length. `words`: how many the text has, where that is known.
 */
export function isBackChannel(text: string, words?: number): boolean {
  if (text.length > LONGEST || (words ?? countWords(text)) > MOST_WORDS) return false;
  let n = 0;
  let listening = 0;
  for (let at = nextWord(text, 0, text.length); at < text.length; n++) {
    const end = endOfWord(text, at);
    if (LISTENING.has(plainWord(text, at, end))) listening++;
    at = nextWord(text, end, text.length);
  }
  return n === 0 || (listening * 2 > n && !(n > 2 && text.includes('?')));
}
