import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Received } from '#model/pages.ts';
import { type Entry, fromFolder, gather } from './dropped.ts';
import { type Send, troubleOf, uploadQueue } from './upload-queue.ts';
import { countOf } from './uploads.ts';

const received = (more: Partial<Received> = {}): Received => ({
  fileId: 'f',
  format: 'zoom-vtt',
  already: false,
  conversations: [{ id: 'c', title: 'Call', turns: 142 }],
  unknownSpeakers: 1,
  losses: [],
  ...more,
});
const file = (name: string) => new File(['WEBVTT'], name);
const settled = () => new Promise((done) => setTimeout(done, 5));

/** A server in our hands: each file waits until we let it arrive or fail. */
function handServer() {
  const open: {
    name: string;
    told: (loaded: number, total: number) => void;
    yes: (got: Received) => void;
    no: (error: unknown) => void;
  }[] = [];
  const send: Send = (sent, _upload, told) => new Promise((yes, no) => open.push({ name: sent.name, told, yes, no }));
  return { open, send };
}

test('two files go at a time, each with its own progress, the third when one is done', async () => {
  const server = handServer();
  const arrivals: string[] = [];
  const queue = uploadQueue(server.send, (got) => arrivals.push(got.fileId));
  queue.add(
    ['a', 'b', 'c'].map((name) => ({ file: file(name), path: name })),
    true,
  );
  assert.deepEqual(
    server.open.map((one) => one.name),
    ['a', 'b'],
  );
  server.open[0]?.told(3, 6);
  assert.equal(queue.read()[0]?.sent, 0.5);
  server.open[0]?.told(6, 6);
  assert.equal(queue.read()[0]?.state, 'reading');
  server.open[0]?.yes(received());
  await settled();
  assert.equal(queue.read()[0]?.state, 'done');
  assert.deepEqual(arrivals, ['f']);
  assert.equal(server.open[2]?.name, 'c');
  assert.ok(queue.read().every((upload) => upload.isPrivate));
});

test('a refused file says why in the words of the refusal and can be tried again; the others go on', async () => {
  const server = handServer();
  const queue = uploadQueue(server.send, () => {});
  queue.add([{ file: file('a'), path: 'a' }], false);
  server.open[0]?.no({ code: 'conversation.empty', message: 'This file holds no conversation.', params: { name: 'a' } });
  await settled();
  assert.equal(queue.read()[0]?.state, 'failed');
  assert.equal(queue.read()[0]?.trouble?.code, 'conversation.empty');
  const id = queue.read()[0]?.id ?? 0;
  queue.retry(id);
  assert.equal(queue.read()[0]?.trouble, null);
  server.open[1]?.yes(received({ already: true }));
  await settled();
  assert.equal(queue.read()[0]?.state, 'already');
  assert.deepEqual(countOf(queue.read()), { all: 1, settled: 1, failed: 0, share: 1 });
  queue.clear();
  assert.deepEqual(queue.read(), []);
});

test('what is listening is told of every change until it stops', () => {
  const server = handServer();
  const queue = uploadQueue(server.send, () => {});
  let told = 0;
  const stop = queue.listen(() => told++);
  queue.add([{ file: file('a'), path: 'a' }], false);
  const before = told;
  assert.ok(before >= 2);
  stop();
  server.open[0]?.told(1, 2);
  assert.equal(told, before);
});

test('trouble without a code is still said', () => {
  assert.equal(troubleOf(new Error('The line went dead.')).message, 'The line went dead.');
  assert.equal(troubleOf('gone').code, 'unknown');
});

const single = (name: string): Entry => ({
  isFile: true,
  isDirectory: false,
  name,
  fullPath: `/${name}`,
  file: (yes) => yes(file(name)),
});
const folder = (name: string, inner: Entry[]): Entry => ({
  isFile: false,
  isDirectory: true,
  name,
  fullPath: `/${name}`,
  createReader: () => {
    const batches = [inner.slice(0, 1), inner.slice(1), []];
    return { readEntries: (yes) => yes(batches.shift() ?? []) };
  },
});

test('a dropped folder is gone through in depth, in batches, and what cannot be a conversation is counted', async () => {
  const dropped = [
    folder('calls', [
      single('a.vtt'),
      folder('2026', [single('b.srt'), single('photo.jpg'), single('.DS_Store')]),
      folder('__MACOSX', [single('x.vtt')]),
    ]),
    single('odd.bin'),
  ];
  const { files, left } = await gather(dropped);
  assert.deepEqual(
    files.map((one) => one.file.name),
    ['a.vtt', 'b.srt', 'odd.bin'],
  );
  assert.equal(left, 2);
});

test('a chosen folder is sifted the same way', () => {
  const { files, left } = fromFolder([
    { file: file('a.vtt'), path: 'calls/a.vtt' },
    { file: file('b.png'), path: 'calls/b.png' },
    { file: file('c.vtt'), path: 'calls/.hidden/c.vtt' },
  ]);
  assert.equal(files.length, 1);
  assert.equal(left, 2);
});
