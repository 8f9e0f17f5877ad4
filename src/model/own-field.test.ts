import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDay } from './day.ts';
import { cleanChoices, FIELD_KINDS, readValue } from './own-field.ts';
import { tagName } from './tag.ts';

const read = (kind: (typeof FIELD_KINDS)[number], typed: string, choices: string[] = []) => readValue({ kind, choices }, typed);

test('numbers are read as people write them, and never guessed', () => {
  for (const [typed, value] of [
    ['12', '12'],
    ['-0.5', '-0.5'],
    ['12,5', '12.5'],
    ['1 200', '1200'],
    ["1'200.25", '1200.25'],
  ] as const)
    assert.deepEqual(read('number', typed), { as: 'number', value });
  for (const typed of ['twelve', '1,200.5', '1.2.3', '1e9', 'NaN', '--1', '1234567890123456'])
    assert.equal(read('number', typed).as, 'wrong');
});

test('a day is one that exists', () => {
  assert.ok(isDay('2024-02-29'));
  for (const text of ['2023-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '28-11-2026', '']) assert.ok(!isDay(text), text);
});

test('empty is nothing, of every kind; whatever is typed is read without a fault, and what was read reads the same', () => {
  for (const kind of FIELD_KINDS) assert.deepEqual(read(kind, '  '), { as: 'none' });
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_KINDS), fc.string(), fc.array(fc.string(), { maxLength: 4 }), (kind, typed, choices) => {
      const once = readValue({ kind, choices: cleanChoices(choices) }, typed);
      if (once.as === 'none' || once.as === 'wrong') return;
      assert.deepEqual(readValue({ kind, choices: cleanChoices(choices) }, once.value), once);
    }),
  );
});

test('a choice is one of those offered, in the letters it is offered in', () => {
  assert.deepEqual(read('choice', 'gold', ['Gold']), { as: 'text', value: 'Gold' });
  assert.deepEqual(read('choice', 'tin', ['Gold']), { as: 'wrong', why: 'choice' });
  assert.deepEqual(cleanChoices([' A  b ', 'a B', '', 'c']), ['A b', 'c']);
});

test('a tag is kept in single spaces and at most sixty letters', () => {
  assert.equal(tagName('  Cold \n chain '), 'Cold chain');
  assert.ok(tagName('x'.repeat(99)).length === 60);
});

test('a tag is never cut within a letter', () => {
  assert.equal(tagName(`${'x'.repeat(59)}😀😀`), `${'x'.repeat(59)}😀`);
  assert.equal(tagName('😀'.repeat(99)), '😀'.repeat(60), 'as the database counts letters');
  assert.equal(tagName(`${'x'.repeat(59)} y`), 'x'.repeat(59), 'nor left with a space at its end');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', '\u00a0'), maxLength: 140 }), (typed) => {
      const name = tagName(typed);
      assert.ok(name.isWellFormed() && [...name].length <= 60 && !/^\s|\s$|\s\s/.test(name));
      assert.equal(tagName(name), name);
    }),
  );
});

test('a person is one by an id, a text is kept as it is, and what is too long is said to be', () => {
  const id = '01900000-0000-7000-8000-00000000000A';
  assert.deepEqual(read('person', ` ${id} `), { as: 'person', value: id.toLowerCase() });
  for (const typed of ['Ines Carvalho', id.slice(1), `${id}x`]) assert.deepEqual(read('person', typed), { as: 'wrong', why: 'person' });
  assert.deepEqual(read('text', '  two\nlines  '), { as: 'text', value: 'two\nlines' });
  for (const kind of FIELD_KINDS) assert.deepEqual(read(kind, 'x'.repeat(5001)), { as: 'wrong', why: 'long' });
  assert.equal(read('text', 'x'.repeat(5000)).as, 'text');
});

test('each kind says what it would rather have had', () => {
  for (const [kind, typed] of [
    ['number', 'a dozen'],
    ['date', '28-11-2026'],
    ['date', '2026-02-30'],
    ['choice', 'tin'],
    ['person', 'Ines'],
  ] as const)
    assert.deepEqual(read(kind, typed, ['Gold']), { as: 'wrong', why: kind }, typed);
});

test('thousands are told by spaces and apostrophes; a comma before three digits is still a decimal comma', () => {
  for (const [typed, value] of [
    ['1\u00a0200', '1200'],
    ['1\u202f200,75', '1200.75'],
    ['1’200', '1200'],
    ['-3,5', '-3.5'],
    ['0,125', '0.125'],
  ] as const)
    assert.deepEqual(read('number', typed), { as: 'number', value }, typed);
  for (const typed of ['1,2,3', '+5', '5%', '1.1234567', '٣', '0x10', '-']) assert.equal(read('number', typed).as, 'wrong', typed);
});
