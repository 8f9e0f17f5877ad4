import type { Line } from '../corpora.ts';
import { prunedVectors } from '../vectors.ts';
import { type Kernel, sumOf } from './kernel.ts';
import { type Alike, alikeInMeaning, alikeInVectors, alikeInWords, sentencesIn } from './spoken.ts';
import { answersOf, type Stack } from './stack.ts';
import { type Bench, bothParts, type Row, scoreParts } from './task.ts';
import { biasesOf, choicesOf, macroF1Of } from './thresholds.ts';

interface Said {
  dialogue: string;
  turn: number;
  text: string;
  before: string;
  strategy: string;
  act: string;
}

/** Sentences of the persuader, each with what the other said before its turn. */
export async function persuasion(bench: Bench): Promise<Row[]> {
  const lines = bothParts(bench, 'persuasion', ['dev']);
  const said = lines.all.map(saidOf);
  const ours = said.filter(({ dialogue }) => !lines.isHeldOut(dialogue));
  const strategies = [...new Set(ours.map(({ strategy }) => strategy))].sort();
  const acts = [...new Set(ours.map(({ act }) => act))].filter((act) => !strategies.includes(act)).sort();
  const truths = said.map(({ strategy }) => strategies.indexOf(strategy));
  const before = alikeInWords(said.map(({ before }) => before)).whole;
  const words = alikeInWords(said.map(({ text }) => text));
  const vectors = alikeInVectors(
    said.map(({ text }) => text),
    prunedVectors(),
  );
  const rows: Row[] = [];
  for (const mode of bench.modes) {
    const texts = said.map(({ text }) => text);
    const embeddings = mode === 'accurate' ? await bench.embed([...texts, ...sentencesIn(texts).texts]) : null;
    const meaning = embeddings ? alikeInMeaning(texts, embeddings) : null;
    const stack = stackOf(said, strategies, acts, { words, before, vectors, meaning });
    const rowsOf = (some: Int32Array, answers: Float32Array) =>
      Array.from(some, (i) => answers.subarray(i * strategies.length, (i + 1) * strategies.length));
    rows.push(
      ...scoreParts(bench, {
        task: 'persuasion strategies',
        mode,
        metric: `macro-F1 of ${strategies.length}`,
        must: 0.66,
        published: '0.596 (Wang et al. 2019), 0.639',
        dialogues: said.map(({ dialogue }) => dialogue),
        isHeldOut: lines.isHeldOut,
        answers: (which) => answersOf(stack, which, bench.quick ? [1] : [1, 2]),
        score: (which, mine, answers) => {
          const learned = Array.from(which, (i) => said[i]?.dialogue ?? '');
          const known = Array.from(which, (i) => truths[i] ?? 0);
          const biases = biasesOf(rowsOf(which, answers), known, learned, strategies.length);
          const choices = choicesOf(rowsOf(mine, answers), biases);
          return macroF1Of(
            choices,
            Int32Array.from(mine, (i) => truths[i] ?? 0),
            strategies.length,
          );
        },
      }),
    );
  }
  return rows;
}

function saidOf({ d, turn, x, prev, strategy, act }: Line): Said {
  const before = String(prev ?? '');
  return {
    dialogue: String(d),
    turn: Number(turn),
    text: String(x),
    before: before === '<Start>' ? '' : before,
    strategy: String(strategy),
    act: String(act),
  };
}

interface Heard {
  words: Alike;
  /** How alike what was said before them is. */
  before: Kernel;
  vectors: Alike;
  meaning: Alike | null;
}

function stackOf(said: Said[], strategies: string[], acts: string[], { words, before, vectors, meaning }: Heard): Stack {
  const texts = said.map(({ text }) => text);
  const dialogues = said.map(({ dialogue }) => dialogue);
  const at = (step: number) => Int32Array.from(texts, (_, i) => (dialogues[i + step] === dialogues[i] ? i + step : -1));
  const of = at(-1);
  const inWords = [
    { kernel: words.whole, weight: 1 },
    { kernel: words.sentences, weight: 1 },
    { kernel: words.whole, weight: 0.15, of },
    { kernel: before, weight: 0.15 },
  ];
  const inVectors = [
    { kernel: vectors.whole, weight: 0.5 },
    { kernel: vectors.sentences, weight: 0.5 },
  ];
  const sets = [
    { kernel: sumOf(inWords), cost: 1 },
    { kernel: sumOf([...inWords, ...inVectors]), cost: 1 },
  ];
  if (meaning) {
    const inMeaning = [
      { kernel: meaning.whole, weight: 1 },
      { kernel: meaning.sentences, weight: 1 },
      { kernel: meaning.whole, weight: 0.15, of },
    ];
    sets.push(
      { kernel: sumOf(inMeaning), cost: 1 },
      { kernel: sumOf([...inWords, ...inMeaning.map((part) => ({ ...part, weight: part.weight * 1.5 }))]), cost: 0.7 },
    );
  }
  const heads = [
    ...strategies.map((name) => said.map(({ strategy }) => strategy === name)),
    ...acts.map((name) => said.map(({ act }) => act === name)),
  ];
  return {
    n: said.length,
    dialogues,
    wanted: heads.map((head) => Int8Array.from(head, (yes) => (yes ? 1 : -1))),
    scored: strategies.length,
    sets,
    around: [at(-1), at(1), at(-2), at(2)],
    shape: shapeOf(said),
    secondCost: 0.005,
  };
}

/** Where in the dialogue and in the turn, and what marks: ten numbers a sentence. */
function shapeOf(said: Said[]): Stack['shape'] {
  const width = 10;
  const rows = new Float32Array(said.length * width);
  const bit = (yes: boolean) => (yes ? 1 : 0);
  for (const [i, { dialogue, turn, text, before }] of said.entries()) {
    const [last, next] = [said[i - 1], said[i + 1]];
    const opens = last?.dialogue !== dialogue || last.turn !== turn;
    const closes = next?.dialogue !== dialogue || next.turn !== turn;
    rows.set(
      [
        Math.exp(-turn / 2),
        Math.min(1, turn / 10),
        bit(opens),
        bit(closes),
        bit(text.includes('?')),
        bit(text.includes('!')) / 2,
        Math.log2(1 + text.length) / 8,
        bit(before.includes('?')),
        bit(before === ''),
        bit(/\d|\$/.test(text)) / 2,
      ],
      i * width,
    );
  }
  return { n: said.length, width, rows };
}
