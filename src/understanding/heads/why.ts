import { MOST_REASONS, type Why, type WhyReason } from '#model/why.ts';
import { ACTING, FINDING } from './cues.ts';
import { featuresOf, originsOf, weightOf } from './features.ts';
import type { Hearing } from './hearing.ts';
import { inputsOf, LOUDNESS, NAMED, type Offsets, offsetsOf, widthOf } from './inputs.ts';
import { type Model, ourModel } from './model.ts';
import type { Network } from './network.ts';
import { sense } from './sense.ts';
import { type Share, spansOf } from './spans.ts';
import type { Unit } from './unit.ts';
import { pullsOf } from './vectors.ts';

/** Says of a unit why heads said yes to it: the words, and what is not words. */
export type Account = (unit: number, heads: string[]) => Why;

/**
 * Opens a hearing to be asked why. What a head says is followed back: through the second layer, which is straight where it stands, to each of its
 * inputs, and from the scores among these through the first layer to the rows of weights and the words whose rows they are.
 */
export function accountOf(hearing: Hearing, model: Model = ourModel()): Account {
  const { units, marks, lastTurn } = hearing;
  const { layout, vectors, network, card } = model;
  const senses = sense(units, model);
  const rows = inputsOf(units, senses, { layout, vectors, marks, lastTurn });
  const width = widthOf(layout);
  const offsets = offsetsOf(layout);
  return (i, heads) => {
    const unit = units[i];
    if (!unit) return { words: [], reasons: [] };
    const row = rows.subarray(i * width, (i + 1) * width);
    const outputs = heads.map((name) => card.heads.findIndex((head) => head.name === name)).filter((at) => at >= 0);
    const slopes = slopesOf(network, row, outputs);
    const shares = sharesOf({ unit, row, slopes, offsets, model });
    const reasons = reasonsOf({ row, slopes, offsets, model });
    const all = [...shares.map(({ share }) => share), ...reasons.map(({ weight }) => weight)].reduce(
      (sum, one) => sum + Math.max(0, one),
      0,
    );
    if (all === 0) return { words: [], reasons: [] };
    return {
      words: spansOf(
        unit.text,
        shares.map((one) => ({ ...one, share: one.share / all })),
      ),
      reasons: reasons
        .filter(({ weight }) => weight / all >= LEAST_REASON)
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST_REASONS)
        .map(({ reason }) => reason),
    };
  };
}

/** What weighs less than this is not named. */
const LEAST_REASON = 0.08;

interface Looked {
  row: Float32Array;
  slopes: Float32Array;
  offsets: Offsets;
  model: Model;
}

/** How much each input of the second layer moves these heads: straight to them, and through the hidden units that are awake. */
function slopesOf({ inputs, hidden, outputs, into, out }: Network, row: Float32Array, heads: number[]): Float32Array {
  const awake = new Float32Array(hidden);
  for (let k = 0; k < hidden; k++) {
    let sum = into[inputs * hidden + k] as number;
    for (let j = 0; j < inputs; j++) sum += (row[j] as number) * (into[j * hidden + k] as number);
    if (sum > 0) for (const head of heads) awake[k] = (awake[k] as number) + (out[k * outputs + head] as number);
  }
  return Float32Array.from({ length: inputs }, (_, j) => {
    let slope = 0;
    for (const head of heads) slope += out[(hidden + j) * outputs + head] as number;
    for (let k = 0; k < hidden; k++) slope += (into[j * hidden + k] as number) * (awake[k] as number);
    return slope;
  });
}

/** What each word of the unit adds: through the first layer, by the cues it is part of, and by what it means. */
function sharesOf({ unit, row, slopes, offsets, model }: Looked & { unit: Unit }): Share[] {
  const { text, sentence } = unit;
  const { words, first, last } = originsOf(text, sentence.from, sentence.to);
  const shares = new Float64Array(words.length);
  const give = (from: number, to: number, amount: number) => {
    for (let w = Math.max(0, from); w <= to && from >= 0; w++) shares[w] = (shares[w] as number) + amount / (to - from + 1);
  };
  for (const [r, amount] of rowsIn(unit, slopes, model).entries()) give(first[r] ?? -1, last[r] ?? -1, amount);
  const giveHeard = (from: number, to: number, amount: number) => {
    const inside = words.flatMap((word, w) => (word.from < to && word.to > from ? [w] : []));
    give(inside[0] ?? -1, inside.at(-1) ?? -1, amount);
  };
  const cues = [...ACTING.map((tag) => unit.acting.get(tag)), ...FINDING.map((tag) => unit.finding.get(tag))];
  for (const [c, hit] of cues.entries()) {
    const at = offsets.acting + c;
    const from = hit && sentence.words[hit.start]?.from;
    const to = hit && sentence.words[hit.end - 1]?.to;
    if (from !== undefined && to !== undefined) giveHeard(from, to, (slopes[at] as number) * (row[at] as number));
  }
  const { dimensions } = model.layout;
  const meaning = slopes.subarray(offsets.meaning, offsets.meaning + dimensions);
  for (const [w, pull] of (dimensions > 0 ? pullsOf(sentence.words, meaning, model.vectors) : []).entries()) {
    const word = sentence.words[w];
    if (word) giveHeard(word.from, word.to, LOUDNESS * pull);
  }
  return words.map((word, w) => ({ ...word, share: shares[w] as number }));
}

/** What each row of weights adds through the first layer. */
function rowsIn({ text, sentence }: Unit, slopes: Float32Array, { weights, scales, biases }: Model): Float32Array {
  const width = scales.length;
  const { rows, ends } = featuresOf(text, sentence.from, sentence.to);
  const n = ends[ends.length - 1] as number;
  const groups = Float32Array.from({ length: n }, (_, r) => {
    const group = ends.findIndex((end) => r < end);
    const from = group === 0 ? 0 : (ends[group - 1] as number);
    return weightOf(group, (ends[group] as number) - from);
  });
  const sums = new Float64Array(width);
  for (let r = 0; r < n; r++)
    for (let k = 0; k < width; k++)
      sums[k] = (sums[k] as number) + (groups[r] as number) * (weights[(rows[r] as number) * width + k] as number);
  const say = Float64Array.from(sums, (sum, k) => {
    const bias = biases[k] as number;
    return (slopes[k] as number) * climb(bias, bias + sum * (scales[k] as number)) * (scales[k] as number);
  });
  return Float32Array.from({ length: n }, (_, r) => {
    let amount = 0;
    for (let k = 0; k < width; k++) amount += (say[k] as number) * (weights[(rows[r] as number) * width + k] as number);
    return amount * (groups[r] as number);
  });
}

/**
 * How steep tanh is on the way from what no word gives to what these words give. Not where it ends: it is flat there for what was heard most
 * clearly, and the words that made it so would count for nothing.
 */
function climb(from: number, to: number): number {
  return Math.abs(to - from) < 1e-4 ? 1 - Math.tanh(from) ** 2 : (Math.tanh(to) - Math.tanh(from)) / (to - from);
}

/** What is not words, by what it adds. Only what was noticed counts: that something was absent is no reason a person would give. */
function reasonsOf({ row, slopes, offsets, model }: Looked): { reason: WhyReason; weight: number }[] {
  const weights = new Map<WhyReason, number>();
  const add = (reason: WhyReason, j: number) => {
    const amount = (slopes[j] as number) * Math.max(0, row[j] as number);
    weights.set(reason, (weights.get(reason) ?? 0) + amount);
  };
  const { around } = model.layout;
  for (const [block, reason] of BLOCKS.entries())
    for (let k = 0; k < around.length; k++) {
      const sensor = model.card.sensors[around[k] as number] ?? '';
      add(reason === 'said-before' ? (BEFORE[sensor] ?? reason) : reason, offsets.around + block * around.length + k);
    }
  const shape = (reason: WhyReason, places: readonly number[]) => {
    for (const place of places) add(reason, offsets.shape + place);
  };
  shape('question-mark', NAMED.asks);
  shape('opens-turn', NAMED.opens);
  shape('few-words', NAMED.few);
  shape('after-question', NAMED.afterQuestion);
  if (NAMED.shared.some((place) => (row[offsets.shape + place] as number) > 0)) {
    shape('same-words', NAMED.shared);
    if (model.layout.dimensions > 0) add('same-words', offsets.meaning + model.layout.dimensions);
  }
  return [...weights].map(([reason, weight]) => ({ reason, weight }));
}

/** The blocks of neighbours, in their order. */
const BLOCKS: WhyReason[] = ['beside-it', 'beside-it', 'said-before', 'said-after'];
const BEFORE: Record<string, WhyReason> = {
  question: 'after-question',
  'question.open': 'after-question',
  'question.closed': 'after-question',
  request: 'asked-for',
};
