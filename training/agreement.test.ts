import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf, kappaOf } from './agreement.ts';

const pairs = (both: number, first: number, second: number, none: number): [boolean, boolean][] => [
  ...Array<[boolean, boolean]>(both).fill([true, true]),
  ...Array<[boolean, boolean]>(first).fill([true, false]),
  ...Array<[boolean, boolean]>(second).fill([false, true]),
  ...Array<[boolean, boolean]>(none).fill([false, false]),
];
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('kappa by hand', () => {
  // 35 of 50 the same; by chance 0.5 x 0.6 + 0.5 x 0.4 = 0.5.
  near(kappaOf(pairs(20, 5, 10, 15)), 0.4);
  near(kappaOf(pairs(10, 0, 0, 10)), 1);
  near(kappaOf(pairs(5, 5, 5, 5)), 0);
  near(kappaOf(pairs(0, 10, 10, 0)), -1);
  near(kappaOf(pairs(0, 0, 0, 9)), 1);
});

test('the authored talks were labelled twice, and those who did agree more than by chance on every act that is not rare', () => {
  const { talks, sentences, acts, findings } = agreementOf();
  assert.ok(talks >= 100 && sentences >= 4000, `${talks} talks, ${sentences} sentences`);
  for (const { act, n, kappa } of acts) {
    assert.ok(kappa <= 1);
    if (n >= 50) assert.ok(kappa > 0.3, `${act} ${kappa.toFixed(2)}`);
  }
  for (const { f1 } of findings) assert.ok(f1 >= 0 && f1 <= 1);
  assert.ok(
    acts.every(({ n }, i) => i === 0 || n <= (acts[i - 1]?.n ?? 0)),
    'the commonest first',
  );
});
