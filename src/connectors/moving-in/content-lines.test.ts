import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, blocksOf, partsOf, propertiesOf, unescapeText } from './content-lines.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function blocks(text: string, size = 1000): Promise<Block[]> {
  const all: Block[] = [];
  for await (const block of blocksOf(inPieces(text, size), new Set(['VCARD', 'VEVENT']))) all.push(block);
  return all;
}

const first = (...lines: string[]) => propertiesOf(lines)[0];

test('a property: group, name, parameters, value', () => {
  assert.deepEqual(first('item1.EMAIL;TYPE=INTERNET,WORK;PREF=1:tom@x.example'), {
    group: 'item1',
    name: 'EMAIL',
    params: new Map([
      ['TYPE', ['INTERNET', 'WORK']],
      ['PREF', ['1']],
    ]),
    value: 'tom@x.example',
  });
  assert.deepEqual(first('TEL;CELL;VOICE:1')?.params, new Map([['TYPE', ['CELL', 'VOICE']]]));
  assert.deepEqual(first('ATTENDEE;CN="Baker, Tom: chef; cook":mailto:t@x.example'), {
    group: '',
    name: 'ATTENDEE',
    params: new Map([['CN', ['Baker, Tom: chef; cook']]]),
    value: 'mailto:t@x.example',
  });
  assert.equal(first('no property at all'), undefined);
});

test('folded lines are one: by a space, by a tab, by quoted-printable, and badly', () => {
  assert.equal(first('NOTE:one', '  two', '\tthree')?.value, 'one twothree');
  assert.equal(first('NOTE;ENCODING=QUOTED-PRINTABLE:one=', ' two=', 'three')?.value, 'onetwothree');
  assert.equal(first('NOTE:one', 'and no colon here')?.value, 'oneand no colon here');
  assert.deepEqual(
    propertiesOf(['FN:Tom', 'NOTE:x']).map(({ name }) => name),
    ['FN', 'NOTE'],
  );
});

test('quoted-printable in the letters that are named, or else in those of Windows', () => {
  assert.equal(first('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=BCrgen')?.value, 'Jürgen');
  assert.equal(first('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:J=FCrgen')?.value, 'Jürgen');
  assert.equal(first('FN;ENCODING=QUOTED-PRINTABLE:J=FCrgen')?.value, 'Jürgen');
  assert.equal(first('FN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:a=')?.value, 'a=');
});

test('escapes, and the parts of a structured value', () => {
  assert.equal(unescapeText('a\\, b\\; c\\n d\\\\ e\\x'), 'a, b; c\n d\\ e\\x');
  assert.deepEqual(partsOf('Baker;Tom\\; the;;', ';'), ['Baker', 'Tom; the', '', '']);
  assert.deepEqual(partsOf('', ';'), ['']);
  assert.deepEqual(partsOf('a\\,b,c', ','), ['a,b', 'c']);
  assert.deepEqual(partsOf('ends with \\', ';'), ['ends with \\']);
});

test('blocks end where they end, where the next begins, or where the text does', async () => {
  const text = 'BEGIN:VCARD\r\nFN:Tom\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ann\r\nBEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Cy';
  for (const size of [1, 2, 5, 13, 1000]) {
    const all = await blocks(text, size);
    assert.deepEqual(
      all.map(({ isWhole, properties }) => [isWhole, properties.map(({ value }) => value)]),
      [
        [true, ['Tom']],
        [false, ['Ann']],
        [true, ['Bob']],
        [false, ['Cy']],
      ],
      `pieces of ${size}`,
    );
  }
});

test('what is inside a block in a block is not its own, what is outside is told apart', async () => {
  const all = await blocks(
    'BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nSUMMARY:b\nEND:VALARM\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n',
  );
  assert.deepEqual(
    all.map(({ kind, properties }) => [kind, properties.map(({ name, value }) => `${name} ${value}`)]),
    [
      ['', ['METHOD CANCEL']],
      ['VEVENT', ['SUMMARY a', 'UID 1']],
    ],
  );
});

test('a block longer than may be is told and not kept', async () => {
  const [block] = await blocks(`BEGIN:VCARD\n${`NOTE:${'x'.repeat(1000)}\n`.repeat(9000)}END:VCARD\n`, 65_536);
  assert.deepEqual([block?.isTooLong, block?.properties], [true, []]);
});
