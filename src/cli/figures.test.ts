import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#model/refusal.ts';
import { clock, percent, wrapped } from './figures.ts';
import { whyNot } from './input.ts';
import { USAGE, WrongUse } from './usage.ts';

test('a clock reads back as the seconds it was made of, and never shows sixty of anything', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 * 3_600_000 }), (ms) => {
      const parts = clock(ms).split(':').map(Number);
      assert.ok(
        parts.slice(-2).every((part) => part < 60),
        clock(ms),
      );
      assert.equal(
        parts.reduce((sum, part) => sum * 60 + part, 0),
        Math.round(ms / 1000),
      );
    }),
  );
  assert.equal(clock(59_600), '01:00');
  assert.equal(clock(3_599_600), '1:00:00');
});

test('a share is a whole number of hundredths', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => assert.match(percent(share), /^(\d|\d\d|100)%$/)));
});

test('wrapped text loses no word, and a line is longer than it may be only when it is one word', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (some, width) => {
      const text = some.join(' ');
      const lines = wrapped(text, width);
      assert.equal(lines.join(' '), text);
      for (const line of lines) assert.ok(line.length <= width || !line.includes(' '), line);
    }),
  );
});

test('why a file could not be read is a sentence where it is a reason of theirs, and nothing where it is a bug', () => {
  const failed = (code: string) => Object.assign(new Error(`${code}: /secret/path`), { code });
  for (const code of ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES']) assert.match(whyNot(failed(code)) ?? '', /^[a-z][a-z ,]+$/, code);
  assert.equal(whyNot(new Refusal('file.empty', 'The file is empty.')), 'The file is empty.');
  for (const bug of [new Error('undefined is not a function'), failed('EMFILE'), 'text', null, undefined]) assert.equal(whyNot(bug), null);
});

test('each command that the first help names has a help of its own, and names its flags there', () => {
  const commands = [...USAGE.heed.matchAll(/^ {2}heed ([a-z]+)/gm)].map(([, name]) => name ?? '').filter(Boolean);
  assert.deepEqual(
    [...new Set(commands)].sort(),
    Object.keys(USAGE)
      .filter((name) => name !== 'heed')
      .sort(),
  );
  for (const flag of USAGE.heed.match(/--(us|json|why)\b/g) ?? []) assert.match(USAGE.listen, new RegExp(`^ {2}${flag}`, 'm'), flag);
  for (const text of Object.values(USAGE)) for (const line of text.split('\n')) assert.ok(line.length <= 140, line);
});

test('wrong use carries the help that helps', () => {
  const wrong = new WrongUse('Say which file.', 'listen');
  assert.deepEqual([wrong.message, wrong.of, wrong.name], ['Say which file.', 'listen', 'WrongUse']);
  assert.ok(wrong instanceof Error && !(wrong instanceof Refusal));
});
