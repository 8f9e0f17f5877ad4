import { endOfWord, isLetterPair, JOINT, KINDS, LETTER, learn, nextWord, plainWord, SPACE } from './letters.ts';

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

/** How many words characters `from` to `to` of a text have, as pace and word shares count them. */
export function countWords(text: string, from = 0, to = text.length): number {
  let n = 0;
  /** What stands before: 0 nothing of a word, 1 a letter, 2 a joint that follows a letter. */
  let before = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] || learn(code);
    if (kind === LETTER) {
      if (before === 0) n++;
      before = 1;
    } else if (kind === SPACE) before = 0;
    else if (kind === JOINT) before = before === 1 ? 2 : 0;
    else if (isLetterPair(text, i)) {
      // The second half of the pair is passed over: it stands for itself nowhere.
      if (before === 0) n++;
      before = 1;
      i++;
    } else before = 0;
  }
  return n;
}
