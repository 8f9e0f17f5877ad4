import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NeedView } from '#model/pages.ts';
import { before, calledNeed, ladders, rungClass } from './rows.ts';

const need = (id: string, depth: number, parentId: string | null = null, more: Partial<NeedView> = {}): NeedView => ({
  ...{ id, depth, parentId, statement: id, element: null, mustHave: false, understoodAt: null, healedAt: null, healedWith: '' },
  ...{ quotes: [], confirmations: [], answers: [] },
  ...more,
});
const drawn = (needs: NeedView[]) =>
  ladders(needs).map(({ rows }) =>
    rows.map((row) => `${'>'.repeat(row.indent)}${row.need ? row.need.depth + row.need.id : `${row.depth}?`}`),
  );

test('a ladder follows its parents down, and an open rung stands where nobody asked and where digging stopped', () => {
  assert.deepEqual(drawn([need('a', 0), need('b', 1, 'a'), need('d', 3, 'b')]), [['0a', '1b', '2?', '3d', '4?']]);
});

test('two needs are two ladders; under the last rung there is nothing to ask', () => {
  assert.deepEqual(drawn([need('a', 0), need('z', 4)]), [['0a', '1?'], ['4z']]);
});

test('several below one stand out as branches, and the lines go where they should', () => {
  const needs = [need('a', 0), need('b', 1, 'a'), need('c', 1, 'a'), need('d', 2, 'b')];
  assert.deepEqual(drawn(needs), [['0a', '>1b', '>2d', '>3?', '>1c']]);
  const rows = ladders(needs)[0]?.rows ?? [];
  assert.deepEqual(
    rows.map(({ head, up, down, through }) => [head, up, down, through]),
    [
      [false, false, true, []],
      [true, false, true, [0]],
      [false, true, true, [0]],
      [false, true, false, [0]],
      [true, false, false, []],
    ],
  );
});

test('a branch that begins with a gap leads to the gap', () => {
  const rows = ladders([need('a', 0), need('b', 2, 'a'), need('c', 1, 'a')])[0]?.rows ?? [];
  assert.deepEqual(
    rows.map((row) => [row.need ? row.need.id : row.depth, row.head]),
    [
      ['a', false],
      [1, true],
      ['b', false],
      [3, false],
      ['c', true],
    ],
  );
});

test('needs that point at each other are all drawn once, and a parent from elsewhere is no parent', () => {
  const circle = ladders([need('a', 0, 'b'), need('b', 1, 'a')]);
  assert.deepEqual(circle.flatMap(({ rows }) => rows.flatMap((row) => row.need?.id ?? [])).sort(), ['a', 'b']);
  assert.deepEqual(drawn([need('a', 2, 'gone')]), [['2a', '3?']]);
  assert.deepEqual(ladders([]), []);
});

test('what never came to a cost is surface only', () => {
  assert.deepEqual(
    ladders([need('a', 0), need('b', 1, 'a'), need('x', 0), need('y', 2, 'x')]).map((one) => [one.id, one.surface]),
    [
      ['a', true],
      ['x', false],
    ],
  );
});

test('a dot is full when they confirmed it, a ring when we did, dashed when nobody asked', () => {
  const [ladder] = ladders([need('a', 0, null, { understoodAt: '2026-11-17T13:22:00Z' }), need('b', 1, 'a')]);
  assert.deepEqual(ladder?.rows.map(rungClass), ['rung', 'rung heard', 'rung open']);
});

test('a need is called by our words, else by theirs', () => {
  const quote = { text: 'Nobody acts.' } as NeedView['quotes'][number];
  assert.equal(calledNeed({ statement: 'Night alarms', quotes: [quote] }, '-'), 'Night alarms');
  assert.equal(calledNeed({ statement: '', quotes: [quote] }, '-'), 'Nobody acts.');
  assert.equal(calledNeed({ statement: '', quotes: [] }, '-'), '-');
});

test('hung under the one before, it goes under the nearest that is not below it and not what it hangs under', () => {
  const rows = ladders([need('a', 0), need('b', 1, 'a'), need('c', 2, 'b'), need('d', 2, 'a')])[0]?.rows ?? [];
  assert.equal(before(rows, 'd')?.id, 'c');
  assert.equal(before(rows, 'b'), null);
  assert.equal(before(rows, 'a'), null);
});
