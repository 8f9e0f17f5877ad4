import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flip, howMany, isChosen, NONE } from './choosing.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const those = (chosen: typeof NONE) => order.filter((id) => isChosen(chosen, id)).join('');

test('one is chosen and let go; a range goes from the one before, either way', () => {
  const one = flip(NONE, 'b');
  assert.equal(those(one), 'b');
  assert.equal(one.on, true);
  assert.equal(those(flip(one, 'd', order)), 'bcd');
  assert.equal(those(flip(flip(one, 'd', order), 'c')), 'bd');
  assert.equal(those(flip(flip(NONE, 'd'), 'a', order)), 'abcd');
  assert.equal(those(flip(NONE, 'c', order)), 'c', 'without one before it is one');
});

test('of all that fit those who are flipped are left out, also of rows that were never loaded', () => {
  const all = { ...NONE, all: true, on: true };
  assert.equal(howMany(all, 240), 240);
  const but = flip(flip(all, 'a'), 'c');
  assert.equal(those(but), 'bde');
  assert.equal(howMany(but, 240), 238);
  assert.equal(those(flip(but, 'a')), 'abde');
});

test('flipping twice is as before, and the number is that of the rows chosen', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.constantFrom(...order)), fc.constantFrom(...order), (all, flips, id) => {
      const chosen = flips.reduce((now, one) => flip(now, one), { ...NONE, all });
      assert.equal(those(flip(flip(chosen, id), id)), those(chosen));
      assert.equal(howMany(chosen, order.length), those(chosen).length);
    }),
  );
});
