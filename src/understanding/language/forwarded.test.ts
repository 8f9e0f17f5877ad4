import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownSentencesOf } from './forwarded.ts';
import { sentencesOf } from './sentences.ts';

const own = (text: string) => ownSentencesOf(text).map(({ from, to }) => text.slice(from, to).trim());

test('a text without a quoted line is the writer’s own, all of it', () => {
  assert.deepEqual(own('We need it. By Friday.'), ['We need it.', 'By Friday.']);
});

test('lines that begin with ">" are somebody else’s, whatever stands around them', () => {
  assert.deepEqual(own('See below.\n> We need it.\n  > By Friday.\nThanks for this.'), ['See below.', 'Thanks for this.']);
});

test('a ">" in the middle of a line is no quotation', () => {
  assert.deepEqual(own('It is > 40 degrees. We worry.'), ['It is > 40 degrees.', 'We worry.']);
});

test('it is a part of the sentences, in order, and none of them stands in a quoted line', () => {
  const line = fc.constantFrom('We need it. Now.', '> They said so. Twice.', '', '  > Indented. Yes.', 'a > b. Fine.', 'No end');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const all = sentencesOf(text).map(({ from }) => from);
      for (const { from } of ownSentencesOf(text)) {
        assert.ok(all.includes(from));
        const start = text.lastIndexOf('\n', from - 1) + 1;
        assert.doesNotMatch(text.slice(start), /^ *>/);
      }
    }),
  );
});
