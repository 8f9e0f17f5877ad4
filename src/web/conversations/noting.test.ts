import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingView, SpeakerView } from '#model/pages.ts';
import { formOf, toFields } from './finding-form.ts';
import { whoseIsIt } from './noting.ts';
import { added, without } from './tray.ts';

function speaker(i: number, side: SpeakerView['side']): SpeakerView {
  return { id: `s${i}`, i, name: `S${i}`, email: null, side, personId: null, memberId: null, isYou: false, turns: 1, words: 1, ms: null };
}

test('what we say of a need is about the one we talk with; a promise is of whoever made it', () => {
  const two = [speaker(0, 'us'), speaker(1, 'them')];
  assert.equal(whoseIsIt(two, 0, 'need'), 1);
  assert.equal(whoseIsIt(two, 1, 'need'), 1);
  assert.equal(whoseIsIt(two, 0, 'commitment'), 0);
  const three = [...two, speaker(2, 'them')];
  assert.equal(whoseIsIt(three, 0, 'belief.true'), 0, 'which of the two is not for us to guess');
});

test('only the fields of the kind go out', () => {
  const form = { ...formOf({ kind: 'commitment', speaker: 1 }), what: ' Send it ', due: '2026-11-20', statement: 'left from before' };
  assert.deepEqual(toFields(form), { kind: 'commitment', speaker: 1, what: 'Send it', whom: null, due: '2026-11-20' });
});

test('a belief goes out with the claim it is held against; none is none, and no other kind has one', () => {
  const form = { ...formOf({ kind: 'belief.false', speaker: 1, claim: 'c1' }), statement: 'That nobody comes' };
  assert.deepEqual(toFields(form), { kind: 'belief.false', speaker: 1, statement: 'That nobody comes', claim: 'c1' });
  assert.equal((toFields({ ...form, claim: '' }) as { claim?: unknown }).claim, null);
  assert.ok(!('claim' in toFields({ ...form, kind: 'need' })));
});

test('what is noted comes where it was said, and goes without moving the others', () => {
  const at = (id: string, turn: number, from: number) => ({ id, turn, from }) as FindingView;
  const before = [at('a', 0, 4), at('b', 2, 0)];
  const after = added(before, at('c', 0, 9));
  assert.deepEqual(
    after.map((one) => one.id),
    ['a', 'c', 'b'],
  );
  assert.deepEqual(added(after, at('c', 0, 9)), after);
  assert.deepEqual(without(after, 'c'), before);
});
