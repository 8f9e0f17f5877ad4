import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll } from './read.ts';
import type { Source } from './reader.ts';
import { headOf } from './sniff.ts';
import { sourceOfBytes, sourceOfText } from './source.ts';

/** A source that tells which bytes were asked of it. */
function watched(text: string): { source: Source; asked: [number, number][] } {
  const inner = sourceOfText('call.txt', text);
  const asked: [number, number][] = [];
  const slice = (from: number, to: number) => {
    asked.push([from, to]);
    return inner.slice(from, to);
  };
  return { source: { ...inner, slice }, asked };
}

const talk = (n: number, word = 'late') =>
  Array.from({ length: n }, (_, i) => `${i % 2 ? 'Tom Baker' : 'Ana Ruiz'}: The report is ${word} again, that was number ${i}.\n`).join('');

test('an hour of talk is asked for once', async () => {
  const { source, asked } = watched(talk(900));
  const { conversations } = await readAll(source);
  assert.equal(conversations[0]?.conversation.turns.length, 900);
  assert.deepEqual(asked, [[0, source.size]]);
});

test('of a large file only the head is asked for to tell what it is', async () => {
  const { source, asked } = watched(talk(30_000));
  const head = await headOf(source);
  assert.equal(head.whole, undefined);
  assert.deepEqual(asked, [[0, 64 * 1024]]);
  assert.ok((head.text?.length ?? 0) <= 64 * 1024);
});

test('small or large, read in one go or in two, the turns are the same', async () => {
  const [small, large] = [talk(1000, 'één'), talk(30_000, 'één')];
  const read = async (text: string) => (await readAll(sourceOfText('x', text))).conversations[0]?.conversation.turns ?? [];
  assert.ok(Buffer.byteLength(large) > 1024 * 1024);
  assert.deepEqual((await read(large)).slice(0, 1000), await read(small));
});

test('the head is never longer than the head, and ends in a whole letter', async () => {
  const head = await headOf(sourceOfText('x', `${'é'.repeat(40_000)} ${talk(100)}`));
  assert.ok(head.bytes.length === 64 * 1024 && (head.text?.length ?? 0) <= 64 * 1024);
  const large = await headOf(sourceOfText('x', `x${'é'.repeat(900_000)}`));
  assert.ok(!large.text?.includes('\uFFFD'));
});

test('a good beginning is read and what stands behind it told as lost, in a small file and in a large one', async () => {
  for (const lines of [1500, 30_000]) {
    const bytes = new TextEncoder().encode(talk(lines));
    bytes.fill(0xff, Math.floor(bytes.length * 0.9));
    const { format, conversations } = await readAll(sourceOfBytes('x', bytes));
    assert.equal(format, 'plain');
    assert.ok((conversations[0]?.conversation.turns.length ?? 0) >= lines * 0.85);
    assert.equal(conversations[0]?.losses[0]?.code, 'bytes.wrong');
  }
});

test('a beginning that is no text is refused, whatever stands behind it', async () => {
  const bytes = new TextEncoder().encode(talk(3000));
  bytes.fill(0xfe, 10, 40_000);
  await assert.rejects(readAll(sourceOfBytes('x', bytes)), { code: 'file.not-a-transcript' });
});

test('nothing is remembered of one source for the next', async () => {
  const one = sourceOfText('same', 'Ana Ruiz: One.\nTom Baker: Two.\n');
  const other = sourceOfText('same', 'Ana Ruiz: Three.\nTom Baker: Four.\n');
  const words = async (source: Source) => (await readAll(source)).conversations[0]?.conversation.turns.map(({ text }) => text);
  assert.deepEqual(await words(one), ['One.', 'Two.']);
  assert.deepEqual(await words(other), ['Three.', 'Four.']);
  assert.deepEqual(await words(one), ['One.', 'Two.']);
});
