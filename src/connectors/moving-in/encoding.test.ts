import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Encoding, encodingOf, encodingOfStart, textOf } from './encoding.ts';
import { kindOf } from './kinds.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7): Promise<[Encoding, string]> {
  const encoding = await encodingOf(inPieces(bytes, size));
  let text = '';
  for await (const piece of textOf(inPieces(bytes, size), encoding)) text += piece;
  return [encoding, text];
}

test('how a text is written is told by its bytes, wherever they are cut', async () => {
  const text = 'Name;Ort\nJürgen Groß;Köln\n日本;😀\n';
  for (const size of [1, 2, 3, 5, 1000]) {
    assert.deepEqual(await read(Buffer.from(text), size), ['utf-8', text]);
    assert.deepEqual(await read(Buffer.from(`\ufeff${text}`), size), ['utf-8', text]);
    assert.deepEqual(await read(Buffer.from(`\ufeff${text}`, 'utf16le'), Math.max(2, size)), ['utf-16le', text]);
    assert.deepEqual(await read(Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), Math.max(2, size)), ['utf-16be', text]);
    assert.deepEqual(await read(Buffer.from('Name;Ort\nJ\xfcrgen;K\xf6ln\x80\n', 'latin1'), size), [
      'windows-1252',
      'Name;Ort\nJürgen;Köln€\n',
    ]);
  }
});

test('plain letters are UTF-8, and so is nothing', async () => {
  assert.deepEqual(await read(Buffer.from('a,b\n')), ['utf-8', 'a,b\n']);
  assert.deepEqual(await read(new Uint8Array(0)), ['utf-8', '']);
});

test('a broken letter among many good ones does not make it Windows', async () => {
  const bytes = Buffer.concat([Buffer.from('é'.repeat(100)), Buffer.from([0xff]), Buffer.from('ü')]);
  assert.equal((await read(bytes))[0], 'utf-8');
  assert.equal((await read(Buffer.concat([Buffer.from('é'), Buffer.from([0xe9, 0x20, 0xfc])])))[0], 'windows-1252');
});

test('any text comes back from each of its ways of being written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (written, size) => {
      const text = written.replaceAll('\0', '').replace(/^\ufeff+/, '');
      assert.equal((await read(Buffer.from(text), size))[1], text);
      assert.equal((await read(Buffer.from(`\ufeff${text}`, 'utf16le'), size * 2))[1], text);
    }),
    { numRuns: 100 },
  );
});

test('two bytes a letter are known without a mark, where most letters are Latin', () => {
  assert.equal(encodingOfStart(Buffer.from('Name,E-mail\n', 'utf16le')), 'utf-16le');
  assert.equal(encodingOfStart(Buffer.from('Name,E-mail\n', 'utf16le').swap16()), 'utf-16be');
  assert.equal(encodingOfStart(Buffer.from('Name,E-mail\n')), null);
  assert.equal(encodingOfStart(Buffer.from([0])), null);
});

test('what a file is by its first bytes', () => {
  for (const [start, kind] of [
    ['', 'empty'],
    ['   \r\n', 'empty'],
    ['PK\x03\x04', 'zip'],
    ['PK\x05\x06', 'zip'],
    ['%PDF-1.7', 'binary'],
    ['GIF89a', 'binary'],
    ['SQLite format 3\0', 'binary'],
    ['7z\xbc\xaf\x27\x1c', 'archive'],
    ['Rar!\x1a', 'archive'],
    ['BEGIN:VCARD\r\nVERSION:3.0', 'cards'],
    ['begin:vcard\nversion:3.0', 'cards'],
    ['BEGIN:VCALENDAR', 'calendar'],
    ['{"a":1}', 'json'],
    [' [ {"a":1}]', 'json'],
    ['[]', 'json'],
    ['[note],text', 'text'],
    ['<?xml version="1.0"?>', 'binary'],
    ['Name,E-mail', 'text'],
    ['\x01\x02\x03\x04\x05\x06\x07', 'binary'],
  ] as const)
    assert.equal(kindOf(Buffer.from(start, 'latin1')), kind, JSON.stringify(start));
  assert.equal(kindOf(Buffer.from('\ufeffBEGIN:VCARD', 'utf16le')), 'cards');
});
