import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Side } from '#model/conversation.ts';
import { ACTING, FINDING } from './cues.ts';
import { inputsOf, type Layout, placesOf, SHAPE, widthOf } from './inputs.ts';
import { ourModel } from './model.ts';
import { type Unit, unitOf, wholeSentence } from './unit.ts';

/** Turns of sentences: Ana is us. */
function unitsOf(...turns: [speaker: string, ...sentences: string[]][]): Unit[] {
  return turns.flatMap(([speaker, ...sentences], turn) =>
    sentences.map((text) =>
      unitOf({
        text,
        sentence: wholeSentence(text),
        turn,
        speaker,
        side: speaker === 'Ana' ? 'us' : speaker === 'Voice' ? 'unknown' : 'them',
      }),
    ),
  );
}

const LAYOUT: Layout = { sensors: 3, around: Int32Array.of(0, 2), dimensions: 0 };
const WIDTH = widthOf(LAYOUT);
const TALK = unitsOf(
  ['Ana', 'Good morning Tom.', 'What happens at night?'],
  ['Tom', 'The alarm rings.', 'Nobody hears it.', 'We lose a load.'],
  ['Ana', 'Mm.'],
  ['Tom', 'And then my boss calls me at home.'],
  ['Ana', 'So the alarm rings and you lose the load.'],
);
const SCORES = Float32Array.from({ length: TALK.length * 3 }, (_, i) => Math.fround((i % 7) / 10 - 0.3));

function rowsOf(units: Unit[], marks = true, scores = new Float32Array(units.length * 3)): number[][] {
  const rows = inputsOf(units, scores, { layout: LAYOUT, vectors: null, marks });
  return units.map((_, i) => [...rows.subarray(i * WIDTH, (i + 1) * WIDTH)]);
}

/** The part beside the words and cues. */
const shapeOf = (row: number[] | undefined) => (row ?? []).slice(WIDTH - SHAPE);
const AT = { us: 0, them: 1, unknown: 2, marks: 3, question: 4, inside: 8, first: 9, last: 10, shared: 19, asked: 27, follows: 33 };

test('a row has its width: scores, neighbours, cues, shape, and meaning where there are vectors', () => {
  assert.equal(WIDTH, 3 + 4 * 2 + ACTING.length + FINDING.length + SHAPE);
  assert.equal(widthOf({ ...LAYOUT, dimensions: 100 }), WIDTH + 101);
  const { layout, vectors, card } = ourModel();
  const rows = inputsOf(TALK, new Float32Array(TALK.length * layout.sensors), { layout, vectors, marks: true });
  assert.equal(rows.length, TALK.length * card.inputs);
  assert.ok(rows.every(Number.isFinite));
});

test('it begins with the scores of the sentence itself', () => {
  const rows = rowsOf(TALK, true, SCORES);
  for (const [i, row] of rows.entries()) assert.deepEqual(row.slice(0, 3), [...SCORES.subarray(i * 3, i * 3 + 3)]);
});

test('neighbours are the sentence before and after in the turn, and the highest of the other turns', () => {
  const rows = rowsOf(TALK, true, SCORES);
  const score = (i: number, k: number) => SCORES[i * 3 + k] ?? 0;
  const [before, after, theirs, next] = [0, 1, 2, 3].map((n) => (i: number) => rows[i]?.slice(3 + 2 * n, 5 + 2 * n));
  assert.deepEqual(before?.(3), [score(2, 0), score(2, 2)]);
  assert.deepEqual(before?.(2), [0, 0], 'the first of a turn has none before it');
  assert.deepEqual(after?.(2), [score(3, 0), score(3, 2)]);
  assert.deepEqual(after?.(4), [0, 0], 'the last of a turn has none after it');
  assert.deepEqual(theirs?.(2), [Math.max(score(0, 0), score(1, 0)), Math.max(score(0, 2), score(1, 2))]);
  assert.deepEqual(next?.(2), [score(7, 0), score(7, 2)], 'a mm-hmm is passed over for what is behind it');
  assert.deepEqual(theirs?.(0), [0, 0], 'nobody spoke before');
});

test('places: a turn knows where it stands and which turn it answers', () => {
  const { start, end, before, beforeEnd, after } = placesOf(TALK);
  assert.deepEqual([...start], [0, 0, 2, 2, 2, 5, 6, 7]);
  assert.deepEqual([...end], [2, 2, 5, 5, 5, 6, 7, 8]);
  assert.deepEqual([before[0], before[2], beforeEnd[2]], [-1, 0, 2]);
  assert.deepEqual([after[7], before[7], beforeEnd[7]], [-1, 6, 7]);
});

test('the same speaker going on is answered by nobody', () => {
  const { before, after } = placesOf(unitsOf(['Tom', 'One.'], ['Tom', 'Two.']));
  assert.deepEqual([...before, ...after], [-1, -1, -1, -1]);
});

test('the side that speaks is told, one of three', () => {
  for (const [speaker, side] of [
    ['Ana', 'us'],
    ['Tom', 'them'],
    ['Voice', 'unknown'],
  ] as [string, Side & keyof typeof AT][]) {
    const shape = shapeOf(rowsOf(unitsOf([speaker, 'We need one list.']))[0]);
    assert.deepEqual(
      shape.slice(0, 3),
      [0, 1, 2].map((i) => (i === AT[side] ? 1 : 0)),
    );
  }
});

test('without marks no mark is looked at', () => {
  const asked = unitsOf(['Ana', 'Is it late?'], ['Tom', 'It is. Really? Yes!']);
  const bare = unitsOf(['Ana', 'Is it late'], ['Tom', 'It is Really Yes']);
  assert.deepEqual(rowsOf(asked, false), rowsOf(bare, false));
  assert.notDeepEqual(rowsOf(asked, true), rowsOf(bare, true));
  assert.deepEqual([shapeOf(rowsOf(asked)[0])[AT.question], shapeOf(rowsOf(asked)[1])[AT.inside]], [1, 1]);
  assert.equal(shapeOf(rowsOf(asked)[1])[AT.asked], 1, 'what was asked just before');
});

test('first and last of a turn, and words that the other said before', () => {
  const shapes = rowsOf(TALK).map(shapeOf);
  assert.deepEqual([shapes[2]?.[AT.first], shapes[3]?.[AT.first], shapes[4]?.[AT.last]], [1, 0, 1]);
  const said = unitsOf(['Tom', 'The alarm rings in the cellar.'], ['Ana', 'So the alarm rings.'], ['Tom', 'Yes it does, each night.']);
  const [, back] = rowsOf(said).map(shapeOf);
  assert.ok((back?.[AT.shared] ?? 0) > 0);
  const [, other] = rowsOf(unitsOf(['Tom', 'The alarm rings in the cellar.'], ['Ana', 'We deliver to schools.'])).map(shapeOf);
  assert.equal(other?.[AT.shared], 0);
});

test('cues of the rules are told by how sure they are', () => {
  const [row = []] = rowsOf(unitsOf(['Ana', "I'll send you the list by Friday."]));
  const cues = row.slice(3 + 8, 3 + 8 + ACTING.length);
  assert.ok((cues[ACTING.indexOf('commitment')] ?? 0) > 0.5);
  assert.equal(cues[ACTING.indexOf('thanks')], 0);
});

test('what is about the same thing stands nearer to what was said before', () => {
  const { layout, vectors } = ourModel();
  const nearest = (answer: string) => {
    const units = unitsOf(['Tom', 'The doctor came too late to the hospital.'], ['Ana', answer]);
    const rows = inputsOf(units, new Float32Array(2 * layout.sensors), { layout, vectors, marks: true });
    return rows.at(-1) ?? 0;
  };
  assert.ok(nearest('A nurse was there in time.') > nearest('Sailing is my favourite sport.'));
});

const anyUnits = fc
  .array(
    fc.tuple(
      fc.constantFrom('Ana', 'Tom', 'Voice'),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 4 }),
    ),
    {
      maxLength: 8,
    },
  )
  .map((turns) => unitsOf(...turns.map(([speaker, texts]): [string, ...string[]] => [speaker, ...texts])));

test('whatever is said: numbers of about 0 to 1, and the same ones again', () => {
  fc.assert(
    fc.property(anyUnits, fc.boolean(), (units, marks) => {
      const rows = rowsOf(units, marks);
      for (const value of rows.flat()) assert.ok(Number.isFinite(value) && value >= -1 && value <= 1, String(value));
      assert.deepEqual(rowsOf(units, marks), rows);
    }),
    { numRuns: 100 },
  );
});
