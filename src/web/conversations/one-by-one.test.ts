import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneByOne } from './one-by-one.ts';

test('what is asked first is answered before the next is asked', async () => {
  const told: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inTurn = oneByOne();
  const reject = inTurn(async () => {
    told.push('reject asked');
    await held;
    told.push('reject answered');
    return 1;
  });
  const undo = inTurn(async () => {
    told.push('undo asked');
    return 2;
  });
  await Promise.resolve();
  release();
  assert.deepEqual([await reject, await undo], [1, 2]);
  assert.deepEqual(told, ['reject asked', 'reject answered', 'undo asked']);
});

test('a failure is told to who asked, and the next is asked all the same', async () => {
  const inTurn = oneByOne();
  const failed = inTurn(() => Promise.reject(new Error('no line')));
  const next = inTurn(async () => 'yes');
  await assert.rejects(failed, /no line/);
  assert.equal(await next, 'yes');
});
