import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { read, readAll } from './read.ts';
import type { Source } from './reader.ts';
import { sourceOfBytes, sourceOfFile, sourceOfText } from './source.ts';

const MEGABYTE = 1024 * 1024;

async function refusalOf(source: Source): Promise<Refusal> {
  try {
    await readAll(source);
  } catch (wrong) {
    assert.ok(wrong instanceof Refusal, String(wrong));
    return wrong;
  }
  assert.fail(`${source.name} was read`);
}

const bytesOf = (start: string, length = 4096) => {
  const bytes = new Uint8Array(length);
  let seed = 3;
  for (let i = 0; i < length; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = seed >> 16;
  }
  for (let i = 0; i < start.length; i++) bytes[i] = start.charCodeAt(i);
  return bytes;
};

/** A source of any size that counts what is asked of it. */
function junk(size: number, fill: (at: number, bytes: Uint8Array) => void): Source & { asked: () => number } {
  let asked = 0;
  return {
    name: 'junk.vtt',
    size,
    slice: (from, to) => {
      const bytes = new Uint8Array(Math.min(to, size) - from);
      asked += bytes.length;
      fill(from, bytes);
      return Promise.resolve(bytes);
    },
    asked: () => asked,
  };
}

test('bytes that are no text are called by their name, with what to do about it', async () => {
  const cases: [string, string][] = [
    ['%PDF-1.7', 'a PDF'],
    ['\x89PNG\r\n\x1a\n', 'an image'],
    ['\xff\xd8\xff\xe0', 'an image'],
    ['GIF89a', 'an image'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'a sound recording'],
    ['ID3\x04\0', 'a sound recording'],
    ['\0\0\0\x20ftypisom', 'a video'],
    ['\0\0\0\x20ftypM4A ', 'a sound recording'],
    ['MZ\x90\0\x03', 'a program'],
    ['\x7fELF\x02', 'a program'],
    ['\x1f\x8b\x08', 'a packed file'],
    ['7z\xbc\xaf\x27\x1c', 'a packed file'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'an old Office document'],
    ['SQLite format 3\0', 'a database'],
    ['{\\rtf1\\ansi', 'a rich text document'],
    ['\x01\x02\x03', 'no text'],
  ];
  for (const [start, what] of cases) {
    const refusal = await refusalOf(sourceOfBytes('call.vtt', bytesOf(start)));
    assert.equal(refusal.code, 'file.not-a-transcript');
    assert.equal(refusal.params.what, what);
    assert.match(refusal.message, /^call\.vtt (looks like|is not text).+\. [A-Z].+\.$/);
  }
});

test('text that nobody said is called by its name', async () => {
  const cases: [string, string][] = [
    ['<!DOCTYPE html>\n<html><body><p>Ana: hello</p></body></html>', 'a web page'],
    ['<div class="x">\n<p>Hello there, all of you</p>\n</div>', 'a web page'],
    ['<?xml version="1.0"?>\n<root><a>Hello</a></root>', 'an XML file'],
    ['{"name":"heed","version":"0.1.0","private":true}', 'JSON of a kind that Heed does not know'],
    ['[\n  {"id": 1}\n]', 'JSON of a kind that Heed does not know'],
    ['BEGIN:VCARD\nVERSION:3.0\nFN:Tom Baker\nEND:VCARD\n', 'contacts'],
    ['BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n', 'a calendar'],
    ['#!/bin/sh\necho hello\n', 'a program'],
    [
      "import fs from 'node:fs';\n\nexport function hello(name) {\n  const text = fs.readFileSync(name);\n  return text.length;\n}\n",
      'a program',
    ],
    [
      'def hello(name):\n    text = open(name).read()\n    return len(text)\n\nclass Thing:\n    def say(self):\n        print(f(x))\n',
      'a program',
    ],
    [
      '2026-03-05T09:30:00Z INFO server: started\n2026-03-05T09:30:01Z ERROR db: gone\n2026-03-05T09:30:02Z INFO server: stopped\n',
      'a log',
    ],
    ['INFO: started\nWARN: slow\nERROR: gone\nINFO: stopped\n', 'a log'],
    ['First Name,Last Name,Email\nTom,Baker,tom@harbour.example\nAna,Ruiz,ana@example.com\n', 'a table'],
    ['Naam;Plaats\nTom;Delft\nAna;Madrid\nLee;Gent\n', 'a table'],
    ['name: heed\nversion: 1\nlicense: none\nport: 4600\nhost: here\n', 'a settings file'],
    ['aGVlZA9xkZmFzZGZhc2RmYXNkZmFzZGZhc2Rm'.repeat(20), 'no text that a person wrote'],
    ['x9$ k#2@ !!w ^7 (0) %%q 8*8 ~~ z_1 +=+ 0x3f <> ?? 1!1 #4# w&w 9^9', 'no text that a person wrote'],
    ['... --- ...', 'no text that a person wrote'],
  ];
  for (const [text, what] of cases) {
    const refusal = await refusalOf(sourceOfText('pasted', text));
    assert.deepEqual([refusal.code, refusal.params.what], ['file.not-a-transcript', what], text.slice(0, 60));
  }
});

test('nothing in it: said to be empty', async () => {
  for (const text of ['', ' ', '\n\n\r\n', '\uFEFF', '\uFEFF \n']) {
    assert.equal((await refusalOf(sourceOfText('empty.txt', text))).code, 'file.empty', JSON.stringify(text));
  }
});

test('200 MB of junk are refused within a second from their head', async () => {
  const fills = [
    (_at: number, bytes: Uint8Array) => bytes.fill(0),
    (_at: number, bytes: Uint8Array) => bytes.set(bytesOf('', Math.min(bytes.length, 65536))),
    (_at: number, bytes: Uint8Array) => bytes.fill(0x61),
    (_at: number, bytes: Uint8Array) => bytes.fill(0x3c),
    (_at: number, bytes: Uint8Array) => bytes.fill(0x0a),
  ];
  for (const fill of fills) {
    const source = junk(200 * MEGABYTE, fill);
    const start = performance.now();
    const refusal = await refusalOf(source);
    assert.match(refusal.code, /^file\.(not-a-transcript|too-large)$/);
    assert.ok(performance.now() - start < 1000);
    assert.ok(source.asked() <= 64 * 1024, `${source.asked()} bytes were asked for`);
  }
});

test('a transcript larger than fits in memory is refused with its size and the limit', async () => {
  const words = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>Hello there.</v>\n\n');
  const large = (size: number) =>
    junk(size, (from, bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = words[(from + i) % words.length] ?? 0;
    });
  const refusal = await refusalOf(large(33 * MEGABYTE));
  assert.equal(refusal.code, 'file.too-large');
  assert.deepEqual(refusal.params, { name: 'junk.vtt', size: 33, limit: 32 });
  assert.deepEqual((await refusalOf(large(201 * MEGABYTE))).params.limit, 200);
});

test('a spreadsheet, slides and an unknown archive are told apart by what is in them', async () => {
  const { zipOf } = await import('./make-docx.ts');
  const renamed = (path: string) => {
    const bytes = Buffer.from(zipOf('x'));
    for (let at = bytes.indexOf('word/document.xml'); at >= 0; at = bytes.indexOf('word/document.xml'))
      bytes.write(path.padEnd(17, 'x'), at);
    return sourceOfBytes('x.docx', bytes);
  };
  assert.equal((await refusalOf(renamed('xl/workbook.xml'))).params.what, 'a spreadsheet');
  assert.equal((await refusalOf(renamed('ppt/slides.xml'))).params.what, 'a slide show');
  assert.match(String((await refusalOf(renamed('photo.jpg'))).params.what), /archive/);
});

test('a file of the machine is read like pasted text, and closed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-read-'));
  try {
    const text = 'Ana Ruiz: Hello there.\nTom Baker: Hello you.\n'.repeat(5000);
    const file = path.join(folder, 'Call_one.txt');
    await writeFile(file, text);
    await using source = await sourceOfFile(file);
    assert.deepEqual([source.name, source.size], ['Call_one.txt', text.length]);
    const fromFile = await readAll(source);
    assert.deepEqual(fromFile, await readAll(sourceOfText('Call_one.txt', text)));
    assert.equal(fromFile.conversations[0]?.conversation.turns.length, 10_000);
    assert.deepEqual(await source.slice(text.length - 3, text.length + 50), new TextEncoder().encode('u.\n'));
    assert.equal((await source.slice(text.length + 1, text.length + 5)).length, 0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what it is shows before anything is read', async () => {
  const reading = await read(sourceOfText('x', 'WEBVTT\n'));
  assert.equal(reading.format, 'webvtt');
  const first = reading.conversations[Symbol.asyncIterator]().next();
  await assert.rejects(first, { code: 'file.no-turns' });
});

test('the same words in UTF-16, with Windows line ends or as windows-1252 are the same conversation', async () => {
  const text =
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Chloé Martín>Één café, señor.</v>\n\n00:02.500 --> 00:04.000\n<v Ana Ruiz>Graag.</v>\n';
  const expected = await readAll(sourceOfText('x', text));
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  for (const bytes of [utf16, utf16.subarray(2), Buffer.from(text, 'latin1'), Buffer.from(text.replaceAll('\n', '\r\n'))]) {
    assert.deepEqual(await readAll(sourceOfBytes('x', new Uint8Array(bytes))), expected);
  }
});
