import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivalQueue } from './arrival-queue.ts';

const file = (name: string) => new File(['x'.repeat(10)], name);
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function line() {
  const sent: { name: string; importId: string; told: (loaded: number, total: number) => void; end: PromiseWithResolvers<void> }[] = [];
  let arrived = 0;
  const queue = arrivalQueue(
    ({ name }, importId, told) => {
      const end = Promise.withResolvers<void>();
      sent.push({ name, importId, told, end });
      return end.promise;
    },
    () => arrived++,
  );
  return { queue, sent, arrived: () => arrived, states: () => queue.read().map(({ name, state, sent: share }) => [name, state, share]) };
}

test('files go one after another, say how far they are, and leave the list when they are there', async () => {
  const { queue, sent, arrived, states } = line();
  let told = 0;
  const stop = queue.listen(() => told++);
  queue.add('one', [file('a.csv'), file('b.csv')]);
  assert.deepEqual(states(), [
    ['a.csv', 'sending', 0],
    ['b.csv', 'waiting', 0],
  ]);
  sent[0]?.told(5, 10);
  assert.deepEqual(states()[0], ['a.csv', 'sending', 0.5]);
  sent[0]?.told(0, 0);
  assert.deepEqual(states()[0], ['a.csv', 'sending', 1]);
  sent[0]?.end.resolve();
  await turn();
  assert.deepEqual(states(), [['b.csv', 'sending', 0]]);
  assert.equal(arrived(), 1);
  assert.ok(told >= 4);
  stop();
  const before = told;
  sent[1]?.end.resolve();
  await turn();
  assert.deepEqual([states(), arrived(), told], [[], 2, before]);
});

test('one that fails keeps its reason, lets the next go, and can be tried again or left', async () => {
  const { queue, sent, states } = line();
  queue.add('one', [file('a.csv'), file('b.csv')]);
  const dead = new Error('unreachable');
  sent[0]?.end.reject(dead);
  await turn();
  assert.deepEqual(states(), [
    ['a.csv', 'failed', 0],
    ['b.csv', 'sending', 0],
  ]);
  const [a] = queue.read();
  assert.equal(a?.trouble, dead);
  queue.retry(a?.id ?? 0);
  assert.deepEqual(states()[0], ['a.csv', 'waiting', 0]);
  sent[1]?.end.resolve();
  await turn();
  assert.deepEqual(
    sent.map(({ name, importId }) => `${importId} ${name}`),
    ['one a.csv', 'one b.csv', 'one a.csv'],
  );
  sent[2]?.end.reject(dead);
  await turn();
  queue.leave(a?.id ?? 0);
  assert.deepEqual(queue.read(), []);
});
