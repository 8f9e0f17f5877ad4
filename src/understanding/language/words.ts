/** A word in the plain form that cues are written in, and the characters of the text it came from. */
export interface Word {
  /** Lower case, straight apostrophes, one part of a contraction: "I'll" gives `i` and `will`, both from the same characters. */
  w: string;
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu;

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
  WORD.lastIndex = from;
  for (let match = WORD.exec(text); match && match.index < to; match = WORD.exec(text)) {
    said++;
    const plain = match[0].toLowerCase().replace(/’/g, "'");
    if (HEDGES.has(plain)) hedged = true;
    else if (!FILLERS.has(plain)) {
      const at = { from: match.index, to: match.index + match[0].length };
      for (const w of CONTRACTIONS.get(plain) ?? [plain]) if (words[words.length - 1]?.w !== w) words.push({ w, ...at });
    }
  }
  WORD.lastIndex = 0;
  return { words, said, hedged };
}

/** How many words a text has, as pace and word shares count them. */
export function countWords(text: string): number {
  let n = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) n++;
  return n;
}
