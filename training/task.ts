import { type Layout, widthOf } from '#understanding/heads/inputs.ts';
import { type Model, ourModel } from '#understanding/heads/model.ts';
import { sense } from '#understanding/heads/sense.ts';
import { foldsOf } from './chance.ts';
import { bestThreshold } from './figures.ts';
import { allInputs, type Course, crossFit, outputsOf, type Wanted, wantedOf } from './layers.ts';
import { type TeachOptions, teach } from './teach.ts';

/** A corpus as a task: the heads that are scored, others that only help, and how close the layers may fit. */
export interface Task {
  course: Course;
  heads: string[];
  helpers: string[];
  wanted: Wanted;
  /** Sensors of the model that Heed comes with that learned from this corpus: they would know the answers, and are blanked. */
  blank: string;
  cost: number;
  rounds: number;
  second: TeachOptions;
  /** Extra inputs a unit, in rows of `extraWidth`: sentence embeddings in the accurate mode. */
  extra: { rows: Float32Array; width: number } | null;
}

/** What a task's layers, taught on `which`, say of every unit, with thresholds that were chosen out of fold within `which`. */
export interface Answer {
  /** Rows of heads a unit: logits, out of fold within `which`. */
  outputs: Float32Array;
  thresholds: number[];
}

/** The first layer's scores that Heed's own model gives to every unit; those that learned from this corpus are 0. */
export function sensesFor(course: Course, blank: string, model: Model = ourModel()): { rows: Float32Array; width: number } {
  const units = course.lessons.flatMap((lesson) => lesson.units);
  const rows = sense(units, model);
  const width = model.layout.sensors;
  for (const [k, name] of model.card.sensors.entries())
    if (name.startsWith(`${blank} `)) for (let i = 0; i < course.n; i++) rows[i * width + k] = 0;
  return { rows, width };
}

/** Teaches both layers on `which` (by `inner` folds of dialogues within it) and answers for all units. */
export function answer(task: Task, which: Int32Array, inner: number, senses: { rows: Float32Array; width: number }, seed: number): Answer {
  const { course, heads, helpers, wanted } = task;
  const names = [...heads, ...helpers];
  const fold = foldsOf(course.dialogues, inner, seed);
  const width = names.length + senses.width;
  const scores = new Float32Array(course.n * width);
  for (let i = 0; i < course.n; i++) scores.set(senses.rows.subarray(i * senses.width, (i + 1) * senses.width), i * width + names.length);
  crossFit(course, names, wanted, { scores, width, from: 0 }, { fold, k: inner, which }, { cost: task.cost, rounds: task.rounds, seed });
  const layout: Layout = { sensors: width, around: Int32Array.from(names.keys()), dimensions: ourModel().vectors.dimensions };
  const plain = allInputs(course, scores, { layout, vectors: ourModel().vectors, variant: { marks: true, sides: true } });
  const { rows, inputs } = beside(plain, widthOf(layout), course.n, task.extra);
  const outputs = heads.length;
  const truth = heads.map((head) => wantedOf(course, head, wanted));
  const wants = new Float32Array(course.n * outputs);
  for (let i = 0; i < course.n; i++)
    for (let h = 0; h < outputs; h++) wants[i * outputs + h] = truth[h]?.[i] === 0 ? -1 : truth[h]?.[i] === 1 ? 1 : 0;
  const data = { rows, wanted: wants, weights: new Float32Array(course.n).fill(1), inputs, outputs };
  const out = new Float32Array(course.n * outputs);
  const inside = new Uint8Array(course.n);
  for (const i of which) inside[i] = 1;
  const put = (network: ReturnType<typeof teach>, some: Int32Array) => {
    const said = outputsOf(network, rows, some);
    for (const [k, i] of some.entries()) out.set(said.subarray(k * outputs, (k + 1) * outputs), i * outputs);
  };
  for (let part = 0; part < inner; part++) {
    const network = teach(
      data,
      which.filter((i) => fold[i] !== part),
      task.second,
    );
    put(
      network,
      which.filter((i) => fold[i] === part),
    );
  }
  put(
    teach(data, which, task.second),
    Int32Array.from(course.labels.keys()).filter((i) => inside[i] === 0),
  );
  const thresholds = heads.map((_, h) => {
    const met = which.filter((i) => truth[h]?.[i] !== 0);
    return bestThreshold(
      [...met].map((i) => out[i * outputs + h] ?? 0),
      [...met].map((i) => truth[h]?.[i] === 1),
    ).threshold;
  });
  return { outputs: out, thresholds };
}

function beside(plain: Float32Array, width: number, n: number, extra: Task['extra']): { rows: Float32Array; inputs: number } {
  if (!extra) return { rows: plain, inputs: width };
  const inputs = width + extra.width;
  const rows = new Float32Array(n * inputs);
  for (let i = 0; i < n; i++) {
    rows.set(plain.subarray(i * width, (i + 1) * width), i * inputs);
    rows.set(extra.rows.subarray(i * extra.width, (i + 1) * extra.width), i * inputs + width);
  }
  return { rows, inputs };
}
