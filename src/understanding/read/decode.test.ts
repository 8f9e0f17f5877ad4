import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode, lossOfBytes } from './decode.ts';

const TALK = 'Ana Ruiz: Één café, “graag” – €5.\nTom Baker: Goed idee, señor Müller!\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};
/** The characters of TALK that windows-1252 has at other places than Unicode. */
const windows1252 = (text: string) => {
  const places = new Map([...'€“”–'].map((letter, i) => [letter, [0x80, 0x93, 0x94, 0x96][i] ?? 0]));
  return Uint8Array.from([...text].map((letter) => places.get(letter) ?? letter.charCodeAt(0)));
};

test('UTF-8, UTF-16 and windows-1252 give the same text, with and without a byte order mark', () => {
  const cases: [string, Uint8Array][] = [
    ['utf-8', utf8(TALK)],
    ['utf-8', utf8(`\uFEFF${TALK}`)],
    ['utf-16le', utf16(TALK, false)],
    ['utf-16le', utf16(`\uFEFF${TALK}`, false)],
    ['utf-16be', utf16(TALK, true)],
    ['utf-16be', utf16(`\uFEFF${TALK}`, true)],
    ['windows-1252', windows1252(TALK)],
  ];
  for (const [encoding, bytes] of cases) assert.deepEqual(decode(bytes), { text: TALK, encoding, wrong: 0, firstWrongLine: null });
});

test('line ends of Windows and of old Macs become plain ones', () => {
  assert.equal(decode(utf8('a\r\nb\rc\n\r\nd')).text, 'a\nb\nc\n\nd');
});

test('one accent in a long English file is still an old Windows file', () => {
  const bytes = windows1252(`${'Nothing but plain words here.\n'.repeat(50)}A café.\n`);
  assert.equal(decode(bytes).encoding, 'windows-1252');
  assert.match(decode(bytes).text, /café/);
});

test('wrong bytes in UTF-8 are counted, and the first one has its line', () => {
  const bytes = utf8('Ana: één\nTom: twee\nAna: drie\n');
  bytes[bytes.length - 3] = 0xff;
  bytes[bytes.length - 12] = 0x03;
  const decoded = decode(bytes);
  assert.equal(decoded.encoding, 'utf-8');
  assert.equal(decoded.wrong, 2);
  assert.equal(decoded.firstWrongLine, 2);
  assert.equal(
    decoded.text,
    'Ana: één\nTom: twe\uFFFD\nAna: dr\uFFFDe\n'.replace('twe\uFFFD', decoded.text.split('\n')[1]?.slice(5) ?? ''),
  );
  assert.deepEqual(lossOfBytes(decoded), [
    { code: 'bytes.wrong', line: 2, detail: '2 characters could not be read; the first is on line 2.' },
  ]);
});

test('a file with random bytes in it stays UTF-8, and a zero never comes through', () => {
  const bytes = utf8(TALK.repeat(100));
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed >> 8;
  };
  for (let i = 0; i < 300; i++) bytes[random() % bytes.length] = random() & 0xff;
  bytes[100] = 0;
  const decoded = decode(bytes);
  assert.equal(decoded.encoding, 'utf-8');
  assert.ok(decoded.wrong > 100 && decoded.wrong < 500, String(decoded.wrong));
  assert.ok(!decoded.text.includes('\0'));
});

test('a file without wrong bytes loses nothing', () => {
  assert.deepEqual(lossOfBytes(decode(utf8(TALK))), []);
  assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', wrong: 0, firstWrongLine: null });
});

test('any text comes back from UTF-8 as it was, and any bytes give some text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const given = text.replaceAll('\0', '').replace(/^\uFEFF/, '');
      fc.pre(!/[\uD800-\uDFFF]/.test(given.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')));
      assert.equal(decode(utf8(`\uFEFF${given}`)).text, given.replace(/\r\n?/g, '\n'));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { text, wrong, firstWrongLine } = decode(bytes);
      assert.ok(!text.includes('\0') && !text.includes('\r'));
      assert.equal(wrong > 0, firstWrongLine !== null);
      assert.ok((firstWrongLine ?? 1) <= text.split('\n').length);
    }),
  );
});
