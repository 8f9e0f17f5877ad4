import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { speak } from '../messages/language.ts';
import { refusalOf, sayTrouble } from '../query/trouble.ts';
import { sendAttachment } from './send-attachment.ts';
import { squareIn } from './square.ts';

/** The browser's own request, in our hands: it answers when the story says so. */
class HandRequest {
  static last: HandRequest;
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  response: unknown = null;
  url = new URL('http://nowhere.example');
  head: Record<string, string> = {};
  sent: unknown = null;
  constructor() {
    HandRequest.last = this;
  }
  open(_method: string, url: string) {
    this.url = new URL(url, 'http://heed.example');
  }
  setRequestHeader(name: string, value: string) {
    this.head[name] = value;
  }
  send(body: unknown) {
    this.sent = body;
  }
  abort() {
    this.onabort?.();
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
  return speak('en');
});
after(() => {
  own.XMLHttpRequest = kept;
});

const body = new Blob(['x']);
const failure = (of: Promise<unknown>) =>
  of.then(
    () => assert.fail('it did not fail'),
    (error: unknown) => error as Error,
  );

test('a file goes up as it is, and its address says of whom and what it is called, whatever signs are in that', async () => {
  const sent = sendAttachment({ about: 'person', id: 'p1', name: 'offer & price = 7%.pdf', body });
  const request = HandRequest.last;
  assert.deepEqual(Object.fromEntries(request.url.searchParams), { about: 'person', id: 'p1', name: 'offer & price = 7%.pdf' });
  assert.equal(request.sent, body);
  assert.deepEqual(request.head, { 'content-type': 'application/octet-stream' });
  request.answer(201, { already: false });
  assert.deepEqual(await sent, { already: false });
});

test('only a photo says that it is one', () => {
  void sendAttachment({ about: 'person', id: 'p1', name: 'a.png', body, photo: true });
  assert.equal(HandRequest.last.url.searchParams.get('photo'), 'true');
  void sendAttachment({ about: 'person', id: 'p1', name: 'a.png', body, photo: false });
  assert.equal(HandRequest.last.url.searchParams.has('photo'), false);
});

test('how far it is, is told as a share, and a file of no bytes is there at once', () => {
  const told: number[] = [];
  void sendAttachment({ about: 'note', id: 'n', name: 'a', body, told: (share) => told.push(share) });
  HandRequest.last.upload.onprogress?.({ loaded: 1, total: 4 });
  HandRequest.last.upload.onprogress?.({ loaded: 0, total: 0 });
  assert.deepEqual(told, [0.25, 1]);
});

test('what was refused is said in the language on screen, with what it is about', async () => {
  const sent = failure(sendAttachment({ about: 'deal', id: 'd', name: 'a', body }));
  HandRequest.last.answer(413, { code: 'file.too-large', message: 'x', params: { limit: 25 } });
  const { language } = await import('../messages/language.ts');
  assert.match(sayTrouble(await sent, language().text), /larger than 25 MB/);
});

test('whoever stops it gets no refusal but that it was stopped', async () => {
  const control = new AbortController();
  const sent = failure(sendAttachment({ about: 'person', id: 'p', name: 'a', body, stop: control.signal }));
  control.abort();
  const stopped = await sent;
  assert.equal(stopped.name, 'AbortError');
});

test('a line that broke is no refusal', async () => {
  const sent = failure(sendAttachment({ about: 'person', id: 'p', name: 'a', body }));
  HandRequest.last.onerror?.();
  assert.equal(refusalOf(await sent), null);
});

test('a photo is cut inside of the picture, square, and never larger than it was', () => {
  const side = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const cut = squareIn(width, height);
      assert.ok(cut.x >= 0 && cut.y >= 0 && cut.x + cut.side <= width && cut.y + cut.side <= height);
      assert.ok(cut.to <= cut.side && cut.to <= 256 && cut.to >= 1);
      assert.ok(Math.abs(cut.x - (width - cut.side - cut.x)) <= 1, 'in the middle');
    }),
  );
});
