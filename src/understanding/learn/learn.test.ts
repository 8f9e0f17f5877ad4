import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINDING_KINDS } from '#model/finding.ts';
import { HABITS, shuffled } from '#test/habits.ts';
import { talk } from '#test/talk.ts';
import { corrected, logit, MOST, probability, shiftOf } from './correction.ts';
import { featuresOf, SLOTS } from './features.ts';
import { LEARNING_VERSION, packed, unpacked } from './packed.ts';
import { type Decision, taughtBy } from './teach.ts';

const quote = fc.oneof(
  fc.constantFrom(...HABITS.flatMap(({ no, yes }) => [...no, ...yes])),
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
);
const decision: fc.Arbitrary<Decision> = fc.record({
  kind: fc.constantFrom(...FINDING_KINDS),
  quote,
  ours: fc.boolean(),
  p: fc.float({ min: Math.fround(0.5), max: Math.fround(0.99), noNaN: true }),
  yes: fc.boolean(),
});
const decisions = fc.array(decision, { maxLength: 60 });
const FEW = { numRuns: 40 };

const need = (said: string, yes: boolean, p = 0.8): Decision => ({ kind: 'need', quote: said, ours: false, p, yes });

test('whatever is decided, no suggestion moves further than the most that may be learned', () => {
  fc.assert(
    fc.property(decisions, decision, (all, one) => {
      const shift = shiftOf(taughtBy(all), one);
      assert.ok(Number.isFinite(shift) && Math.abs(shift) <= MOST, String(shift));
    }),
    FEW,
  );
  const stubborn = Array.from({ length: 2000 }, () => need('We need a room for twelve.', false));
  assert.equal(shiftOf(taughtBy(stubborn), need('We need a room for twelve.', false)), -MOST);
});

test('in which order people decided makes no difference', () => {
  fc.assert(
    fc.property(decisions, fc.integer({ min: 1, max: 1000 }), decision, (all, seed, one) => {
      const [first, second] = [taughtBy(all), taughtBy(shuffled(all, seed))].map((correction) => shiftOf(correction, one));
      assert.ok(Math.abs((first ?? 0) - (second ?? 9)) < 1e-3, `${first} and ${second}`);
    }),
    FEW,
  );
});

test('what was decided and taken back has taught nothing: without decisions nothing moves', () => {
  fc.assert(
    fc.property(decision, (one) => {
      assert.equal(Math.abs(shiftOf(taughtBy([]), one)), 0);
    }),
    FEW,
  );
});

test('a few decisions turn nothing upside down: three say little of other words of the same kind', () => {
  const three = [need('We need a room.', false), need('I need the hall on Monday.', false), need('We need a screen.', false)];
  const other = shiftOf(taughtBy(three), need('My volunteers leave after one season, that has to stop.', true));
  assert.ok(other < 0 && other > -0.5, String(other));
  const same = shiftOf(taughtBy(three), need('We need a room.', false));
  assert.ok(same < other, `${same} should lie below ${other}`);
  const slip = shiftOf(taughtBy(three.slice(0, 1)), need('We need a room.', false));
  assert.ok(slip > -0.25, `one decision alone hides nothing, ${slip}`);
});

test('each further decision of the same sort moves it less than the one before', () => {
  const others = Array.from({ length: 30 }, (_, i) => need(HABITS[0]?.yes[i] ?? '', true));
  const shifts = [1, 2, 3, 4, 5, 6].map((n) =>
    shiftOf(taughtBy([...others, ...Array.from({ length: n }, () => need('We need a room.', false))]), need('We need a room.', false)),
  );
  const steps = shifts.slice(1).map((shift, i) => (shifts[i] ?? 0) - shift);
  assert.ok(
    steps.every((step, i) => step > 0 && step < (steps[i - 1] ?? 9)),
    steps.join(' '),
  );
});

test('what is turned down sinks, what is confirmed rises, also above the line that it had missed', () => {
  const taught = taughtBy([
    ...Array.from({ length: 12 }, (_, i) => need(`We need a room for ${i} people.`, false)),
    ...Array.from({ length: 12 }, (_, i) => need(`We need rest, ${i} of us.`, true, 0.6)),
  ]);
  const conversation = talk([['Ines', 'We need a room and we need rest.']]);
  const found = ['We need a room for nine people.', 'We need rest, all of us.'].map((said) => ({
    ...{ kind: 'need' as const, who: 'Ines', quote: said, turn: 0, from: 0, to: said.length, p: 0.53 },
  }));
  const [room, rest] = corrected(found, conversation, taught);
  assert.ok((room?.p ?? 1) < 0.4, `room ${room?.p}`);
  assert.ok((rest?.p ?? 0) >= 0.55, `rest ${rest?.p}`);
  assert.deepEqual([room?.engineP, rest?.engineP], [0.53, 0.53]);
  assert.equal(corrected(found, conversation, undefined), found);
});

test('our own words and theirs are learned apart, a kind apart from the others', () => {
  const ours = Array.from(
    { length: 15 },
    (): Decision => ({ kind: 'commitment', quote: 'I will send you the slides.', ours: true, p: 0.9, yes: false }),
  );
  const taught = taughtBy(ours);
  const same = { kind: 'commitment' as const, quote: 'I will send you the slides.' };
  const [us, them, request] = [
    shiftOf(taught, { ...same, ours: true }),
    shiftOf(taught, { ...same, ours: false }),
    shiftOf(taught, { ...same, kind: 'request', ours: false }),
  ];
  assert.ok(us < -1.5 && them > us / 2 && request > us / 2, `${us} ${them} ${request}`);
});

test('a packed correction comes back as it was, and as nothing when it was packed another way', () => {
  fc.assert(
    fc.property(decisions, (all) => {
      const correction = taughtBy(all);
      const bytes = packed(correction);
      assert.ok(bytes.length <= 8192);
      assert.deepEqual(unpacked(bytes, LEARNING_VERSION, all.length), correction);
      assert.equal(unpacked(bytes, 'words-0', 1), null);
      assert.equal(unpacked(bytes.subarray(4), LEARNING_VERSION, 1), null);
    }),
    { numRuns: 10 },
  );
});

test('a quote is known by hashed words alone, whatever is in it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FINDING_KINDS), quote, fc.boolean(), (kind, said, ours) => {
      const { slots, values } = featuresOf({ kind, quote: said, ours });
      assert.equal(slots.length, values.length);
      assert.ok(slots.every((slot) => slot < SLOTS) && values.every((value) => Number.isFinite(value)));
    }),
  );
});

test('logits and probabilities are each other’s way back', () => {
  for (const p of [0.05, 0.5, 0.55, 0.95]) assert.ok(Math.abs(probability(logit(p)) - p) < 1e-9);
  assert.ok(Number.isFinite(logit(0)) && Number.isFinite(logit(1)));
});

test('three thousand decisions are learned from within seconds', () => {
  const all = HABITS.flatMap(({ kind, who, no, yes }) =>
    [...no, ...yes].map((said, i): Decision => ({ kind, quote: said, ours: who === 'Ana', p: 0.8, yes: i >= no.length })),
  );
  const many = Array.from({ length: 3000 }, (_, i) => all[i % all.length] as Decision);
  const start = performance.now();
  taughtBy(many);
  const took = performance.now() - start;
  assert.ok(took < 3000, `${Math.round(took)} ms`);
});
