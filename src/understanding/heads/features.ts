import { endOfWord, nextWord, plainWord } from '../language/letters.ts';

/** How many rows of weights there are: a feature is a row, found by a hash of what it is. */
export const ROWS = 1 << 16;

/** Kinds of features, so that "so" as a word and as a piece of a word are not the same row. */
const WORD = 0x1b873593;
const PAIR = 0x2545f491;
const THREE = 0x38495ab5;
const PIECE = 0x5bd1e995;
const SHAPE = 0x6c8e9cf5;

/** Shortest and longest piece of a word, in characters; its edges count as one each. */
const SHORTEST = 2;
const LONGEST = 4;
const EDGE = 1;

/**
 * What a sentence is made of, as rows of weights, in three groups that are each weighed by how many they are: single words to threes, pieces of words,
 * and the shape (how it opens, how long it is, who is spoken of). Marks and capitals are no part of it: speech recognition often writes none.
 */
export interface Features {
  rows: Int32Array;
  /** Where each group ends in `rows`; the first begins at 0. */
  ends: Int32Array;
}

/** The weight of a group of `n` features: all of it together has the length 1 (or its share of it), however long the sentence. */
const SHARES = [1, 0.7, 0.7] as const;
export function weightOf(group: number, n: number): number {
  return n === 0 ? 0 : (SHARES[group] ?? 0) / Math.sqrt(n);
}

const YOU = new Set('you your yours yourself u'.split(' '));
const ME = new Set("i my me mine myself i'm i've i'll i'd im".split(' '));
const WE = new Set("we us our ours we're we've we'll we'd".split(' '));

/** Room for one sentence; grown when a longer one comes. */
let room = new Int32Array(4096);
let filled = 0;
const hashes = new Int32Array(2048);
const MOST_WORDS = 400;

function put(hash: number): void {
  if (filled === room.length) {
    const wider = new Int32Array(room.length * 2);
    wider.set(room);
    room = wider;
  }
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  room[filled++] = (mixed ^ (mixed >>> 15)) & (ROWS - 1);
}

/**
 * The features of characters `from` to `to` of a text. What it returns is read before the next call: both arrays are used again.
 * Of a sentence longer than 400 words the first 400 are looked at.
 */
export function featuresOf(text: string, from = 0, to = text.length): Features {
  filled = 0;
  let n = 0;
  let you = 0;
  let me = 0;
  let we = 0;
  let numbers = 0;
  const starts: number[] = [];
  for (let at = nextWord(text, from, to); at < to && n < MOST_WORDS; ) {
    const end = Math.min(endOfWord(text, at), to);
    const word = plainWord(text, at, end);
    hashes[n++] = hashOf(word);
    starts.push(at, end);
    if (YOU.has(word)) you++;
    else if (ME.has(word)) me++;
    else if (WE.has(word)) we++;
    const code = word.charCodeAt(0);
    if (code > 47 && code < 58) numbers++;
    at = nextWord(text, end, to);
  }
  wordsAndThrees(n);
  ends[0] = filled;
  for (let i = 0; i < n; i++) pieces(plainWord(text, starts[2 * i] ?? 0, starts[2 * i + 1] ?? 0));
  ends[1] = filled;
  const first = n > 0 ? (hashes[0] ?? 0) : 0;
  const second = n > 1 ? (hashes[1] ?? 0) : 0;
  const third = n > 2 ? (hashes[2] ?? 0) : 0;
  put(SHAPE ^ first);
  put(Math.imul(SHAPE ^ first, 31) ^ second);
  put(Math.imul(Math.imul(SHAPE ^ first, 31) ^ second, 31) ^ third);
  put((SHAPE + 101) ^ Math.imul(Math.min(12, Math.floor(Math.log2(n + 1) * 2)), 7919));
  put((SHAPE + 102) ^ Math.imul(Math.min(3, you), 7919));
  put((SHAPE + 103) ^ Math.imul(Math.min(3, me), 7919));
  put((SHAPE + 104) ^ Math.imul(Math.min(3, we), 7919));
  put((SHAPE + 105) ^ Math.imul(Math.min(3, numbers), 7919));
  ends[2] = filled;
  return { rows: room, ends };
}

const ends = new Int32Array(3);

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function wordsAndThrees(n: number): void {
  let before = EDGE;
  let beforeThat = 0;
  for (let i = 0; i <= n; i++) {
    const hash = i < n ? (hashes[i] ?? 0) : EDGE;
    if (i < n) put(WORD ^ hash);
    put(PAIR ^ (Math.imul(before, 0x01000193) ^ hash));
    if (i > 0) put(THREE ^ (Math.imul(Math.imul(beforeThat, 0x01000193) ^ before, 0x01000193) ^ hash));
    beforeThat = before;
    before = hash;
  }
}

function pieces(word: string): void {
  const last = word.length + 1;
  for (let start = 0; start <= last; start++) {
    let hash = PIECE;
    for (let i = start; i <= last && i - start < LONGEST; i++) {
      hash = Math.imul(hash ^ (i === 0 || i === last ? EDGE : word.charCodeAt(i - 1)), 0x01000193);
      if (i - start + 1 >= SHORTEST) put(hash ^ (i - start));
    }
  }
}
