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
