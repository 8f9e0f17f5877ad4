import { inputsOf, type Layout, widthOf } from '#understanding/heads/inputs.ts';
import { type Network, think, thoughtFor } from '#understanding/heads/network.ts';
import type { Vectors } from '#understanding/heads/vectors.ts';
import { type AscentOptions, ascend, type Linear, scoreOf } from './ascent.ts';
import type { Lesson } from './lesson.ts';
import { type Sparse, sparseOf } from './sparse.ts';

/** Lessons laid end to end: unit i of all of them. */
export interface Course {
  lessons: Lesson[];
  /** Of each unit: the dialogue it is of, and what is true of it, null where nobody said. */
  dialogues: string[];
  labels: (string[] | null)[];
  sparse: Sparse;
  n: number;
}

export function courseOf(lessons: Lesson[]): Course {
  const labels = lessons.flatMap((lesson) => lesson.labels);
  return {
    lessons,
    labels,
    dialogues: lessons.flatMap(({ dialogue, units }) => units.map(() => dialogue)),
    sparse: sparseOf(lessons.flatMap(({ units }) => units)),
    n: labels.length,
  };
}

/** What a head is to learn from each unit: 1, -1, or 0 where nobody knows. */
export type Wanted = (labels: string[] | null, head: string) => 1 | -1 | 0;
export const plainly: Wanted = (labels, head) => (labels === null ? 0 : labels.includes(head) ? 1 : -1);

export function wantedOf(course: Course, head: string, wanted: Wanted): Int8Array {
  return Int8Array.from(course.labels, (labels) => wanted(labels, head));
}

/** A miss costs more the rarer a head is: the root of how many times more often it is not. */
export function missCostOf(wanted: Int8Array): number {
  let yes = 0;
  let no = 0;
  for (const y of wanted) {
    if (y > 0) yes++;
    else if (y < 0) no++;
  }
  return Math.min(4, Math.max(1, Math.sqrt(no / Math.max(1, yes))));
}

/** Scores of `heads` for every unit, squeezed to -1 … 1: column `from` on of rows `width` wide. */
export function scoreInto(scores: Float32Array, width: number, from: number, heads: Linear[], sparse: Sparse, which?: Int32Array): void {
  const put = (i: number) => {
    for (const [k, head] of heads.entries()) scores[i * width + from + k] = Math.tanh(scoreOf(head, sparse, i));
  };
  if (which) for (const i of which) put(i);
  else for (let i = 0; i < sparse.n; i++) put(i);
}

/**
 * First-layer scores that no head gives to what it learned from: each fold by heads taught on the others. Returns the heads taught on all of `which`
 * too, and fills the scores of every unit outside `which` by these.
 */
export function crossFit(
  course: Course,
  heads: string[],
  wanted: Wanted,
  places: { scores: Float32Array; width: number; from: number },
  folds: { fold: Int8Array; k: number; which: Int32Array },
  options: Pick<AscentOptions, 'cost' | 'rounds' | 'seed'>,
): Linear[] {
  const { scores, width, from } = places;
  const inside = new Uint8Array(course.n);
  for (const i of folds.which) inside[i] = 1;
  const outside = Int32Array.from(course.labels.keys()).filter((i) => inside[i] === 0);
  return heads.map((head, h) => {
    const y = wantedOf(course, head, wanted);
    const missCost = missCostOf(y.filter((_, i) => inside[i] === 1));
    for (let part = 0; part < folds.k; part++) {
      const others = folds.which.filter((i) => folds.fold[i] !== part);
      const mine = folds.which.filter((i) => folds.fold[i] === part);
      if (mine.length === 0) continue;
      scoreInto(scores, width, from + h, [ascend(course.sparse, y, others, { ...options, missCost })], course.sparse, mine);
    }
    const whole = ascend(course.sparse, y, folds.which, { ...options, missCost });
    scoreInto(scores, width, from + h, [whole], course.sparse, outside);
    return whole;
  });
}

/** Inputs of the second layer for all units of a course. `marks`: as each dialogue has them, or none. */
export function allInputs(
  course: Course,
  scores: Float32Array,
  { layout, vectors, variant }: { layout: Layout; vectors: Vectors | null; variant: { marks: boolean; sides: boolean } },
): Float32Array {
  const width = widthOf(layout);
  const rows = new Float32Array(course.n * width);
  let at = 0;
  for (const { units } of course.lessons) {
    const seen = variant.sides ? units : units.map((unit) => ({ ...unit, side: 'unknown' as const }));
    const marks = variant.marks && units.some(({ text }) => text.includes('?') || /[.!]\s*$/.test(text));
    const part = scores.subarray(at * layout.sensors, (at + units.length) * layout.sensors);
    rows.set(inputsOf(seen, part, { layout, vectors, marks }), at * width);
    at += units.length;
  }
  return rows;
}

/** Raw outputs (logits) of a network for some rows: `outputs` numbers each, in the order of `which`. */
export function outputsOf(network: Network, rows: Float32Array, which: Int32Array): Float32Array {
  const out = new Float32Array(which.length * network.outputs);
  const thought = thoughtFor(network);
  for (const [k, i] of which.entries()) {
    think(network, rows, i * network.inputs, thought);
    out.set(thought.logits, k * network.outputs);
  }
  return out;
}
