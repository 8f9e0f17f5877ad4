import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf } from '#test/reading.ts';
import { zipOf } from '#test/zip-of.ts';
import { sourceOfBytes } from './source.ts';
import { openZip } from './zip.ts';

const open = (bytes: Uint8Array) => openZip(sourceOfBytes('box.zip', bytes));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const MB = 1024 * 1024;

test('an archive lists its files and unpacks the one that is asked for', async () => {
  const zip = await open(zipOf({ 'a/one.txt': 'The first', 'two.txt': 'The second, with café' }));
  assert.deepEqual(zip.entries, [
    { path: 'a/one.txt', size: 9 },
    { path: 'two.txt', size: 22 },
  ]);
  assert.equal(text(await zip.read('two.txt', MB)), 'The second, with café');
  assert.equal(text(await zip.read('a/one.txt', MB)), 'The first');
});

test('only what is asked for is read from the source', async () => {
  const bytes = zipOf({ 'large.bin': Buffer.alloc(3 * MB, 'abcdefgh12345'), 'small.txt': 'few words' });
  const asked: number[] = [];
  const source = sourceOfBytes('box.zip', bytes);
  const counting = {
    ...source,
    slice: (from: number, to: number) => {
      asked.push(to - from);
      return source.slice(from, to);
    },
  };
  const zip = await openZip(counting);
  asked.length = 0;
  await zip.read('small.txt', MB);
  assert.ok(asked.reduce((sum, size) => sum + size, 0) < 200, `read ${asked}`);
});

test('folders and the forks that Finder adds are no files', async () => {
  const zip = await open(zipOf({ 'chat/': '', '__MACOSX/._chat.txt': 'fork', 'chat/_chat.txt': 'words' }));
  assert.deepEqual(
    zip.entries.map(({ path }) => path),
    ['chat/_chat.txt'],
  );
});

test('a bomb is refused by what it declares and by what really comes out', async () => {
  const zeros = new Uint8Array(20 * MB);
  const honest = await open(zipOf({ 'zeros.txt': zeros }));
  assert.equal(await codeOf(honest.read('zeros.txt', MB)), 'zip.too-large');
  const lying = await open(zipOf({ 'zeros.txt': zeros }, { 'zeros.txt': { declaredSize: 1000 } }));
  assert.equal(await codeOf(lying.read('zeros.txt', MB)), 'zip.too-large');
  const huge = { declaredSize: 900 * MB };
  assert.equal(await codeOf(open(zipOf({ a: 'a', b: 'b' }, { a: huge, b: huge }))), 'zip.too-large');
});

test('more files than any export has are refused before they are listed', async () => {
  const bytes = Buffer.from(zipOf({ a: 'a' }));
  const end = bytes.length - 22;
  const zip64 = Buffer.alloc(56 + 20);
  zip64.writeUInt32LE(0x06064b50, 0);
  zip64.writeBigUInt64LE(5_000_000n, 32);
  zip64.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 16)), 48);
  zip64.writeUInt32LE(0x07064b50, 56);
  zip64.writeBigUInt64LE(BigInt(end), 56 + 8);
  const many = Buffer.concat([bytes.subarray(0, end), zip64, bytes.subarray(end)]);
  assert.equal(await codeOf(open(many)), 'zip.too-large');
});

test('a locked archive says that it is locked', async () => {
  assert.equal(await codeOf(open(zipOf({ 'chat.txt': 'secret' }, { 'chat.txt': { encrypted: true } }))), 'zip.locked');
});

test('paths that climb out, start at the root, hide a zero or come twice are refused', async () => {
  for (const path of ['../etc/passwd', 'a/../../b', '/etc/passwd', 'C:/windows', 'a\0.txt']) {
    assert.equal(await codeOf(open(zipOf({ [path]: 'x' }))), 'zip.damaged', path);
  }
  const twice: [string, string][] = [
    ['a.txt', 'one'],
    ['a.txt', 'two'],
  ];
  assert.equal(await codeOf(open(zipOf(twice))), 'zip.damaged');
});

test('what does not unpack to what was packed is damaged', async () => {
  const wrongSum = await open(zipOf({ 'a.txt': 'words' }, { 'a.txt': { crc: 7 } }));
  assert.equal(await codeOf(wrongSum.read('a.txt', MB)), 'zip.damaged');
  const strange = await open(zipOf({ 'a.txt': 'words' }, { 'a.txt': { method: 93 } }));
  assert.equal(await codeOf(strange.read('a.txt', MB)), 'zip.damaged');
  const longer = await open(zipOf({ 'a.txt': 'words' }, { 'a.txt': { declaredSize: 99 } }));
  assert.equal(await codeOf(longer.read('a.txt', MB)), 'zip.damaged');
  const zip = await open(zipOf({ 'a.txt': 'words' }));
  assert.equal(await codeOf(zip.read('b.txt', MB)), 'zip.damaged');
});

test('no archive at all is damaged', async () => {
  assert.equal(await codeOf(open(new Uint8Array(0))), 'zip.damaged');
  assert.equal(await codeOf(open(Buffer.from('PK\x03\x04 and then nothing'))), 'zip.damaged');
});

test('an archive changed anywhere is read, or refused in words', async () => {
  const whole = zipOf({ 'users.json': '[{"id":"U1"}]', 'sales/2026-03-05.json': '[]'.repeat(50) });
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, byte, cut }) => {
      const bytes = cut ? whole.slice(0, at) : Uint8Array.from(whole);
      if (!cut) bytes[at] = byte;
      const code = await codeOf(open(bytes).then((zip) => Promise.all(zip.entries.map(({ path }) => zip.read(path, MB)))));
      assert.ok(Array.isArray(code) || String(code).startsWith('zip.'), String(code));
    }),
    { numRuns: 300 },
  );
});
