import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ourModel } from '#understanding/heads/model.ts';
import { courseOf, plainly } from './layers.ts';
import { lessonOf } from './lesson.ts';
import { answer, sensesFor, type Task } from './task.ts';

const THINGS = 'list map key pump ladder van door lamp boat bed coat drill'.split(' ');
const COURSE = courseOf(
  THINGS.map((thing) =>
    lessonOf(thing, [
      { turn: 0, speaker: 'a', side: 'unknown', text: `we need a ${thing} soon`, labels: ['need'] },
      { turn: 1, speaker: 'b', side: 'unknown', text: `good morning, nice ${thing}`, labels: ['hello'] },
    ]),
  ),
);
const TASK: Task = {
  course: COURSE,
  heads: ['need'],
  helpers: ['hello'],
  wanted: plainly,
  blank: 'casino',
  cost: 1,
  rounds: 5,
  second: { hidden: 8, rounds: 30, rate: 0.01, dropout: 0, decay: 0, seed: 7 },
  extra: null,
};
/** Eight dialogues to learn from; four that are only asked. */
const WHICH = Int32Array.from(COURSE.labels.keys()).filter((i) => i < 16);

const right = (outputs: Float32Array, threshold: number) =>
  COURSE.labels.filter((labels, i) => (outputs[i] ?? 0) >= threshold === labels?.includes('need')).length;

test('a task is learned, and answers for dialogues that nobody learned from', () => {
  const { outputs, thresholds } = answer(TASK, WHICH, 4, sensesFor(COURSE, 'casino'), 7);
  assert.deepEqual([outputs.length, thresholds.length], [COURSE.n, 1]);
  assert.ok(right(outputs, thresholds[0] ?? 0) >= COURSE.n - 1, `${outputs}`);
});

test('the same task gives the same answer, with sentence embeddings beside it as well', () => {
  const senses = sensesFor(COURSE, 'casino');
  const extra = { rows: Float32Array.from({ length: COURSE.n * 2 }, (_, i) => Math.sin(i)), width: 2 };
  const once = () => answer({ ...TASK, extra }, WHICH, 2, senses, 7);
  assert.deepEqual(once(), once());
});

test('sensors that learned from the corpus of the task are blanked, the others are not', () => {
  const { rows, width } = sensesFor(COURSE, 'casino');
  const { sensors } = ourModel().card;
  const isSilent = (name: string) =>
    Array.from({ length: COURSE.n }, (_, i) => rows[i * width + sensors.indexOf(name)]).every((score) => score === 0);
  for (const name of sensors) assert.equal(isSilent(name), name.startsWith('casino '), name);
});
