import { foldsOf } from '../chance.ts';
import { missCostOf } from '../layers.ts';
import { ascendDense, type Dense } from './dense.ts';
import { type Kernel, listen } from './kernel.ts';

/** A small corpus as a task of two layers: heads in kernels, then linear heads over what they and those of the neighbours say. */
export interface Stack {
  n: number;
  dialogues: string[];
  /** Of each head 1, -1 or 0 (unknown) an utterance. Only the first `scored` are answered for; the others help the first layer. */
  wanted: Int8Array[];
  scored: number;
  /** Each set of first-layer heads: a kernel, and the cost of an error in it. */
  sets: { kernel: Kernel; cost: number }[];
  /** Neighbours whose scores the second layer sees: of each utterance another, or -1. */
  around: Int32Array[];
  /** What else the second layer sees. */
  shape: Dense;
  secondCost: number;
}

const INNER = 5;

/**
 * What both layers, taught on `which`, say of every utterance: rows of `scored` numbers. Inside `which` it is out of fold (by dialogue), outside it is
 * what was taught on all of `which`; the mean over several ways to cut the folds. The first layer keeps its say beside the second: their sum does better
 * than either, above all for rare heads.
 */
export function answersOf(stack: Stack, which: Int32Array, seeds: readonly number[]): Float32Array {
  const { n, scored } = stack;
  const total = new Float32Array(n * scored);
  for (const seed of seeds) {
    const fold = foldsWithin(stack.dialogues, which, seed);
    const scores = firstScores(stack, which, fold, seed);
    const rows = secondRows(stack, scores);
    for (let head = 0; head < scored; head++) {
      const y = stack.wanted[head] as Int8Array;
      const missCost = missCostOf(y.filter((_, i) => fold[i] !== -1));
      const said = outOfFold(which, fold, (some) => ascendDense(rows, y, some, { cost: stack.secondCost, missCost, rounds: 30, seed }));
      for (let i = 0; i < n; i++)
        total[i * scored + head] = (total[i * scored + head] as number) + ((said[i] as number) + meanAt(scores, head, i)) / seeds.length;
    }
  }
  return total;
}

function meanAt(scores: Float32Array[][], head: number, i: number): number {
  let sum = 0;
  for (const set of scores) sum += set[head]?.[i] as number;
  return sum / scores.length;
}

/** The inner fold of every utterance of `which`, -1 outside it. */
function foldsWithin(dialogues: string[], which: Int32Array, seed: number): Int8Array {
  const inner = foldsOf(
    Array.from(which, (i) => dialogues[i] ?? ''),
    INNER,
    seed,
  );
  const fold = new Int8Array(dialogues.length).fill(-1);
  for (const [k, i] of which.entries()) fold[i] = inner[k] as number;
  return fold;
}

/** Teaches once without each fold, for what is in it, and once on all, for what is outside. */
function outOfFold(which: Int32Array, fold: Int8Array, teach: (some: Int32Array) => Float32Array): Float32Array {
  const said = teach(which);
  for (let part = 0; part < INNER; part++) {
    const others = teach(which.filter((i) => fold[i] !== part));
    for (const i of which) if (fold[i] === part) said[i] = others[i] as number;
  }
  return said;
}

/** First-layer scores: a column an utterance for every head of every set. */
function firstScores({ sets, wanted }: Stack, which: Int32Array, fold: Int8Array, seed: number): Float32Array[][] {
  return sets.map(({ kernel, cost }) =>
    wanted.map((y) => {
      const missCost = missCostOf(y.filter((_, i) => fold[i] !== -1));
      return outOfFold(which, fold, (some) => listen(kernel, y, some, { cost, missCost, seed })).map((x) => Math.max(-2, Math.min(2, x)));
    }),
  );
}

/** The second layer's inputs: all scores of the utterance, the mean over the sets of each neighbour's, and the shape. */
function secondRows({ n, around, shape }: Stack, scores: Float32Array[][]): Dense {
  const heads = scores[0]?.length ?? 0;
  const width = heads * (scores.length + around.length) + shape.width;
  const rows = new Float32Array(n * width);
  for (let i = 0; i < n; i++) {
    let at = i * width;
    for (const set of scores) for (const head of set) rows[at++] = head[i] as number;
    for (const neighbour of around) {
      const j = neighbour[i] as number;
      for (let head = 0; head < heads; head++, at++) if (j >= 0) rows[at] = meanAt(scores, head, j);
    }
    rows.set(shape.rows.subarray(i * shape.width, (i + 1) * shape.width), at);
  }
  return { n, width, rows };
}
