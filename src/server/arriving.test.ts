import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { temporaryFolder } from '#test/cluster.ts';
import { type Arriving, attachmentOf, keepArriving, tidyName } from './arriving.ts';
import { troubleOf } from './trouble.ts';

const folder = temporaryFolder('arriving');
after(() => rmSync(folder, { recursive: true, force: true }));

let n = 0;
const bring = (pieces: Iterable<string> | AsyncIterable<string> | Readable, more: Partial<Arriving> = {}) => {
  const file = path.join(folder, String(++n));
  const body = pieces instanceof Readable ? pieces : Readable.from(pieces);
  return { file, done: keepArriving({ body, said: 0, file, gone: () => false, limit: 1024 * 1024, ...more }) };
};
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;

test('what arrives is kept as it came', async () => {
  const { file, done } = bring(['WEB', 'VTT', '\n']);
  await done;
  assert.equal(readFileSync(file, 'utf8'), 'WEBVTT\n');
});

test('what says it is too large is refused before a file is made; what lies is counted', async () => {
  const honest = bring(['x'], { said: 1024 * 1024 + 1 });
  await assert.rejects(honest.done, refused('file.too-large'));
  assert.equal(existsSync(honest.file), false);
  function* endless() {
    for (;;) yield 'x'.repeat(64 * 1024);
  }
  const liar = bring(endless(), { said: 10 });
  await assert.rejects(liar.done, (problem) => refused('file.too-large')(problem) && /1 MB/.test((problem as Error).message));
});

test('when the other side goes, breaks or falls silent it says so', async () => {
  async function* broken() {
    yield 'half of it';
    throw new Error('aborted');
  }
  await assert.rejects(bring(broken(), { gone: () => true }).done, refused('file.cut-off'));
  await assert.rejects(bring(new Readable({ read: () => undefined }), { quietAtMostMs: 50 }).done, refused('file.cut-off'));
});

test('a slow sender who goes on sending is waited for', async () => {
  async function* slow() {
    for (let i = 0; i < 6; i++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      yield 'drop';
    }
  }
  const { file, done } = bring(slow(), { quietAtMostMs: 150 });
  await done;
  assert.equal(readFileSync(file, 'utf8').length, 24);
});

test('a full disk is said to be one', { skip: !existsSync('/dev/full') }, async () => {
  await assert.rejects(bring(['x'], { file: '/dev/full' }).done, (problem) => troubleOf(problem)?.code === 'server.no-room');
});

test('a fault of our own is not blamed on the sender', async () => {
  await assert.rejects(bring(['x'], { file: path.join(folder, 'no/such/folder') }).done, (problem) => !(problem instanceof Refusal));
});

test('of a path the name is kept, and of a name what can be seen', () => {
  for (const [given, kept] of [
    ['call.vtt', 'call.vtt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Maya\\call.vtt', 'call.vtt'],
    ['a\u0000b\r\nSet-Cookie: x.vtt', 'a b Set-Cookie: x.vtt'],
    ['safe\u202Egpj.exe', 'safe gpj.exe'],
    ['  Übergabe – 3. März.vtt ', 'Übergabe – 3. März.vtt'],
    ['..', 'conversation'],
    ['', 'conversation'],
    ['folder/', 'conversation'],
    [undefined, 'conversation'],
  ] as const)
    assert.equal(tidyName(given), kept, JSON.stringify(given));
});

test('a very long name keeps its ending and breaks no sign in two', () => {
  const name = tidyName(`${'🌊'.repeat(300)}.vtt`);
  assert.equal([...name].length, 200);
  assert.ok(name.endsWith('🌊.vtt'));
  assert.ok(name.isWellFormed());
});

test('any name at all is a header of one line that gives the name back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = tidyName(given);
      assert.ok(name.length > 0 && !/[\p{Cc}/\\]/u.test(name));
      const header = attachmentOf(name);
      assert.match(header, /^attachment; filename="[\w.\- ]*"; filename\*=UTF-8''[\w.~!%-]*$/);
      assert.equal(decodeURIComponent(header.split("UTF-8''")[1] ?? ''), name);
    }),
  );
});
