import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { ConversationPage } from '#model/pages.ts';
import { datesFor } from '../messages/dates.ts';
import { within } from '../messages/en/within.ts';
import { dismiss, toasts } from '../ui/toasts.ts';
import { copyChosen, copyLink, copyQuote } from './citing.ts';
import { copy } from './copy.ts';

/** A browser as far as copying needs one; the clipboard may refuse, or not be there at all over plain http. */
function browser({ clipboard, oldWay = true }: { clipboard: 'takes' | 'refuses' | 'none'; oldWay?: boolean }) {
  const copied: string[] = [];
  const stood: { value: string }[] = [];
  const field = { value: '', style: {}, select: () => {}, remove: () => stood.pop() };
  const put = (name: string, value: unknown) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const writeText = (text: string) =>
    clipboard === 'takes' ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error('denied'));
  put('navigator', clipboard === 'none' ? {} : { clipboard: { writeText } });
  put('window', { isSecureContext: clipboard !== 'none', location: { origin: 'https://heed.example' } });
  put('HTMLElement', class {});
  put('document', {
    activeElement: null,
    createElement: () => field,
    body: { append: (one: { value: string }) => stood.push(one) },
    querySelector: () => null,
    execCommand: () => {
      if (oldWay) copied.push(stood[0]?.value ?? '');
      return oldWay;
    },
  });
  return { copied, stood };
}

afterEach(() => {
  for (const { id } of toasts()) dismiss(id);
  for (const name of ['window', 'document', 'HTMLElement']) Reflect.deleteProperty(globalThis, name);
});

test('a text is copied by the browser’s own clipboard', async () => {
  const { copied, stood } = browser({ clipboard: 'takes' });
  assert.equal(await copy('Nobody comes.'), true);
  assert.deepEqual([copied, stood], [['Nobody comes.'], []]);
});

test('over plain http, or where it is refused, the old way copies and leaves nothing on the page', async () => {
  for (const clipboard of ['none', 'refuses'] as const) {
    const { copied, stood } = browser({ clipboard });
    assert.equal(await copy('Nobody comes.'), true);
    assert.deepEqual([copied, stood], [['Nobody comes.'], []]);
  }
});

test('where nothing may be copied it says so', async () => {
  browser({ clipboard: 'refuses', oldWay: false });
  assert.equal(await copy('Nobody comes.'), false);
});

const page = {
  ...{ id: 'c1', title: 'Harbour Foods second call', happenedAt: '2026-11-17T13:02:00Z', datedBy: 'file' },
  speakers: [{ i: 0, name: 'Ines Carvalho' }],
  turns: [{ i: 4, speaker: 0, at: null, startMs: 60_000, text: 'The alarm goes off\n  at night. Nobody comes.' }],
} as unknown as ConversationPage;
const where = { page, text: within, dates: datesFor('en', 'Europe/Amsterdam') };

test('a quote is copied on one line, with who said it, where and when', async () => {
  const { copied } = browser({ clipboard: 'takes' });
  await copyQuote(where, 4);
  assert.deepEqual(copied, ['“The alarm goes off at night. Nobody comes.” Ines Carvalho, Harbour Foods second call, Tue 17 Nov']);
  assert.equal(toasts()[0]?.says, within.quoteCopied);
});

test('of a turn as much is copied as was chosen, and of one that is gone nothing', async () => {
  const { copied } = browser({ clipboard: 'takes' });
  await copyQuote(where, 4, { from: 31, to: 44 });
  await copyQuote(where, 99);
  assert.equal(copied.length, 1);
  assert.match(copied[0] ?? '', /^“(?:\S.*)?Nobody come/);
});

test('with nothing chosen the turn in hand is copied whole', async () => {
  const { copied } = browser({ clipboard: 'takes' });
  await copyChosen(where, 4);
  assert.match(copied[0] ?? '', /^“The alarm goes off at night\. Nobody comes\.”/);
});

test('a link leads to the turn, and what could not be copied is told', async () => {
  const { copied } = browser({ clipboard: 'takes' });
  await copyLink(where, 4);
  assert.deepEqual(copied, ['https://heed.example/conversations/c1?turn=4']);
  browser({ clipboard: 'refuses', oldWay: false });
  await copyLink(where, 4);
  assert.deepEqual(
    toasts().map((one) => one.says),
    [within.linkCopied, within.notCopied],
  );
});
