import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layout } from '#understanding/heads/inputs.ts';
import { widthOf } from '#understanding/heads/inputs.ts';
import { foldsOf } from './chance.ts';
import { allInputs, courseOf, crossFit, missCostOf, plainly, scoreInto, wantedOf } from './layers.ts';
import { type Lesson, lessonOf } from './lesson.ts';

const FIRST = { cost: 1, rounds: 10, seed: 7 };

/** Each dialogue has a word of its own that stands in all its sentences, and half of the dialogues are needs: the word gives the answer away. */
function leaky(): Lesson[] {
  const words = 'amber basil cedar delta ember fjord grove heron inlet jetty kayak larch'.split(' ');
  return words.map((word, d) =>
    lessonOf(
      word,
      [0, 1, 2, 3].map((turn) => ({
        turn,
        speaker: 'Tom',
        side: 'them' as const,
        text: `${word} ${word} ${word}`,
        labels: d % 2 === 0 ? ['need'] : [],
      })),
    ),
  );
}

function fitted(lessons: Lesson[], k = 4) {
  const course = courseOf(lessons);
  const scores = new Float32Array(course.n);
  const which = Int32Array.from(course.labels.keys());
  const fold = foldsOf(course.dialogues, k, 7);
  const heads = crossFit(course, ['need'], plainly, { scores, width: 1, from: 0 }, { fold, k, which }, FIRST);
  return { course, scores, heads, which };
}

test('no example is scored by a head that saw its dialogue: a word that gives it away helps nobody', () => {
  const { course, scores, heads } = fitted(leaky());
  const right = (some: Float32Array) =>
    course.labels.filter((labels, i) => (some[i] ?? 0) > 0 === labels?.includes('need')).length / course.n;
  const seen = new Float32Array(course.n);
  scoreInto(seen, 1, 0, heads, course.sparse);
  assert.equal(right(seen), 1, 'by the heads that saw them all');
  assert.ok(right(scores) < 0.75, `${right(scores)} by the ones that did not`);
  const strongest = Math.max(...scores.map(Math.abs));
  assert.ok(strongest < Math.min(...seen.map(Math.abs)), 'and none of those is sure');
});

test('what holds in every dialogue is learned across folds', () => {
  const lessons = Array.from({ length: 12 }, (_, d) =>
    lessonOf(`talk ${d}`, [
      { turn: 0, speaker: 'Tom', side: 'them', text: `we need thing${d}`, labels: ['need'] },
      { turn: 1, speaker: 'Ana', side: 'us', text: `good morning person${d}`, labels: [] },
    ]),
  );
  const { course, scores } = fitted(lessons);
  for (const [i, labels] of course.labels.entries()) assert.equal((scores[i] ?? 0) > 0, labels?.includes('need'));
});

test('what is outside the folds is scored by the heads that saw all inside', () => {
  const course = courseOf(leaky());
  const which = Int32Array.from(course.labels.keys()).filter((i) => i < 32);
  const scores = new Float32Array(course.n);
  const heads = crossFit(
    course,
    ['need'],
    plainly,
    { scores, width: 1, from: 0 },
    { fold: foldsOf(course.dialogues, 4, 7), k: 4, which },
    FIRST,
  );
  const whole = new Float32Array(course.n);
  scoreInto(whole, 1, 0, heads, course.sparse);
  assert.deepEqual([...scores.subarray(32)], [...whole.subarray(32)]);
  assert.notDeepEqual([...scores.subarray(0, 32)], [...whole.subarray(0, 32)]);
});

test('a course lays its lessons end to end', () => {
  const course = courseOf(leaky());
  assert.deepEqual([course.n, course.dialogues.length, course.labels.length, course.sparse.n], [48, 48, 48, 48]);
  assert.deepEqual(course.dialogues.slice(3, 5), ['amber', 'basil']);
});

test('what is wanted: yes, no, or nobody knows; a miss costs more the rarer a head is, four times at most', () => {
  const course = courseOf([
    lessonOf(
      'a',
      [null, ['need'], []].map((labels, turn) => ({ turn, speaker: 'Tom', side: 'them' as const, text: 'so', labels })),
    ),
  ]);
  assert.deepEqual([...wantedOf(course, 'need', plainly)], [0, 1, -1]);
  assert.equal(missCostOf(Int8Array.of(1, -1)), 1);
  assert.equal(missCostOf(Int8Array.of(1, -1, -1, -1, -1, 0)), 2);
  assert.equal(missCostOf(new Int8Array(100).fill(-1)), 4);
  assert.equal(missCostOf(Int8Array.of(1, 1, 1, -1)), 1);
});

test('inputs of all units stand in rows; a variant hides the marks or the sides', () => {
  const course = courseOf([
    lessonOf('a', [
      { turn: 0, speaker: 'Ana', side: 'us', text: 'What happens at night?', labels: [] },
      { turn: 1, speaker: 'Tom', side: 'them', text: 'It stops.', labels: [] },
    ]),
    lessonOf('b', [{ turn: 0, speaker: 'Tom', side: 'them', text: 'so it stops', labels: [] }]),
  ]);
  const layout: Layout = { sensors: 1, around: Int32Array.of(0), dimensions: 0 };
  const scores = new Float32Array(course.n);
  const of = (marks: boolean, sides: boolean) =>
    allInputs(course, scores, { layout, vectors: null, variant: { marks, sides, turns: null } });
  const [all, bare, nobody] = [of(true, true), of(false, true), of(true, false)];
  assert.equal(all.length, 3 * widthOf(layout));
  const row = (rows: Float32Array, i: number) => [...rows.subarray(i * widthOf(layout), (i + 1) * widthOf(layout))];
  assert.notDeepEqual(row(all, 0), row(bare, 0));
  assert.notDeepEqual(row(all, 0), row(nobody, 0));
  assert.deepEqual(row(all, 2), row(bare, 2), 'where no mark is written there is none to hide');
});
