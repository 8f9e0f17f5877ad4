import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sendFile } from './send-file.ts';
import { troubleOf } from './upload-queue.ts';
import { afterOpening, arrived, failed, progressed, queued, retried, startable, type Upload } from './uploads.ts';

type Heard = ((event: { loaded: number; total: number }) => void) | null;

/** The browser's own request, in our hands: it answers when the story says so. */
class HandRequest {
  static last: HandRequest;
  upload: { onprogress: Heard; onload: (() => void) | null } = { onprogress: null, onload: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  response: unknown = null;
  responseType = '';
  headers = new Map<string, string>();
  method = '';
  url = '';
  sent: unknown = null;
  constructor() {
    HandRequest.last = this;
  }
  open(method: string, url: string) {
    [this.method, this.url] = [method, url];
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }
  send(body: unknown) {
    this.sent = body;
  }
  answer(status: number, response: unknown) {
    [this.status, this.response] = [status, response];
    this.onload?.();
  }
}

const own = globalThis as { XMLHttpRequest?: unknown };
const kept = own.XMLHttpRequest;
before(() => {
  own.XMLHttpRequest = HandRequest;
});
after(() => {
  own.XMLHttpRequest = kept;
});

const file = new File(['WEBVTT'], 'a call & more.vtt', { lastModified: Date.UTC(2026, 10, 16, 9) });
const upload = (isPrivate: boolean): Upload => queued(1, { name: file.name, path: file.name, size: 6 }, isPrivate);
const sending = (isPrivate = false, told: (loaded: number, total: number) => void = () => {}) => sendFile(file, upload(isPrivate), told);

test('a file goes up as it is, under its own name and day, and says how far it is', async () => {
  const told: [number, number][] = [];
  const coming = sending(true, (loaded, total) => told.push([loaded, total]));
  const request = HandRequest.last;
  const url = new URL(request.url, 'http://here');
  assert.deepEqual([request.method, url.pathname, request.sent], ['POST', '/api/v1/conversations/files', file]);
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    ...{ name: 'a call & more.vtt', lastModified: '2026-11-16T09:00:00.000Z', private: 'true' },
  });
  assert.equal(request.headers.get('content-type'), 'application/octet-stream');
  request.upload.onprogress?.({ loaded: 3, total: 6 });
  request.upload.onload?.();
  request.answer(200, { fileId: 'f' });
  assert.deepEqual(await coming, { fileId: 'f' });
  assert.deepEqual(told, [
    [3, 6],
    [1, 1],
  ]);
});

test('what is not private does not say so', () => {
  void sending(false);
  assert.equal(new URL(HandRequest.last.url, 'http://here').searchParams.has('private'), false);
});

test('a refusal comes out with its own code and what it is about, however the answer wraps it', async () => {
  const refused = async (status: number, answer: unknown) => {
    const coming = sending();
    HandRequest.last.answer(status, answer);
    return troubleOf(
      await coming.then(
        () => assert.fail('it was taken'),
        (problem: unknown) => problem,
      ),
    );
  };
  assert.deepEqual(await refused(422, { code: 'BAD', message: 'Empty.', data: { code: 'read.empty', params: { name: 'a' } } }), {
    ...{ code: 'read.empty', message: 'Empty.', params: { name: 'a' } },
  });
  assert.deepEqual(await refused(413, { code: 'file.too-large', message: 'Large.', params: { mb: 200 } }), {
    ...{ code: 'file.too-large', message: 'Large.', params: { mb: 200 } },
  });
  assert.deepEqual(await refused(502, null), { code: 'http.502', message: '', params: {} });
});

test('a line that broke is told from a no', async () => {
  const coming = sending();
  HandRequest.last.onerror?.();
  assert.equal(
    troubleOf(
      await coming.then(
        () => assert.fail('it was taken'),
        (problem: unknown) => problem,
      ),
    ).code,
    'unknown',
  );
});

test('opening a conversation sends the panel away when one file was all, else makes it a line', () => {
  const got = { fileId: 'f', format: 'webvtt', already: false, conversations: [], unknownSpeakers: 0, losses: [] };
  const waiting = [upload(false)];
  assert.equal(afterOpening(waiting), 'line', 'it is still coming in');
  assert.equal(afterOpening(arrived(waiting, 1, got)), 'away');
  assert.equal(afterOpening(arrived(waiting, 1, { ...got, already: true })), 'away');
  const no = { code: 'read.empty', message: '', params: {} };
  assert.equal(afterOpening(failed(waiting, 1, no)), 'line', 'a failure is not put out of sight');
  assert.equal(afterOpening([...arrived(waiting, 1, got), { ...upload(false), id: 2, state: 'done' }]), 'line');
});

test('a file tried again starts from nothing, and no third one before there is room', () => {
  const no = { code: 'unknown', message: '', params: {} };
  const [again] = retried(failed(progressed([upload(false)], 1, 3, 6), 1, no), 1);
  assert.deepEqual([again?.state, again?.sent, again?.trouble], ['waiting', 0, null]);
  const four = [1, 2, 3, 4].map((id) => ({ ...upload(false), id }));
  assert.deepEqual(
    startable(four).map(({ id }) => id),
    [1, 2],
  );
  const one = progressed(four, 1, 0, 6);
  assert.deepEqual(
    startable(one).map(({ id }) => id),
    [2],
  );
  assert.deepEqual(startable(progressed(one, 2, 6, 6)), [], 'one that is being read still takes its place');
  assert.equal(progressed(four, 1, 0, 0)[0]?.state, 'reading', 'an empty file is sent at once');
});
