import { isContent, stemOf } from '../language/content.ts';
import { ACTING, FINDING } from './cues.ts';
import type { Unit } from './unit.ts';
import { meanInto, type Vectors } from './vectors.ts';

/** What is known beside the words: 34 numbers of about 0 to 1. */
export const SHAPE = 34;

/** How the first layer's scores of a unit and its neighbours are laid out for the second. */
export interface Layout {
  /** Scores a unit. */
  sensors: number;
  /** Those of them that neighbours are looked at for, by number. */
  around: Int32Array;
  /** Numbers a word vector has; 0 for none. */
  dimensions: number;
}

/** Inputs of the second layer, a unit. */
export function widthOf({ sensors, around, dimensions }: Layout): number {
  return sensors + 4 * around.length + ACTING.length + FINDING.length + SHAPE + (dimensions === 0 ? 0 : dimensions + 1);
}

/** Where each kind of input begins in a row; the scores of the unit itself begin it. */
export interface Offsets {
  /** Four blocks of as many as are looked at around it: the sentence before, the one after, the other's last turn, the other's next. */
  around: number;
  acting: number;
  shape: number;
  /** The numbers of what it is about, then how near that is to what the other said. */
  meaning: number;
}

export function offsetsOf({ sensors, around }: Layout): Offsets {
  const acting = sensors + 4 * around.length;
  const shape = acting + ACTING.length + FINDING.length;
  return { around: sensors, acting, shape, meaning: shape + SHAPE };
}

/** Where each unit's turn begins and ends, and which turns of another speaker stand before and after it. */
export interface Places {
  start: Int32Array;
  end: Int32Array;
  /** First and last unit of the other's turn before, that was more than a sign of listening; -1 when there is none. */
  before: Int32Array;
  beforeEnd: Int32Array;
  after: Int32Array;
  afterEnd: Int32Array;
}

const FEW_WORDS = 4;

/** Looks up the neighbours of every unit. */
export function placesOf(units: Unit[]): Places {
  const n = units.length;
  const places: Places = {
    start: new Int32Array(n),
    end: new Int32Array(n),
    before: new Int32Array(n).fill(-1),
    beforeEnd: new Int32Array(n).fill(-1),
    after: new Int32Array(n).fill(-1),
    afterEnd: new Int32Array(n).fill(-1),
  };
  const turns: { from: number; to: number; speaker: string; said: number }[] = [];
  for (let i = 0; i < n; ) {
    let to = i;
    let said = 0;
    while (to < n && units[to]?.turn === units[i]?.turn) said += units[to++]?.sentence.said ?? 0;
    turns.push({ from: i, to, speaker: units[i]?.speaker ?? '', said });
    i = to;
  }
  for (const [t, turn] of turns.entries()) {
    const before = nearest(turns, t, -1);
    const after = nearest(turns, t, 1);
    for (let i = turn.from; i < turn.to; i++) {
      places.start[i] = turn.from;
      places.end[i] = turn.to;
      if (before) {
        places.before[i] = before.from;
        places.beforeEnd[i] = before.to;
      }
      if (after) {
        places.after[i] = after.from;
        places.afterEnd[i] = after.to;
      }
    }
  }
  return places;
}

const FAR = 4;

/** The nearest turn of another, at most four away; what is no more than "mm-hmm" is passed over when something better stands behind it. */
function nearest(turns: { from: number; to: number; speaker: string; said: number }[], from: number, step: number) {
  let small = null;
  for (let i = 1; i <= FAR; i++) {
    const turn = turns[from + step * i];
    if (!turn) break;
    if (turn.speaker === turns[from]?.speaker) continue;
    if (turn.said >= FEW_WORDS) return turn;
    small ??= turn;
  }
  return small;
}

/** Stems of what matters in a stretch of units. */
function stemsIn(units: Unit[], from: number, to: number): Set<string> {
  const stems = new Set<string>();
  for (let i = Math.max(from, to - FAR_BACK); i < to; i++)
    for (const { w } of units[i]?.sentence.words ?? []) if (isContent(w)) stems.add(stemOf(w));
  return stems;
}

/**
 * The inputs of the second layer, one row a unit: the first layer's scores (already squeezed to -1 … 1) of the unit, of the sentence before and after
 * it in its turn, the highest in the other's last turn and next one; the cues of the rules; and what is known beside the words.
 */
export function inputsOf(units: Unit[], scores: Float32Array, given: Given): Float32Array {
  const width = widthOf(given.layout);
  const rows = new Float32Array(units.length * width);
  eachInput(units, scores, given, (row, i) => rows.set(row, i * width));
  return rows;
}

/** The same, a row at a time and always in the same place, so that a line of a hundred thousand sentences needs no more room than one. */
export function eachInput(
  units: Unit[],
  scores: Float32Array,
  { layout, vectors, marks, lastTurn = units.at(-1)?.turn ?? 0 }: Given,
  use: (row: Float32Array, unit: number) => void,
): void {
  const places = placesOf(units);
  const means = vectors ? meansOf(units, vectors) : null;
  const row = new Float32Array(widthOf(layout));
  let stems = new Set<string>();
  let of = -2;
  let to = -2;
  // The highest of a turn is the same for every sentence beside it: looked for once, however long both are.
  const highestBefore = new Float32Array(layout.around.length);
  const highestAfter = new Float32Array(layout.around.length);
  for (const [i, unit] of units.entries()) {
    const before = places.before[i] ?? -1;
    const after = places.after[i] ?? -1;
    if (before !== of) {
      stems = before < 0 ? new Set() : stemsIn(units, before, places.beforeEnd[i] ?? before);
      highestInto(highestBefore, 0, scores, layout, [before, places.beforeEnd[i] ?? before]);
      of = before;
    }
    if (after !== to) {
      highestInto(highestAfter, 0, scores, layout, [after, places.afterEnd[i] ?? after]);
      to = after;
    }
    row.fill(0);
    fill(row, { units, i, unit, scores, layout, marks, lastTurn, places, stems, highestBefore, highestAfter });
    if (means) tellMeaning(row, row.length - layout.dimensions - 1, means, { i, places, dimensions: layout.dimensions });
    use(row, i);
  }
}

/** Vectors are made to count about as much as the rest. */
export const LOUDNESS = 3;

function meansOf(units: Unit[], vectors: Vectors): Float32Array {
  const means = new Float32Array(units.length * vectors.dimensions);
  for (const [i, { sentence }] of units.entries()) meanInto(means, i * vectors.dimensions, sentence.words, vectors);
  return means;
}

/** What the sentence is about, and how near that is to the nearest sentence of the other's last turn (cosine). */
function tellMeaning(
  rows: Float32Array,
  at: number,
  means: Float32Array,
  { i, places, dimensions }: { i: number; places: Places; dimensions: number },
): void {
  for (let k = 0; k < dimensions; k++) rows[at + k] = LOUDNESS * (means[i * dimensions + k] as number);
  let nearest = 0;
  const from = places.before[i] as number;
  const to = places.beforeEnd[i] as number;
  if (from >= 0)
    for (let j = Math.max(from, to - FAR_BACK); j < to; j++) {
      let cosine = 0;
      for (let k = 0; k < dimensions; k++) cosine += (means[i * dimensions + k] as number) * (means[j * dimensions + k] as number);
      nearest = Math.max(nearest, cosine);
    }
  rows[at + dimensions] = nearest;
}

/** Sentences of the other's last turn that are looked at: the last ones. */
const FAR_BACK = 12;

export interface Given {
  layout: Layout;
  /** Null where the layout has no dimensions. */
  vectors: Vectors | null;
  /** Whether this conversation writes its marks at all. Without them no mark is looked at. */
  marks: boolean;
  /** Number of the last turn, where these units are only a part of the conversation. */
  lastTurn?: number;
}

interface Filled {
  units: Unit[];
  i: number;
  unit: Unit;
  scores: Float32Array;
  layout: Layout;
  marks: boolean;
  lastTurn: number;
  places: Places;
  stems: Set<string>;
  highestBefore: Float32Array;
  highestAfter: Float32Array;
}

/** Fills `into` from `at` on with the highest score of the sensors that neighbours are looked at for, over units `from` to `to`; 0 where there are none. */
function highestInto(
  into: Float32Array,
  at: number,
  scores: Float32Array,
  { sensors, around }: Layout,
  [from, to]: [number, number],
): void {
  for (let k = 0; k < around.length; k++) {
    let most = from < to ? -1 : 0;
    for (let j = from; j < to; j++) most = Math.max(most, scores[j * sensors + (around[k] as number)] ?? 0);
    into[at + k] = most;
  }
}

function fill(row: Float32Array, filled: Filled): void {
  const { i, unit, scores, layout, places, highestBefore, highestAfter } = filled;
  const { sensors, around } = layout;
  row.set(scores.subarray(i * sensors, (i + 1) * sensors));
  const start = places.start[i] ?? i;
  const end = places.end[i] ?? i + 1;
  highestInto(row, sensors, scores, layout, i > start ? [i - 1, i] : [0, 0]);
  highestInto(row, sensors + around.length, scores, layout, i + 1 < end ? [i + 1, i + 2] : [0, 0]);
  row.set(highestBefore, sensors + 2 * around.length);
  row.set(highestAfter, sensors + 3 * around.length);
  let at = sensors + 4 * around.length;
  for (const tag of ACTING) row[at++] = unit.acting.get(tag)?.p ?? 0;
  for (const tag of FINDING) row[at++] = unit.finding.get(tag)?.p ?? 0;
  for (const value of shapeOf(filled)) row[at++] = value;
}

const YOU = new Set('you your yours yourself they their he she'.split(' '));
const ME = new Set('i my me mine myself'.split(' '));
const WE = new Set('we us our ours'.split(' '));

/** Places in the shape of what can be named to a person. */
export const NAMED = { asks: [4, 8], opens: [9], few: [15, 16], shared: [19, 20, 21], afterQuestion: [27] } as const;

function shapeOf({ units, i, unit, marks, lastTurn, places, stems }: Filled): number[] {
  const { sentence, side } = unit;
  const start = places.start[i] ?? i;
  const end = places.end[i] ?? i + 1;
  const before = places.before[i] ?? -1;
  const last = before < 0 ? undefined : units[(places.beforeEnd[i] ?? 0) - 1];
  let own = 0;
  let shared = 0;
  let [you, me, we] = [0, 0, 0];
  for (const { w } of sentence.words) {
    if (YOU.has(w)) you++;
    else if (ME.has(w)) me++;
    else if (WE.has(w)) we++;
    if (!isContent(w)) continue;
    own++;
    if (stems.has(stemOf(w))) shared++;
  }
  const n = sentence.words.length;
  const of = end - start;
  const bit = (yes: boolean) => (yes ? 1 : 0);
  const count = (many: number, most: number) => Math.min(many, most) / most;
  return [
    bit(side === 'us'),
    bit(side === 'them'),
    bit(side === 'unknown'),
    bit(marks),
    bit(marks && sentence.ends === '?'),
    bit(marks && sentence.ends === '!'),
    bit(marks && sentence.ends === '.'),
    bit(marks && sentence.ends === ''),
    bit(marks && insideMark(unit)),
    bit(i === start),
    bit(i + 1 === end),
    count(i - start, 4),
    count(of, 6),
    bit(of === 1),
    count(Math.log2(n + 1), 5),
    bit(n <= 2),
    bit(n <= 5),
    bit(n > 14),
    bit(sentence.hedged),
    count(shared, 4),
    own === 0 ? 0 : shared / own,
    bit(shared > 0),
    bit(before < 0),
    count(you, 2),
    count(me, 2),
    count(we, 2),
    bit(you > 0 && me + we === 0),
    bit(marks && last?.sentence.ends === '?'),
    bit(last !== undefined && places.beforeEnd[i] === start),
    count(unit.turn, 6),
    count(lastTurn - unit.turn, 6),
    (unit.turn + 1) / (lastTurn + 2),
    count(Math.log2(stems.size + 1), 5),
    bit(places.after[i] !== -1),
  ];
}

/** A question mark that another thought follows: "Really? That late." is one sentence in chat. */
function insideMark({ text, sentence }: Unit): boolean {
  return sentence.ends !== '?' && text.slice(sentence.from, sentence.to).includes('?');
}
