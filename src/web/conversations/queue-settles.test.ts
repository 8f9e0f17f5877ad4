import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Received } from '#model/pages.ts';
import { type Send, uploadQueue } from './upload-queue.ts';
import { countOf, progressed, queued, startable, type Upload } from './uploads.ts';

const received: Received = { fileId: 'f', format: 'zoom-vtt', already: false, conversations: [], unknownSpeakers: 0, losses: [] };
const chosen = (...names: string[]) => names.map((name) => ({ file: new File(['x'], name), path: name }));
const soon = () => new Promise((done) => setImmediate(done));

function handServer() {
  const open: { name: string; yes: (got: Received) => void; no: (error: unknown) => void }[] = [];
  const send: Send = (sent) => new Promise((yes, no) => open.push({ name: sent.name, yes, no }));
  return { open, send };
}

test('pressed twice, “try again” sends a file once', async () => {
  const { open, send } = handServer();
  const queue = uploadQueue(send, () => {});
  queue.add(chosen('a'), false);
  open[0]?.no(new Error('unreachable'));
  await soon();
  const [failed] = queue.read();
  queue.retry(failed?.id ?? 0);
  queue.retry(failed?.id ?? 0);
  assert.equal(open.length, 2);
});

test('what came in cannot be tried again, and holds up nobody', async () => {
  const { open, send } = handServer();
  const queue = uploadQueue(send, () => {});
  queue.add(chosen('a'), false);
  open[0]?.yes(received);
  await soon();
  queue.retry(queue.read()[0]?.id ?? 0);
  assert.equal(queue.read()[0]?.state, 'done');
  queue.add(chosen('b', 'c'), false);
  assert.deepEqual(
    open.map((one) => one.name),
    ['a', 'b', 'c'],
  );
});

test('clearing takes away what is settled, and leaves what is on its way', async () => {
  const { open, send } = handServer();
  const queue = uploadQueue(send, () => {});
  queue.add(chosen('a', 'b', 'c'), false);
  open[0]?.no(new Error('unreachable'));
  await soon();
  queue.clear();
  assert.deepEqual(
    queue.read().map(({ name, state }) => [name, state]),
    [
      ['b', 'sending'],
      ['c', 'sending'],
    ],
  );
});

test('a file that was there already is told of as such', async () => {
  const { open, send } = handServer();
  let arrivals = 0;
  const queue = uploadQueue(send, () => arrivals++);
  queue.add(chosen('a'), false);
  open[0]?.yes({ ...received, already: true });
  await soon();
  assert.deepEqual([queue.read()[0]?.state, arrivals], ['already', 1]);
});

test('more of them are never on their way than two, whatever comes and goes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('add', 'arrive', 'fail', 'retry'), { maxLength: 20 }), async (deeds) => {
      const { open, send } = handServer();
      const queue = uploadQueue(send, () => {});
      for (const deed of deeds) {
        if (deed === 'add') queue.add(chosen('x'), false);
        else if (deed === 'arrive') open.shift()?.yes(received);
        else if (deed === 'fail') open.shift()?.no(new Error('away'));
        else queue.retry(queue.read().find((upload) => upload.state === 'failed')?.id ?? 0);
        await soon();
        assert.ok(open.length <= 2);
        const waiting = queue.read().some((upload) => upload.state === 'waiting');
        if (waiting) assert.equal(open.length, 2);
      }
    }),
    { numRuns: 40 },
  );
});

const upload = (id: number, size: number, more: Partial<Upload> = {}): Upload => ({
  ...queued(id, { name: 'a', path: 'a', size }, false),
  ...more,
});

test('the share is of bytes, not of files, and is whole only when all has settled', () => {
  const half = [upload(1, 900, { state: 'done', sent: 1 }), upload(2, 100)];
  assert.equal(countOf(half).share, 0.9);
  assert.ok(countOf([upload(1, 100, { state: 'reading', sent: 1 })]).share < 1);
  assert.deepEqual(countOf([]), { all: 0, settled: 0, failed: 0, share: 1 });
  assert.equal(countOf([upload(1, 0)]).share, 0);
});

test('a file of no bytes is sent at once, and progress never goes beyond the whole', () => {
  assert.deepEqual(
    progressed([upload(1, 0)], 1, 0, 0).map(({ state, sent }) => [state, sent]),
    [['reading', 1]],
  );
  assert.equal(progressed([upload(1, 5)], 1, 9, 5)[0]?.sent, 1);
});

test('what is being read still takes a place', () => {
  assert.deepEqual(startable([upload(1, 1, { state: 'reading' }), upload(2, 1, { state: 'sending' }), upload(3, 1)]), []);
});
