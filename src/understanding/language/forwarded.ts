import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * The sentences of a text that are its writer's own, in order: none of a line that somebody else wrote, forwarded or quoted with ">"
 * (RFC 3676, section 4.5). Each character is looked at once, however long the line.
 */
export function ownSentencesOf(text: string): Sentence[] {
  const sentences = sentencesOf(text);
  if (!text.includes('>')) return sentences;
  let start = 0;
  let end = lineEnd(text, 0);
  let quoted = isQuoted(text, start);
  return sentences.filter(({ from }) => {
    while (from > end) {
      start = end + 1;
      end = lineEnd(text, start);
      quoted = isQuoted(text, start);
    }
    return !quoted;
  });
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function isQuoted(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text.charCodeAt(at) === 32) at++;
  return text[at] === '>';
}
