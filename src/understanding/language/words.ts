import { endOfWord, JOINT, KINDS, LETTER, nextWord, plainWord, SPACE } from './letters.ts';

/** A word in the plain form that cues are written in, and the characters of the text it came from. */
export interface Word {
  /** Lower case, straight apostrophes, one part of a contraction: "I'll" gives `i` and `will`, both from the same characters. */
  w: string;
  from: number;
  to: number;
}

/** Sounds without meaning, and adverbs that only colour: taken out so that "I really just need" reads as "I need". */
const FILLERS = new Set(
  'um uh er erm eh ehm hmm hm mm mhm mm-hmm uh-huh ah oh really just actually basically simply quite also definitely certainly obviously literally honestly surely absolutely truly personally eigenlijk gewoon echt ook even eens wel nou zeg dus'.split(
    ' ',
  ),
);
/** Is this one of the words that are gone before cues are looked for? */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

const HEDGES = new Set('maybe perhaps probably possibly hopefully misschien waarschijnlijk hopelijk'.split(' '));

const PRONOUN = 'i you he she it we they that this there here what who where how when why'.split(' ');
const ENDINGS: Record<string, string[]> = { "'ll": ['will'], "'ve": ['have'], "'d": ['would'], "'re": ['are'], "'s": ['is'] };
const CONTRACTIONS = new Map<string, string[]>([
  ["i'm", ['i', 'am']],
  ['im', ['i', 'am']],
  ['ive', ['i', 'have']],
  ['youre', ['you', 'are']],
  ['youve', ['you', 'have']],
  ['theyre', ['they', 'are']],
  ['weve', ['we', 'have']],
  ['thats', ['that', 'is']],
  ['whats', ['what', 'is']],
  ['hows', ['how', 'is']],
  ["let's", ['let', 'us']],

  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['gotta', ['have', 'to']],
  ['cause', ['because']],
  ['cannot', ['can', 'not']],
  ["'kay", ['okay']],
  ['ok', ['okay']],
  ['alright', ['okay']],
  ["'t", ['het']],
  ["m'n", ['mijn']],
  ["z'n", ['zijn']],
]);
for (const word of PRONOUN)
  for (const [ending, parts] of Object.entries(ENDINGS))
    if (word !== 'i' || ending !== "'s") CONTRACTIONS.set(word + ending, [word, ...parts]);
for (const verb of 'do does did is are was were would could should have has had need must might'.split(' ')) {
  CONTRACTIONS.set(`${verb}n't`, [verb, 'not']);
  CONTRACTIONS.set(`${verb}nt`, [verb, 'not']);
}
CONTRACTIONS.set("can't", ['can', 'not']).set('cant', ['can', 'not']).set("won't", ['will', 'not']);

/** What becomes of a word that is not taken as it stands: it is gone, makes what follows less sure, or is opened into several. */
const TURNS_INTO = new Map<string, 'nothing' | 'doubt' | string[]>(CONTRACTIONS);
for (const word of FILLERS) TURNS_INTO.set(word, 'nothing');
for (const word of HEDGES) TURNS_INTO.set(word, 'doubt');

export interface Heard {
  words: Word[];
  /** How many words were really said, fillers included. */
  said: number;
  /** "Maybe", "probably": what follows is less sure. */
  hedged: boolean;
}

/** The words of characters `from` to `to` of a text as cues see them: contractions opened, fillers gone, stammers ("the the") said once. */
export function hear(text: string, from = 0, to = text.length): Heard {
  const words: Word[] = [];
  let said = 0;
  let hedged = false;
  let last = '';
  for (let at = nextWord(text, from, to); at < to; ) {
    const end = endOfWord(text, at);
    said++;
    const plain = plainWord(text, at, end);
    const into = TURNS_INTO.get(plain);
    if (into === undefined) {
      if (plain !== last) words.push({ w: plain, from: at, to: end });
      last = plain;
    } else if (into === 'doubt') hedged = true;
    else if (into !== 'nothing') {
      for (const w of into) {
        if (w !== last) words.push({ w, from: at, to: end });
        last = w;
      }
    }
    at = nextWord(text, end, to);
  }
  return { words, said, hedged };
}

/** The first of the words that `hear` gives; null when it gives none. */
export function firstHeard(text: string, from: number, to: number): string | null {
  for (let at = nextWord(text, from, to); at < to; ) {
    const end = endOfWord(text, at);
    const plain = plainWord(text, at, end);
    const into = TURNS_INTO.get(plain);
    if (into === undefined) return plain;
    if (typeof into !== 'string') return into[0] ?? null;
    at = nextWord(text, end, to);
  }
  return null;
}

/** What a unit is when it stands for itself. */
const KNOWN = LETTER | JOINT | SPACE;
/**
 * Whether a word begins, by the last three units, two bits each: a letter after none, unless a joint stands between it and a letter.
 * A look at a table instead of questions: where words end cannot be foretold, and a wrong guess costs a processor more than the rest.
 */
const BEGINS = Uint8Array.from({ length: 64 }, (_, units) => {
  const [beforeThat, before, unit] = [units >> 4, (units >> 2) & 3, units & 3];
  return unit === LETTER && before !== LETTER && !(before === JOINT && beforeThat === LETTER) ? 1 : 0;
});

/**
 * How many words characters `from` to `to` of a text have, as pace and word shares count them. No function is called within the loop:
 * the tables would be fetched again after each call, which takes as long as all else together.
 */
export function countWords(text: string, from = 0, to = text.length): number {
  const kinds = KINDS;
  let n = 0;
  let units = 0;
  for (let i = from; i < to; i++) {
    const kind = kinds[text.charCodeAt(i)] as number;
    if ((kind & KNOWN) === 0) return countRare(text, from, to);
    units = ((units << 2) | (kind & 3)) & 63;
    n += BEGINS[units] as number;
  }
  return n;
}

/** The same with units that were never looked at, and with pairs of them. */
function countRare(text: string, from: number, to: number): number {
  let n = 0;
  for (let at = nextWord(text, from, to); at < to; n++) at = nextWord(text, endOfWord(text, at), to);
  return n;
}

/**
 * How many words each of these texts has: the same as `countWords` of each, three times as fast for a whole conversation, as a list of
 * units is walked quicker than a string.
 */
export function countWordsOfEach(texts: readonly string[]): number[] {
  const whole = texts.join('\n');
  const all = new Uint16Array(whole.length);
  // Both are little-endian: on no other machine is there a Node for us.
  Buffer.from(all.buffer).write(whole, 'utf16le');
  const kinds = KINDS;
  const counts: number[] = [];
  let i = 0;
  for (const text of texts) {
    const end = i + text.length;
    let n = 0;
    let units = 0;
    for (; i < end; i++) {
      const kind = kinds[all[i] as number] as number;
      if ((kind & KNOWN) === 0) break;
      units = ((units << 2) | (kind & 3)) & 63;
      n += BEGINS[units] as number;
    }
    counts.push(i < end ? countRare(text, 0, text.length) : n);
    i = end + 1;
  }
  return counts;
}
