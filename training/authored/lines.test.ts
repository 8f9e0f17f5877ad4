import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from './lines.ts';

const LINES = `# Needs, and what only sounds like them.
> us: How are things?
them: The boiler gives out. | need | need:0
them: It is cold. | information

us: I'll come on Monday. | commitment | commitment due=2026-03-09
`;

test('a line stands by itself, or after what was said before, until an empty line', () => {
  const [boiler, cold, come] = linesOf(LINES, 'x.lines');
  assert.deepEqual(
    [boiler?.side, boiler?.sentence.text, boiler?.before],
    ['them', 'The boiler gives out.', { side: 'us', text: 'How are things?' }],
  );
  assert.deepEqual(cold?.before, boiler?.before);
  assert.deepEqual([come?.side, come?.before, come?.sentence.findings[0]?.fields.due], ['us', null, '2026-03-09']);
});

test('refused, with file and line: nobody who speaks, no act, a claim that nobody made', () => {
  assert.throws(() => linesOf(`${LINES}somebody: Hello. | smalltalk`, 'x.lines'), /x\.lines:7: a line is "us: …"/);
  assert.throws(() => linesOf('us: Hello.', 'x.lines'), /x\.lines:1: one to three acts/);
  assert.throws(() => linesOf('them: So. | other | belief.gap claim=c1', 'x.lines'), /x\.lines:1: there is no claim c1/);
});

test('whatever stands in it: read, or refused with file and line', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('us: So. | other', '> them: Yes.', '', '# note', 'them: No. | need | need:9'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (lines) => {
      try {
        for (const { sentence } of linesOf(lines.join('\n'), 'x')) assert.ok(sentence.acts.length > 0);
      } catch (error) {
        assert.match((error as Error).message, /^x:\d+: /);
      }
    }),
  );
});
