import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, FindingKind } from '#model/finding.ts';
import { merged, unknownTo } from './merge.ts';

const at = (kind: FindingKind, turn: number, from: number, to: number, p = 0.5): Finding => ({
  kind,
  turn,
  from,
  to,
  p,
  who: 'Tom',
  quote: 'x',
});

test('the same kind over the same words is known; another kind, place or turn is not', () => {
  const known = [at('need', 1, 10, 20, 0.9)];
  for (const [from, to] of [
    [10, 20],
    [0, 11],
    [19, 30],
    [12, 14],
    [0, 40],
  ] as const)
    assert.deepEqual(unknownTo(known, [at('need', 1, from, to)]), []);
  const fresh = [at('need', 1, 0, 10), at('need', 1, 20, 22), at('need', 2, 10, 20), at('feeling', 1, 10, 20)];
  assert.deepEqual(unknownTo(known, fresh), fresh);
});

test('merged, they stand in the order it was said, and where both agree the first is heard', () => {
  const [first, same, before, later] = [at('need', 1, 10, 20, 0.9), at('need', 1, 12, 16), at('feeling', 0, 3, 9), at('need', 4, 0, 4)];
  assert.deepEqual(merged([first], [later, same, before]), [before, first, later]);
});
