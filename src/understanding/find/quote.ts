import type { Sentence } from '../language/sentences.ts';
import type { Word } from '../language/words.ts';

const LEAST = 4;
const WHOLE = 26;
const MOST = 40;
const JOINTS = new Set('and but so because which maar en want dus omdat'.split(' '));
const LEADING =
  /^(?:(?:and|so|but|okay|ok|well|yeah|yes|right|um+|uh+|er+|mm|ah|oh|like|en|dus|maar|nou|ja|oké|oke|'cause|because|is(?= some(?:body|one))|i mean|you know)[\s,.]+)+/i;

export interface Span {
  from: number;
  to: number;
}

/**
 * The words to quote for a cue: the whole sentence when it is short, else the clauses around the cue, 4 to 40 words. The span is never mended;
 * it only begins after the first "um, so" and ends before trailing spaces.
 */
export function quoteAround(text: string, sentence: Sentence, hit: { start: number; end: number }): Span {
  const words = sentence.words;
  if (words.length <= WHOLE) return trimmed(text, { from: sentence.from, to: sentence.to });
  const edges = edgesOf(text, words);
  let first = edges.filter((edge) => edge <= hit.start).at(-1) ?? 0;
  let last = edges.find((edge) => edge >= Math.max(hit.end, hit.start + LEAST) && edge - first >= LEAST * 2) ?? words.length;
  if (last - first > MOST) {
    first = Math.max(first, hit.start - 4);
    last = Math.min(words.length, first + MOST - 4);
  }
  return trimmed(text, {
    from: words[first]?.from ?? sentence.from,
    to: last === words.length ? sentence.to : (words[last - 1]?.to ?? sentence.to),
  });
}

/** Where clauses begin: after a comma, colon or dash, and before "and", "but", "because". */
function edgesOf(text: string, words: Word[]): number[] {
  const edges = [0];
  for (let i = 1; i < words.length; i++) {
    const word = words[i];
    const before = words[i - 1];
    if (!word || !before) continue;
    if (JOINTS.has(word.w) || /[,;:–—]/.test(text.slice(before.to, word.from))) edges.push(i);
  }
  return [...edges, words.length];
}

function trimmed(text: string, { from, to }: Span): Span {
  const lead = LEADING.exec(text.slice(from, to))?.[0].length ?? 0;
  let start = to - from - lead >= 12 ? from + lead : from;
  let end = to;
  while (start < end && /[\s,"“]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s,"”]/.test(text[end - 1] ?? '')) end--;
  return { from: start, to: end };
}
