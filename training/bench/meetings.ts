import { sigmoid } from '#understanding/heads/network.ts';
import { ascend, scoreOf } from '../ascent.ts';
import { foldsOf } from '../chance.ts';
import { missCostOf, outputsOf } from '../layers.ts';
import { sparseOf } from '../sparse.ts';
import { teach } from '../teach.ts';
import { ascendDense } from './dense.ts';
import { type Around, aroundOf, SEGMENT_SHAPE, type Segment, shapeOf } from './segments.ts';

/** Heads that meetings teach: the acts, and those that the benchmark scores. */
const ACTS = ['inf', 'sug', 'ass', 'off', 'und', 'bck', 'stl', 'fra', 'be.pos', 'oth', 'el.inf', 'el.ass', 'el.sug'];
export const MEETING_HEADS: readonly string[] = [...ACTS, 'question', '?', 'action'];

/** Heads that are also taught in other words than the segment's bare ones: with its marks as words, with its neighbours' words. */
export const MARKED: readonly string[] = ['question', 'sug', 'off', 'und', 'ass', 'action'];
export const AMONG: readonly string[] = ['question', '?', 'off', 'sug'];

/** Heads whose mean over a stretch of the meeting is looked at, and how many seconds to each side. */
const STRETCHED = ['inf', 'sug', 'off', 'bck', 'question', 'action'].map((head) => MEETING_HEADS.indexOf(head));
const STRETCHES = [15, 60, 180];
const FOLDS = 3;
const SEED = 7;
const COST = 0.1;

/** Columns of first-layer scores, squeezed to -1 … 1: out of fold for what is learned from, the mean of the folds' heads for the rest. */
export interface Meetings {
  segments: Segment[];
  around: Around;
  /** Of each head 1, -1 or 0 a segment. */
  wanted: Map<string, Int8Array>;
  /** Which inner fold a segment is in, -1 where it is not learned from. */
  fold: Int8Array;
  bare: Float32Array[];
  marked: Float32Array[];
  among: Float32Array[];
}

type Teach = (wanted: Int8Array, which: Int32Array, missCost: number) => (i: number) => number;

/** The first layer, taught on the segments that `taught` says. Meetings of one group stay in one fold. */
export function hearMeetings(segments: Segment[], taught: (segment: Segment) => boolean, rounds: number): Meetings {
  const around = aroundOf(segments);
  const fold = new Int8Array(segments.length).fill(-1);
  const which = Int32Array.from(segments.keys()).filter((i) => taught(segments[i] as Segment));
  const groups = Array.from(which, (i) => groupOf(segments[i] as Segment));
  for (const [k, part] of foldsOf(groups, FOLDS, SEED).entries()) fold[which[k] as number] = part;
  const wanted = new Map(MEETING_HEADS.map((head) => [head, Int8Array.from(segments, (segment) => wantedOf(segment, head))]));
  const heard = (heads: readonly string[], teach: Teach) => heads.map((head) => crossed(wanted.get(head) ?? new Int8Array(), fold, teach));
  return {
    segments,
    around,
    wanted,
    fold,
    bare: heard(
      MEETING_HEADS,
      inWords(
        segments.map(({ bare }) => bare),
        rounds,
      ),
    ),
    marked: heard(
      MARKED,
      inWords(
        segments.map(({ text }) => markedOf(text)),
        rounds,
      ),
    ),
    among: heard(
      AMONG,
      inWords(
        segments.map((_, i) => amongOf(segments, around, i)),
        rounds,
      ),
    ),
  };
}

function crossed(wanted: Int8Array, fold: Int8Array, teach: Teach): Float32Array {
  const missCost = missCostOf(wanted.filter((_, i) => fold[i] !== -1));
  const scores = new Float32Array(fold.length);
  for (let part = 0; part < FOLDS; part++) {
    const says = teach(wanted, othersThan(fold, part), missCost);
    for (let i = 0; i < fold.length; i++)
      if (fold[i] === part) scores[i] = Math.tanh(says(i));
      else if (fold[i] === -1) scores[i] = (scores[i] as number) + Math.tanh(says(i)) / FOLDS;
  }
  return scores;
}

function othersThan(fold: Int8Array, part: number): Int32Array {
  return Int32Array.from(fold.keys()).filter((i) => fold[i] !== -1 && fold[i] !== part);
}

function inWords(texts: string[], rounds: number): Teach {
  const sparse = sparseOf(texts.map((text) => ({ text, sentence: { from: 0, to: text.length } })));
  return (wanted, which, missCost) => {
    const head = ascend(sparse, wanted, which, { cost: COST, missCost, rounds, seed: SEED });
    return (i) => scoreOf(head, sparse, i);
  };
}

/** ES2003a to ES2003d are one group of people on one project. */
export function groupOf({ meeting }: Segment): string {
  return meeting.replace(/[a-d]$/, '');
}

function wantedOf({ act, text, action }: Segment, head: string): 1 | -1 | 0 {
  if (head === 'action') return action === null ? 0 : action ? 1 : -1;
  if (head === 'question') return act.startsWith('el.') ? 1 : -1;
  if (head === '?') return text.includes('?') ? 1 : -1;
  return act === head ? 1 : -1;
}

/** Marks as words, so that pairs and threes with the words beside them are features too. */
function markedOf(text: string): string {
  return text.replace(/\?/g, ' qmark ').replace(/,/g, ' comma ').replace(/\./g, ' stop ').replace(/!/g, ' bang ');
}

/** The segment's bare words, and some of those of the segments around it, each with letters before it that say where it stands. */
function amongOf(segments: Segment[], { ownBefore, ownAfter, before, after }: Around, i: number): string {
  const words = (j: number | undefined, prefix: string, from: number, to?: number) =>
    (segments[j ?? -1]?.bare ?? 'none')
      .split(' ')
      .slice(from, to)
      .map((word) => prefix + word);
  const some = [words(ownBefore[i], 'zb', -4), words(ownAfter[i], 'zc', 0, 5), words(after[i], 'zd', 0, 8), words(before[i], 'ze', -4)];
  return [segments[i]?.bare, ...some.flat()].join(' ');
}

/** The second layer's inputs of all segments; without `marks`, of their bare words alone. */
export function meetingRows(meetings: Meetings, marks: boolean): { rows: Float32Array; inputs: number } {
  const { segments, around, bare } = meetings;
  const own = [...bare, ...meetings.among, ...(marks ? meetings.marked : [])];
  const others = [around.ownBefore, around.ownBefore2, around.ownAfter, around.ownAfter2, around.before, around.after, around.after2];
  const stretched = STRETCHES.flatMap((seconds) => STRETCHED.map((head) => meanOver(segments, bare[head] as Float32Array, seconds)));
  const inputs = own.length + others.length * bare.length + stretched.length + SEGMENT_SHAPE;
  const rows = new Float32Array(segments.length * inputs);
  for (let i = 0; i < segments.length; i++) {
    let at = i * inputs;
    for (const column of own) rows[at++] = column[i] as number;
    for (const other of others) {
      const j = other[i] as number;
      for (const column of bare) rows[at++] = j < 0 ? 0 : (column[j] as number);
    }
    for (const column of stretched) rows[at++] = column[i] as number;
    rows.set(shapeOf(segments, around, i, marks), at);
  }
  return { rows, inputs };
}

/** The mean of a column over what is said within some seconds of each segment, itself left out. */
function meanOver(segments: Segment[], column: Float32Array, seconds: number): Float32Array {
  let [from, to, sum] = [0, 0, 0];
  return Float32Array.from(segments, ({ meeting, t0 }, i) => {
    const inside = (j: number, most: number) => segments[j]?.meeting === meeting && (segments[j]?.t0 ?? 0) <= most;
    while (to < i || inside(to, t0 + seconds)) sum += column[to++] as number;
    while (segments[from]?.meeting !== meeting || (segments[from]?.t0 ?? 0) < t0 - seconds) sum -= column[from++] as number;
    return (sum - (column[i] as number)) / Math.max(1, to - from - 1);
  });
}

/** A column of what a second layer says, out of fold like the first. */
export function linearly(
  { segments, wanted, fold }: Meetings,
  { rows, inputs }: { rows: Float32Array; inputs: number },
  head: string,
  cost: number,
): Float32Array {
  const y = wanted.get(head) ?? new Int8Array();
  const teach: Teach = (_, which, missCost) => {
    const said = ascendDense({ n: segments.length, width: inputs, rows }, y, which, { cost, missCost, rounds: 8, seed: SEED });
    return (i) => said[i] as number;
  };
  return crossed(y, fold, teach);
}

/** Columns of all heads, 0 to 1, by a network of all of them together. */
export function together(
  { segments, wanted, fold }: Meetings,
  { rows, inputs }: { rows: Float32Array; inputs: number },
  options: { hidden: number; rounds: number },
): Map<string, Float32Array> {
  const outputs = MEETING_HEADS.length;
  const wants = new Float32Array(segments.length * outputs);
  for (const [h, head] of MEETING_HEADS.entries())
    for (const [i, y] of (wanted.get(head) ?? new Int8Array()).entries()) wants[i * outputs + h] = y === 0 ? -1 : y === 1 ? 1 : 0;
  const data = { rows, wanted: wants, weights: new Float32Array(segments.length).fill(1), inputs, outputs };
  const columns = MEETING_HEADS.map(() => new Float32Array(segments.length));
  for (let part = 0; part < FOLDS; part++) {
    const network = teach(data, othersThan(fold, part), { ...options, rate: 0.002, dropout: 0.15, decay: 0.02, seed: SEED + part });
    const mine = Int32Array.from(fold.keys()).filter((i) => fold[i] === part || fold[i] === -1);
    const said = outputsOf(network, rows, mine);
    for (const [k, i] of mine.entries())
      for (const [h, column] of columns.entries())
        column[i] = (column[i] as number) + sigmoid(said[k * outputs + h] as number) / (fold[i] === -1 ? FOLDS : 1);
  }
  return new Map(MEETING_HEADS.map((head, h) => [head, columns[h] as Float32Array]));
}
