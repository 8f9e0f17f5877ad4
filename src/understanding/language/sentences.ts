import { countWords, type Heard, hear } from './words.ts';

/** A sentence of a turn: characters `from` to `to`, its words, and the mark it ends with (none in much of what speech recognition writes). */
export interface Sentence extends Heard {
  from: number;
  to: number;
  ends: '?' | '!' | '.' | '';
}

const ABBREVIATION = /(?:^|\s)(?:mr|mrs|ms|dr|prof|vs|e\.g|i\.e|approx|no|st|dhr|mevr|bijv|ca|[a-z])$/i;

/** Words that begin a new thought in speech written without marks, when the second word shows that one begins. */
const JOINTS = new Set('and so but okay well because yeah right now en maar dus want oke ja nou'.split(' '));
const STARTS = new Set(
  'i we you they he she it that there what how why where who when which do does did can could would are is have if let ik we wij jij je u zij hij het dat er wat hoe waarom wie waar wanneer'.split(
    ' ',
  ),
);
const LONG = 12;

/** A sentence before its words are heard: where it stands, how many words it has, and its mark. */
export type Span = Pick<Sentence, 'from' | 'to' | 'said' | 'ends'>;

/** Splits a turn into sentences; a long stretch without marks is split where a new thought begins. Empty when nothing was said. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (let span = spanAfter(text, 0); span; span = spanAfter(text, span.to)) {
    const { from, to, said, ends } = span;
    const heard = hear(text, from, to);
    if (!isLongThought(span)) found.push({ words: heard.words, said, hedged: heard.hedged, from, to, ends });
    else for (const piece of thoughtsOf(text, from, to, heard)) found.push({ ...hear(text, piece.from, piece.to), ...piece, ends });
  }
  return found;
}

/** Where the sentences stand, without their words: for whoever only asks how long they are. */
export function spansOf(text: string): Span[] {
  const found: Span[] = [];
  for (let span = spanAfter(text, 0); span; span = spanAfter(text, span.to)) {
    const { from, to, ends } = span;
    if (!isLongThought(span)) found.push(span);
    else
      for (const piece of thoughtsOf(text, from, to, hear(text, from, to)))
        found.push({ ...piece, said: countWords(text, piece.from, piece.to), ends });
  }
  return found;
}

const isLongThought = ({ said, ends }: Span) => ends === '' && said > LONG;

/** The first sentence from character `at` on, by marks alone; null when nothing more is said. Each next one begins where the last one ends. */
export function spanAfter(text: string, at: number): Span | null {
  let from = at;
  for (let i = nextMark(text, at); i <= text.length; i = nextMark(text, i + 1)) {
    if (i < text.length && !endsAt(text, from, i)) continue;
    let end = i;
    while (end < text.length && isMark(text.charCodeAt(end))) end++;
    const span = spanOf(text, from, end);
    if (span) return span;
    from = end;
    i = Math.max(i, end - 1);
  }
  return null;
}

/** The next character that a sentence could end at, or the end of the text. */
function nextMark(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 63 ? code === 0x2026 : code === 46 || code === 63 || code === 33 || code === 10 || code === 13) return i;
  }
  return Math.max(at, text.length);
}

function isMark(code: number): boolean {
  // . ! ? … and the closing quotes and brackets that follow them
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 34 || code === 41 || code === 0x201d;
}

function endsAt(text: string, from: number, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code === 10 || code === 13) return true;
  if (code === 33 || code === 63) return true;
  if (code !== 46 && code !== 0x2026) return false;
  const next = text.charCodeAt(i + 1);
  if (!Number.isNaN(next) && next > 32 && !isMark(next)) return false;
  return code !== 46 || !ABBREVIATION.test(text.slice(Math.max(from, i - 8), i));
}

function spanOf(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  const said = from === to ? 0 : countWords(text, from, to);
  return said > 0 ? { from, to, said, ends: markAt(text, from, to) } : null;
}

function markAt(text: string, from: number, to: number): Sentence['ends'] {
  let mark: Sentence['ends'] = '';
  for (let i = to - 1; i >= from && isMark(text.charCodeAt(i)); i--) {
    const sign = text[i];
    if (sign === '?') return '?';
    if (sign === '!') mark = '!';
    else if (mark === '' && (sign === '.' || sign === '…')) mark = '.';
  }
  return mark;
}

function thoughtsOf(text: string, from: number, to: number, heard: Heard): { from: number; to: number }[] {
  const cuts: number[] = [];
  let last = 0;
  for (let i = 4; i < heard.words.length - 2; i++) {
    const word = heard.words[i];
    const next = heard.words[i + 1];
    if (!word || !next || i - last < 4 || !JOINTS.has(word.w) || !STARTS.has(next.w) || word.from === next.from) continue;
    cuts.push(word.from);
    last = i;
  }
  const edges = [from, ...cuts, to];
  return edges.slice(0, -1).map((start, i) => {
    let end = edges[i + 1] ?? to;
    while (end > start && text.charCodeAt(end - 1) <= 32) end--;
    return { from: start, to: end };
  });
}
