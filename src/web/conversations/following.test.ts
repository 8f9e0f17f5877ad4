import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Act } from '#model/act.ts';
import type { SpeakerView, TurnView } from '#model/pages.ts';
import { chartOf, familyOfTurn, followed, type LaneChart, sharesOf, zoomed } from './lanes.ts';
import { familiesIn, filtered } from './margin.ts';

const speaker = (i: number, words: number, ms: number | null): SpeakerView => ({
  ...{ id: `s${i}`, i, name: `Speaker ${i}`, email: null, side: i ? 'us' : 'them', personId: null, memberId: null },
  ...{ isYou: i === 1, turns: 1, words, ms },
});
const turn = (i: number, text: string, acts: Act[] = [], startMs: number | null = null): TurnView => ({
  ...{ id: `t${i}`, i, speaker: i % 2, startMs, endMs: startMs === null ? null : startMs + 900, at: null, line: i + 1, text },
  acts: acts.map((act) => ({ act, p: 0.9, from: 0, to: text.length })),
});
const chart: LaneChart = { basis: 'time', total: 600_000, lanes: [], starts: [] };

test('a jump outside of what is in view brings the lanes along; one inside leaves them where they are', () => {
  const view = { from: 100_000, to: 200_000 };
  assert.equal(followed(chart, view, 150_000), view);
  assert.equal(followed(chart, view, 100_000), view);
  assert.deepEqual(followed(chart, view, 400_000), { from: 350_000, to: 450_000 });
  assert.deepEqual(followed(chart, view, 0), { from: 0, to: 100_000 }, 'never before the beginning');
  assert.deepEqual(followed(chart, view, 600_000), { from: 500_000, to: 600_000 }, 'never beyond the end');
});

test('wherever one jumps, from however deep a zoom, the place is in view and the zoom is kept', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 600_000, noNaN: true }),
      fc.double({ min: 0, max: 600_000, noNaN: true }),
      fc.double({ min: 1, max: 50, noNaN: true }),
      (around, to, factor) => {
        const view = zoomed(chart, { from: 0, to: chart.total }, factor, around);
        const next = followed(chart, view, to);
        assert.ok(next.from <= to + 1e-6 && to <= next.to + 1e-6, `${to} is outside of ${next.from} to ${next.to}`);
        assert.ok(Math.abs(next.to - next.from - (view.to - view.from)) < 1e-6);
        assert.ok(next.from >= 0 && next.to <= chart.total + 1e-6);
      },
    ),
  );
});

test('one speaker without times makes all shares go by words: one basis for all', () => {
  assert.deepEqual([...sharesOf([speaker(0, 30, 10_000), speaker(1, 10, 30_000)]).values()], [0.25, 0.75]);
  assert.deepEqual([...sharesOf([speaker(0, 30, 10_000), speaker(1, 10, null)]).values()], [0.75, 0.25]);
  assert.deepEqual([...sharesOf([speaker(0, 30, 0), speaker(1, 10, 0)]).values()], [0.75, 0.25], 'no time at all is no time');
  assert.deepEqual([...sharesOf([speaker(0, 0, null)]).values()], [0]);
  assert.equal(sharesOf([]).size, 0);
});

test('what was written is drawn by words, whatever times its lines carry', () => {
  const turns = [turn(0, 'The cooler is warm again.', [], 0), turn(1, 'Since when?', [], 900_000)];
  const given = { turns, speakers: [speaker(0, 5, null), speaker(1, 2, null)], durationMs: 900_900 };
  assert.equal(chartOf({ ...given, kind: 'call' }).basis, 'time');
  const written = chartOf({ ...given, kind: 'chat' });
  assert.equal(written.basis, 'words');
  assert.deepEqual([written.total, written.starts], [7, [0, 5]]);
  assert.equal(chartOf({ ...given, kind: 'call', turns: [turn(0, 'One.', [], 0), turn(1, 'Two.')] }).basis, 'words', 'one without a time');
});

test('the legend offers what is there, and keeps the turns that do it', () => {
  const turns = [turn(0, 'How?', ['question.open']), turn(1, 'We lost a pallet.', ['need', 'feeling']), turn(2, 'Mm.')];
  assert.deepEqual([...familiesIn(turns)].sort(), ['ask', 'feeling', 'need', 'tell']);
  const kept = (...families: Parameters<typeof filtered>[1] extends ReadonlySet<infer Family> ? Family[] : never) =>
    filtered(turns, new Set(families)).map(({ i }) => i);
  assert.deepEqual(kept('feeling'), [1]);
  assert.deepEqual(kept('tell'), [2], 'a turn in which nothing was heard is telling');
  assert.deepEqual(kept('ask', 'need'), [0, 1]);
  assert.deepEqual(kept(), [0, 1, 2], 'nothing chosen is everything');
  assert.equal(familyOfTurn(turns[2] as TurnView), 'tell');
});
