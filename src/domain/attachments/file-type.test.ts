import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PHOTOS, PICTURES } from '#model/attachment.ts';
import { fileTypeOf, HEAD } from './file-type.ts';

const told = (bytes: string | number[], name = 'x') =>
  fileTypeOf(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Uint8Array.from(bytes), name);

test('pictures, papers, sounds and archives are told by how they begin', () => {
  assert.equal(told([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png');
  assert.equal(told([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg');
  assert.equal(told('GIF89a\x01\x00'), 'image/gif');
  assert.equal(told('RIFF\x10\x00\x00\x00WEBPVP8 '), 'image/webp');
  assert.equal(told('RIFF\x10\x00\x00\x00WAVEfmt '), 'audio/wav');
  assert.equal(told('%PDF-1.7\n'), 'application/pdf');
  assert.equal(told('PK\x03\x04\x14\x00\x06\x00notes.txt'), 'application/zip');
  assert.equal(told('MZ\x90\x00'), 'application/x-msdownload');
});

test('what Word, Excel and LibreOffice write is told from other archives, by what is in it or by its name', () => {
  assert.match(told('PK\x03\x04....word/document.xml'), /wordprocessingml/);
  assert.match(told('PK\x03\x04....[Content_Types].xml....', 'list.xlsx'), /spreadsheetml/);
  assert.match(told('PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text'), /opendocument.text/);
  assert.equal(told('PK\x03\x04....photo.jpg', 'fake.docx'), 'application/zip', 'a name alone makes no paper');
});

test('a text is one whatever it is called, and a drawing or a page is never a picture', () => {
  assert.equal(told('Hello.\r\nA line.'), 'text/plain');
  assert.equal(told('name;mail\n', 'list.CSV'), 'text/csv');
  assert.equal(told('# A head\n', 'a.md'), 'text/markdown');
  assert.equal(told('Caf\xe9 au lait, na\xefve and more of it'), 'text/plain', 'one byte a letter');
  for (const trick of [
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    '<?xml version="1.0"?><!-- x --><SVG\n>',
    '  <!DOCTYPE html><p>',
    '<script >',
  ])
    for (const name of ['a.png', 'a.svg', 'a.txt']) assert.ok(!PICTURES.some((type) => type === told(trick, name)), trick);
  assert.equal(told('\x00\x01\x02\x03'), 'application/octet-stream');
  assert.equal(told(''), 'text/plain');
});

test('whatever a file says of itself in its name, only its bytes make it a photo', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: HEAD }), fc.constantFrom('a.png', 'a.jpg', 'a.webp', 'a.svg'), (bytes, name) => {
      const type = fileTypeOf(bytes, name);
      const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte);
      const isPicture = begins(0x89, 0x50) || begins(0xff, 0xd8) || Buffer.from(bytes.subarray(8, 12)).toString() === 'WEBP';
      assert.ok(isPicture || !PHOTOS.some((one) => one === type));
      assert.match(type, /^[\w.+-]+\/[\w.+-]+$/);
    }),
  );
});
