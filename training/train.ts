/**
 * Teaches the heads and writes src/understanding/heads/model.bin. The same data give the same bytes.
 * Run: npm exec -- node training/train.ts --data ../shared/data [--out FILE]
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROWS } from '#understanding/heads/features.ts';
import { type Layout, widthOf } from '#understanding/heads/inputs.ts';
import { bytesOf, type Card, type Head, type Model } from '#understanding/heads/model.ts';
import { type Network, sigmoid } from '#understanding/heads/network.ts';
import { ascend, type Linear } from './ascent.ts';
import { authoredChecksum, lessonOfTalk, lessonsOfLines, lessonsOfPairs, talksOf } from './authored.ts';
import { calibrationOf } from './calibrate.ts';
import { foldsOf } from './chance.ts';
import { CORPORA, needFile } from './corpora.ts';
import { AROUND, authored, HEADS, SENSES } from './curriculum.ts';
import { ascendDense, denseScore } from './dense.ts';
import { bestThreshold } from './figures.ts';
import { allInputs, type Course, courseOf, crossFit, missCostOf, outputsOf, plainly, scoreInto, wantedOf } from './layers.ts';
import type { Lesson } from './lesson.ts';
import { teach } from './teach.ts';
import { prunedVectors } from './vectors.ts';

const SEED = 7;
const FOLDS = 5;
const FIRST = { cost: 0.5, rounds: 10, seed: SEED };
/** A head with more examples than this is left to the network. */
const FEW = 450;
const LINE = { cost: 0.02, rounds: 8, seed: SEED };
const SECOND = { hidden: 40, rounds: 12, rate: 0.002, dropout: 0.4, decay: 0.1, seed: SEED };

/** What all that is known of one training is: the model, and every unit's out-of-fold outputs, for whoever scores it. */
export interface Trained {
  model: Model;
  course: Course;
  /** Out-of-fold logits, a row of heads a unit of the course (only where its labels are known). */
  outputs: Float32Array;
}

export type Say = (line: string) => void;

/** Teaches both layers on the corpora under `data` and the given lessons. */
export function train(data: string, lessons: Lesson[], say: Say): Trained {
  const vectors = prunedVectors();
  const course = courseOf(lessons);
  const fold = foldsOf(course.dialogues, FOLDS, SEED);
  const which = Int32Array.from(course.labels.keys()).filter((i) => course.labels[i] !== null);
  say(`authored: ${which.length} sentences to learn from, ${new Set(course.dialogues).size} dialogues, SHA-256 ${authoredChecksum()}`);
  const sensed = sensors(data, say);
  const width = HEADS.length + sensed.heads.length;
  const scores = new Float32Array(course.n * width);
  scoreInto(scores, width, HEADS.length, sensed.heads, course.sparse);
  const own = crossFit(course, [...HEADS], authored, { scores, width, from: 0 }, { fold, k: FOLDS, which }, FIRST);
  say(`first layer: ${width} heads`);
  const layout: Layout = { sensors: width, around: AROUND, dimensions: vectors.dimensions };
  const inputs = widthOf(layout);
  const variants = [
    { marks: true, sides: true },
    { marks: false, sides: true },
    { marks: true, sides: false },
  ];
  const rows = new Float32Array(course.n * inputs * variants.length);
  for (const [v, variant] of variants.entries()) rows.set(allInputs(course, scores, { layout, vectors, variant }), v * course.n * inputs);
  const outputs = HEADS.length;
  const wanted = new Float32Array(course.n * variants.length * outputs);
  for (const [h, head] of HEADS.entries()) {
    const known = wantedOf(course, head, authored);
    for (let v = 0; v < variants.length; v++)
      for (let i = 0; i < course.n; i++) wanted[(v * course.n + i) * outputs + h] = known[i] === 0 ? -1 : known[i] === 1 ? 1 : 0;
  }
  const weights = Float32Array.from({ length: course.n * variants.length }, (_, i) => (i < course.n ? 1 : 0.7));
  const taught = { rows, wanted, weights, inputs, outputs };
  // As it is; every second one as speech recognition writes it; every fourth one by nobody knows whom.
  const copies = (some: Int32Array) =>
    Int32Array.from(variants.flatMap((_, v) => [...some.filter((i) => v === 0 || i % (2 * v) === 0)].map((i) => i + v * course.n)));
  const oof = new Float32Array(course.n * outputs);
  for (let part = 0; part < FOLDS; part++) {
    const network = teach(taught, copies(which.filter((i) => fold[i] !== part)), SECOND);
    const mine = which.filter((i) => fold[i] === part);
    const said = outputsOf(network, rows, mine);
    for (const [k, i] of mine.entries()) oof.set(said.subarray(k * outputs, (k + 1) * outputs), i * outputs);
  }
  say('second layer: network, out of fold');
  const network = teach(taught, copies(which), SECOND);
  straighten({ course, outputs: oof, rows, inputs, network, fold, which, say });
  const heads = HEADS.map((name, h) => headOf(name, h, { course, outputs: oof }, which));
  const card: Card = {
    version: '',
    sensors: [...HEADS, ...sensed.names],
    around: [...layout.around],
    heads,
    hidden: SECOND.hidden,
    inputs,
    words: vectors.at.size,
    dimensions: vectors.dimensions,
    corpora: [...sensed.files, { file: 'training/authored', licence: 'Apache-2.0', cite: 'the Heed authors', sha256: authoredChecksum() }],
  };
  const first = quantised([...own, ...sensed.heads]);
  const hash = createHash('sha256');
  for (const part of [first.weights, first.scales, network.into, network.out]) hash.update(new Uint8Array(part.buffer));
  card.version = `heads-${hash.digest('hex').slice(0, 8)}`;
  return { model: { card, layout, ...first, network, vectors }, course, outputs: oof };
}

interface Straightened {
  course: Course;
  outputs: Float32Array;
  rows: Float32Array;
  inputs: number;
  network: Network;
  fold: Int8Array;
  which: Int32Array;
  say: Say;
}

/**
 * For a head with few examples a straight line often does better than the network: where it does, out of fold and by more than chance would, the head's part
 * of the network becomes that line. `outputs` get the line's scores.
 */
function straighten({ course, outputs, rows, inputs, network, fold, which, say }: Straightened): void {
  const straight: string[] = [];
  const twice = (some: Int32Array) => Int32Array.from([...some, ...[...some.filter((i) => i % 2 === 0)].map((i) => i + course.n)]);
  for (const [h, name] of HEADS.entries()) {
    const wanted = wantedOf(course, name, authored);
    if (metBy(course, wanted, which).filter((i) => wanted[i] === 1).length > FEW) continue;
    const options = { ...LINE, missCost: missCostOf(wanted) };
    const scores = new Float32Array(course.n);
    for (let part = 0; part < FOLDS; part++) {
      const line = ascendDense({ rows, inputs, wanted }, twice(which.filter((i) => fold[i] !== part)), options);
      for (const i of which) if (fold[i] === part) scores[i] = denseScore(line, rows, i);
    }
    const met = [...metBy(course, wanted, which)];
    const truths = met.map((i) => wanted[i] === 1);
    const byNetwork = bestThreshold(
      met.map((i) => outputs[i * HEADS.length + h] ?? 0),
      truths,
    ).f1;
    const byLine = bestThreshold(
      met.map((i) => scores[i] ?? 0),
      truths,
    ).f1;
    if (byLine <= byNetwork + 0.005) continue;
    straight.push(`${name} ${byNetwork.toFixed(3)} → ${byLine.toFixed(3)}`);
    const line = ascendDense({ rows, inputs, wanted }, twice(which), options);
    const { hidden, out } = network;
    for (let k = 0; k < hidden; k++) out[k * HEADS.length + h] = 0;
    // Squared hinge scores live around -1 and 1: twice that is about a logit.
    for (let j = 0; j <= inputs; j++) out[(hidden + j) * HEADS.length + h] = 2 * (line[j] as number);
    for (const i of which) outputs[i * HEADS.length + h] = 2 * (scores[i] as number);
  }
  say(`second layer: straight lines for ${straight.join(', ')}`);
}

/** The sentences of talks of which a head's truth is known: those are like what it will meet. */
function metBy(course: Course, wanted: Int8Array, which: Int32Array): Int32Array {
  return which.filter((i) => wanted[i] !== 0 && !(course.dialogues[i] ?? '').includes('.'));
}

/** Calibration and threshold of a head, by what it said out of fold of sentences in talks: those are what it will meet. */
function headOf(name: string, h: number, { course, outputs }: Pick<Trained, 'course' | 'outputs'>, which: Int32Array): Head {
  const known = wantedOf(course, name, authored);
  const met = metBy(course, known, which);
  const said = [...met].map((i) => sigmoid(outputs[i * HEADS.length + h] ?? 0));
  const truths = [...met].map((i) => known[i] === 1);
  const calibration = calibrationOf(said, truths);
  return { name, calibration, threshold: bestThreshold(said, truths).threshold };
}

function sensors(data: string, say: Say): { heads: Linear[]; names: string[]; files: Card['corpora'] } {
  const heads: Linear[] = [];
  const names: string[] = [];
  const files: Card['corpora'] = [];
  for (const { corpus, part, lessons, cost, labels } of SENSES) {
    const loaded = needFile(data, corpus, part);
    const { licenceName, cite } = CORPORA[corpus];
    files.push({ file: loaded.file, licence: licenceName, cite, sha256: loaded.sha256 });
    say(`${loaded.file}: ${loaded.lines.length} lines, ${licenceName}, SHA-256 ${loaded.sha256}`);
    const course = courseOf(lessons(loaded.lines));
    const all = Int32Array.from(course.labels.keys());
    for (const label of labels) {
      const wanted = wantedOf(course, label, plainly);
      heads.push(ascend(course.sparse, wanted, all, { cost, missCost: missCostOf(wanted), rounds: 6, seed: SEED }));
      names.push(`${corpus} ${label}`);
    }
  }
  return { heads, names, files };
}

/** Eight bits a weight: each head by its own largest. */
function quantised(heads: Linear[]): Pick<Model, 'weights' | 'scales' | 'biases'> {
  const width = heads.length;
  const weights = new Int8Array(ROWS * width);
  const scales = new Float32Array(width);
  const biases = new Float32Array(width);
  for (const [k, head] of heads.entries()) {
    let most = 1e-9;
    for (let row = 0; row < ROWS; row++) most = Math.max(most, Math.abs(head[row] as number));
    scales[k] = most / 127;
    biases[k] = head[ROWS] as number;
    for (let row = 0; row < ROWS; row++) weights[row * width + k] = Math.round(((head[row] as number) / most) * 127);
  }
  return { weights, scales, biases };
}

/** Every authored lesson that may be learned from. */
export function authoredLessons(): Lesson[] {
  return [...talksOf('train').map(lessonOfTalk), ...lessonsOfPairs(), ...lessonsOfLines()];
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' }, out: { type: 'string' } } });
  const started = performance.now();
  const say: Say = (line) => process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
  const { model } = train(values.data, authoredLessons(), say);
  const bytes = bytesOf(model);
  const out = values.out ?? path.resolve(import.meta.dirname, '../src/understanding/heads/model.bin');
  writeFileSync(out, bytes);
  say(
    `${out}: ${(bytes.length / 1048576).toFixed(2)} MB, version ${model.card.version}, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}
