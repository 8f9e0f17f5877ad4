import { spansOf } from '#understanding/language/sentences.ts';
import { ascend, scoreOf } from '../ascent.ts';
import { foldsOf } from '../chance.ts';
import type { CorpusName, Line } from '../corpora.ts';
import { missCostOf } from '../layers.ts';
import { sparseOf } from '../sparse.ts';
import { asks, bareOf } from './bare.ts';
import { ascendDense } from './dense.ts';

/** A sentence as heard without marks, and whether it was written with a question mark. */
interface Heard {
  dialogue: string;
  turn: number;
  speaker: string;
  bare: string;
  asked: boolean;
  /** Whether it counts: the other's turns in PersuasionForGood are only there to be seen. */
  counts: boolean;
}

/** Sentences of a corpus, in the order they were said. */
export function heardIn(corpus: Extract<CorpusName, 'casino' | 'persuasion'>, lines: Line[]): Heard[] {
  const heard: Heard[] = [];
  let last = '';
  for (const line of lines) {
    const dialogue = String(line.d);
    const turn = Number(line.turn ?? line.i);
    const prev = String(line.prev ?? '');
    if (corpus === 'persuasion' && last !== `${dialogue} ${turn}` && prev !== '' && prev !== '<Start>')
      heard.push(...sentencesOf(prev, { dialogue, turn: turn * 2, speaker: 'other' }));
    last = `${dialogue} ${turn}`;
    heard.push(
      ...sentencesOf(String(line.x), {
        dialogue,
        turn: corpus === 'persuasion' ? turn * 2 + 1 : turn,
        speaker: String(line.s ?? 'persuader'),
      }),
    );
  }
  return heard;
}

function sentencesOf(text: string, said: Pick<Heard, 'dialogue' | 'turn' | 'speaker'>): Heard[] {
  const spans = spansOf(text);
  const parts = spans.length > 1 ? spans.map(({ from, to }) => text.slice(from, to)) : [text];
  return parts.map((part) => ({ ...said, bare: bareOf(part), asked: asks(part.trim()), counts: true })).filter(({ bare }) => bare !== '');
}

const INNER = 5;
const SEED = 7;

/** What two layers say of every sentence, taught on `which`: out of fold within it. */
export function blindly(heard: Heard[]): { wanted: Int8Array; answers: (which: Int32Array) => Float32Array } {
  const n = heard.length;
  const wanted = Int8Array.from(heard, ({ asked }) => (asked ? 1 : -1));
  const near = neighboursOf(heard);
  const alone = sparseOf(heard.map(({ bare }) => ({ text: bare, sentence: { from: 0, to: bare.length } })));
  const among = sparseOf(
    heard.map((_, i) => {
      const text = amongOf(heard, near, i);
      return { text, sentence: { from: 0, to: text.length } };
    }),
  );
  const answers = (which: Int32Array) => {
    const fold = new Int8Array(n).fill(-1);
    const inner = foldsOf(
      Array.from(which, (i) => heard[i]?.dialogue ?? ''),
      INNER,
      SEED,
    );
    for (const [k, i] of which.entries()) fold[i] = inner[k] as number;
    const missCost = missCostOf(wanted.filter((_, i) => fold[i] !== -1));
    const outOfFold = (teach: (some: Int32Array) => (i: number) => number) => {
      const said = Float32Array.from({ length: n }, (_, i) => i).map(teach(which));
      for (let part = 0; part < INNER; part++) {
        const says = teach(which.filter((i) => fold[i] !== part));
        for (const i of which) if (fold[i] === part) said[i] = says(i);
      }
      return said;
    };
    const scores = [alone, among].map((sparse) =>
      outOfFold((some) => {
        const head = ascend(sparse, wanted, some, { cost: 0.5, missCost, rounds: 10, seed: SEED });
        return (i) => scoreOf(head, sparse, i);
      }),
    );
    const rows = rowsOf(heard, near, scores);
    return outOfFold((some) => {
      const said = ascendDense(rows, wanted, some, { cost: 0.05, missCost, rounds: 20, seed: SEED });
      return (i) => said[i] as number;
    });
  };
  return { wanted, answers };
}

interface Near {
  before: Int32Array;
  after: Int32Array;
}

/** The sentence before and after each in its dialogue, -1 where there is none. */
function neighboursOf(heard: Heard[]): Near {
  const at = (step: number) => Int32Array.from(heard, ({ dialogue }, i) => (heard[i + step]?.dialogue === dialogue ? i + step : -1));
  return { before: at(-1), after: at(1) };
}

function amongOf(heard: Heard[], { before, after }: Near, i: number): string {
  const one = heard[i] as Heard;
  const words = (j: number, from: number, to?: number) => {
    const other = heard[j];
    if (!other) return ['zznone'];
    const prefix = `z${j < i ? 'b' : 'c'}${other.turn === one.turn ? 's' : 'o'}`;
    return other.bare
      .split(' ')
      .slice(from, to)
      .map((word) => prefix + word);
  };
  return [one.bare, ...words(before[i] as number, -5), ...words(after[i] as number, 0, 6)].join(' ');
}

function rowsOf(heard: Heard[], { before, after }: Near, scores: Float32Array[]) {
  const width = scores.length * 3 + 9;
  const rows = new Float32Array(heard.length * width);
  const bit = (yes: boolean) => (yes ? 1 : 0);
  for (const [i, one] of heard.entries()) {
    const [b, a] = [before[i] as number, after[i] as number];
    const clipped = (column: Float32Array, j: number) => (j < 0 ? 0 : Math.tanh(column[j] as number));
    const words = one.bare.split(' ').length;
    rows.set(
      [
        ...scores.flatMap((column) => [clipped(column, i), clipped(column, b), clipped(column, a)]),
        bit(heard[b]?.turn !== one.turn),
        bit(heard[a]?.turn !== one.turn),
        bit(b < 0),
        bit(a < 0),
        bit(words <= 2),
        bit(words <= 5),
        Math.min(1, words / 20),
        Math.exp(-one.turn / 2),
        Math.min(1, (heard[a]?.bare.length ?? 0) / 60),
      ],
      i * width,
    );
  }
  return { n: heard.length, width, rows };
}
