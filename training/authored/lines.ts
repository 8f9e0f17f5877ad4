import type { Side } from '#model/conversation.ts';
import { type AuthoredSentence, sentenceOf } from './talk.ts';

/** A sentence by itself, after what somebody said before it, if anything. */
export interface AuthoredLine {
  before: { side: Side; text: string } | null;
  side: Side;
  sentence: AuthoredSentence;
}

/**
 * Reads one `.lines`: `us: sentence | acts | findings` or `them: …` a line. `> us: sentence` is what was said before the lines under it, until an
 * empty line. @throws Error with file and line.
 */
export function linesOf(text: string, file: string): AuthoredLine[] {
  const found: AuthoredLine[] = [];
  let before: AuthoredLine['before'] = null;
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '') before = null;
    if (line === '' || line.startsWith('#')) continue;
    const fail = (what: string) => new Error(`${file}:${i + 1}: ${what}`);
    const parts = /^(>\s*)?(us|them):\s+(.*)$/.exec(line);
    if (!parts) throw fail('a line is "us: …", "them: …" or "> us: …"');
    const side = parts[2] as Side;
    if (parts[1]) before = { side, text: parts[3] ?? '' };
    else found.push({ before, side, sentence: sentenceOf(parts[3] ?? '', fail, []) });
  }
  return found;
}
