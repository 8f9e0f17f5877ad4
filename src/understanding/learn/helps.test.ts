import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Finding } from '#model/finding.ts';
import { HABITS, type Habit, shuffled, talksOf } from '#test/habits.ts';
import { compared } from '#test/ranking.ts';
import { talk } from '#test/talk.ts';
import { understand } from '../understand.ts';
import type { Correction } from './correction.ts';
import { type Decision, taughtBy } from './teach.ts';

/** What is suggested of the habit's kind in these lines, and whether this workspace would confirm it. */
function suggested(habit: Habit, said: string[], correction?: Correction): (Finding & { yes: boolean })[] {
  return talksOf(habit, said).flatMap((lines) =>
    understand(talk(lines), { correction })
      .report.findings.filter(({ kind }) => kind === habit.kind)
      .map((finding) => ({ ...finding, yes: habit.yes.some((line) => line.includes(finding.quote)) })),
  );
}

const decisionsOf = (habit: Habit, found: (Finding & { yes: boolean })[]): Decision[] =>
  found.map(({ kind, quote, p, engineP = p, yes }) => ({ kind, quote, p: engineP, yes, ours: habit.who === 'Ana' }));

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Thirty decisions on one half of the lines; the other half heard without and with what they taught. */
function measured(habit: Habit, seed: number, wrongly = 0) {
  const mixed = shuffled([...habit.no, ...habit.yes], seed);
  const middle = mixed.length / 2;
  const lessons = decisionsOf(habit, suggested(habit, mixed.slice(0, middle)).slice(0, 30));
  const taught = taughtBy(lessons.map((one, i) => (i < wrongly ? { ...one, yes: !one.yes } : one)));
  const [before, after] = [suggested(habit, mixed.slice(middle)), suggested(habit, mixed.slice(middle), taught)];
  const { f1, ap } = compared(before, after);
  return { n: lessons.length, f1s: f1, aps: ap };
}

function told(story: TestContext, runs: ReturnType<typeof measured>[]) {
  const of = (pick: (run: ReturnType<typeof measured>) => number) => mean(runs.map(pick));
  const before = { f1: of(({ f1s }) => f1s[0]), ap: of(({ aps }) => aps[0]) };
  const after = { f1: of(({ f1s }) => f1s[1]), ap: of(({ aps }) => aps[1]) };
  const two = (n: number) => n.toFixed(2);
  story.diagnostic(
    `${of(({ n }) => n).toFixed(1)} decisions: F1 ${two(before.f1)} → ${two(after.f1)}, average precision ${two(before.ap)} → ${two(after.ap)}`,
  );
  return { before, after };
}

for (const habit of HABITS)
  test(`thirty decisions help on what was not decided yet: ${habit.name}`, (story) => {
    const runs = SEEDS.map((seed) => measured(habit, seed));
    const { before, after } = told(story, runs);
    assert.ok(after.f1 > before.f1 + 0.15 && after.ap > before.ap + 0.15);
    for (const [i, { f1s, aps }] of runs.entries())
      assert.ok(f1s[1] > f1s[0] + 0.05 && aps[1] > aps[0] + 0.05, `seed ${SEEDS[i]}: ${f1s.join(' → ')}, ${aps.join(' → ')}`);
  });

test('with three slips of the hand among the thirty they still help', (story) => {
  for (const habit of HABITS) {
    const { before, after } = told(
      story,
      SEEDS.map((seed) => measured(habit, seed, 3)),
    );
    assert.ok(after.f1 > before.f1 + 0.1 && after.ap > before.ap + 0.1, habit.name);
  }
});

test('a workspace that confirms whatever is suggested loses nothing of it', () => {
  for (const habit of HABITS) {
    const all = [...habit.no, ...habit.yes];
    const lessons = decisionsOf(habit, suggested(habit, all)).map((one) => ({ ...one, yes: true }));
    const correction = taughtBy(lessons.slice(0, 30));
    const shown = new Set(suggested(habit, all, correction).map(({ quote }) => quote));
    for (const { quote } of suggested(habit, all)) assert.ok(shown.has(quote), quote);
  }
});
