import type { FoundAct } from '#model/act.ts';
import { countWords } from '../language/words.ts';

/** Where a sentence may end, in any script. The Greek question mark is our semicolon, so it tells nothing. */
const ENDS = /[.!?…。！？؟।\n]+["”»)]*/g;
const ASKS = /[?？؟]/;
const SPACED = /\s/;
const SURE = 0.95;

/**
 * The questions of a turn in a language that we do not understand, by their marks alone: whether one is open or closed, and what it asks after,
 * is not known. Lines that were forwarded with ">" are somebody else's.
 */
export function questionsByMark(text: string): FoundAct[] {
  const found: FoundAct[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(ENDS)) {
    const to = index + end.trimEnd().length;
    const start = from + (/^[\s¿¡«“"(–-]*/.exec(text.slice(from, to))?.[0].replace(/[¿«“"(]+$/, '').length ?? 0);
    from = index + end.length;
    if (!ASKS.test(end)) continue;
    const said = text.slice(start, to);
    if (asksMore(said) && !isQuoted(text, start)) found.push({ act: 'question.open', p: SURE, from: start, to, by: 'mark' });
  }
  return found;
}

/** "Ja?" alone asks for nothing, as "Right?" does not; where words are written without spaces, one is as good as many. */
function asksMore(said: string): boolean {
  if (countWords(said) === 0) return false;
  const script = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
  return SPACED.test(said.trim()) || script.test(said);
}

function isQuoted(text: string, at: number): boolean {
  return text
    .slice(text.lastIndexOf('\n', at - 1) + 1, at + 1)
    .trimStart()
    .startsWith('>');
}
