import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { dismiss, onFailedUndo, onToasts, toast, toasts, undoLast } from './toasts.ts';

beforeEach(() => {
  for (const { id } of toasts()) dismiss(id);
});

test('z takes back the newest thing that can be taken back, each once', () => {
  const undone: string[] = [];
  toast('Promise kept', () => undone.push('promise'));
  toast('Confirmed', () => undone.push('finding'));
  toast('Copied');
  assert.equal(undoLast(), true);
  assert.equal(undoLast(), true);
  assert.equal(undoLast(), false);
  assert.deepEqual(undone, ['finding', 'promise']);
  assert.deepEqual(
    toasts().map((one) => one.says),
    ['Copied'],
  );
});

test('three stand at once, and the oldest goes first', () => {
  for (const says of ['one', 'two', 'three', 'four']) toast(says);
  assert.deepEqual(
    toasts().map((one) => one.says),
    ['two', 'three', 'four'],
  );
});

test('who listens hears of each change, and of none for a toast that is gone', () => {
  let told = 0;
  const stop = onToasts(() => told++);
  const id = toast('Saved');
  dismiss(id);
  dismiss(id);
  stop();
  toast('After');
  assert.equal(told, 2);
});

test('a toast leaves by itself after eight seconds', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  toast('Kept');
  t.mock.timers.tick(7_999);
  assert.equal(toasts().length, 1);
  t.mock.timers.tick(1);
  assert.equal(toasts().length, 0);
});

test('what could not be taken back is told', async () => {
  const told: unknown[] = [];
  onFailedUndo((error) => void told.push(error));
  toast('Promise kept', () => Promise.reject(new Error('refused')));
  assert.ok(undoLast());
  toast('Another', () => {
    throw new Error('broken');
  });
  assert.ok(undoLast());
  await new Promise((resolve) => setTimeout(resolve, 0));
  assert.deepEqual(told.map((error) => (error as Error).message).sort(), ['broken', 'refused']);
});
