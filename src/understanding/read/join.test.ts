import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinSegments, type Segment } from './join.ts';

const segment = (speaker: string, startMs: number, endMs: number, text = 'words'): Segment => ({
  speaker,
  text,
  line: startMs,
  startMs,
  endMs,
});

test('exact times: less than a second apart is one turn, a whole second is not', () => {
  const turns = joinSegments([segment('Ana', 0, 1000), segment('Ana', 1999, 3000), segment('Ana', 4000, 5000)], 'exact');
  assert.deepEqual(turns, [
    { speaker: 'Ana', text: 'words words', line: 0, startMs: 0, endMs: 3000, spokenMs: 2001 },
    { speaker: 'Ana', text: 'words', line: 4000, startMs: 4000, endMs: 5000, spokenMs: 1000 },
  ]);
});

test('somebody in between makes it a new turn, and overlapping segments are one', () => {
  const turns = joinSegments(
    [segment('Ana', 0, 1000), segment('Tom', 500, 600), segment('Ana', 900, 2000), segment('Ana', 1500, 1800)],
    'exact',
  );
  assert.deepEqual(
    turns.map(({ speaker, startMs, endMs, spokenMs }) => [speaker, startMs, endMs, spokenMs]),
    [
      ['Ana', 0, 1000, 1000],
      ['Tom', 500, 600, 100],
      ['Ana', 900, 2000, 1400],
    ],
  );
});

test('a jump back to the start of the file is not the same breath', () => {
  assert.equal(joinSegments([segment('Ana', 60_000, 61_000), segment('Ana', 0, 1000)], 'exact').length, 2);
});

test('start-only: every block is a turn that ends where the next one starts', () => {
  const turns = joinSegments(
    [
      { speaker: 'Ana', text: 'a', line: 1, startMs: 0 },
      { speaker: 'Ana', text: 'b', line: 2, startMs: 5000 },
      { speaker: 'Tom', text: 'c', line: 3, startMs: 4000 },
    ],
    'start-only',
  );
  assert.deepEqual(
    turns.map(({ endMs, spokenMs }) => [endMs, spokenMs]),
    [
      [5000, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
});

test('without times consecutive segments are one turn, and messages keep when they were written', () => {
  const turns = joinSegments(
    [
      { speaker: 'Ana', text: 'a', line: 1, at: '2026-03-05T09:30:00Z', key: 'k1' },
      { speaker: 'Ana', text: 'b', line: 2 },
      { speaker: 'Tom', text: 'c', line: 3 },
    ],
    'none',
  );
  assert.deepEqual(turns, [
    { speaker: 'Ana', text: 'a b', line: 1, at: '2026-03-05T09:30:00Z', key: 'k1' },
    { speaker: 'Tom', text: 'c', line: 3 },
  ]);
});

test('whatever the segments, no word and no millisecond is lost or made', () => {
  const some = fc.array(
    fc.record({ speaker: fc.constantFrom('Ana', 'Tom'), text: fc.constantFrom('a', 'b c'), startMs: fc.nat(9000), length: fc.nat(3000) }),
  );
  fc.assert(
    fc.property(some, (given) => {
      const segments = given.map(({ speaker, text, startMs, length }, i) => ({
        speaker,
        text,
        line: i + 1,
        startMs,
        endMs: startMs + length,
      }));
      const turns = joinSegments(segments, 'exact');
      assert.equal(turns.map(({ text }) => text).join(' '), segments.map(({ text }) => text).join(' '));
      const spoken = turns.reduce((sum, turn) => sum + (turn.spokenMs ?? 0), 0);
      assert.equal(
        spoken,
        given.reduce((sum, { length }) => sum + length, 0),
      );
    }),
  );
});
