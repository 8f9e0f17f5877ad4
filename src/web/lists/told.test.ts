import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BulkTold } from '#model/bulk.ts';
import { kinds as kindsEn } from '../messages/en/kinds.ts';
import { lists as listsEn } from '../messages/en/lists.ts';
import { kinds as kindsNl } from '../messages/nl/kinds.ts';
import { lists as listsNl } from '../messages/nl/lists.ts';
import { toldOf } from './told.ts';

const told = (given: Partial<BulkTold>) => {
  const whole = { what: 'tag' as const, name: '', to: '', taken: false, ...given };
  return [toldOf(whole, listsEn, kindsEn), toldOf(whole, listsNl, kindsNl)];
};

test('every change to many is told in words, in both languages', () => {
  assert.deepEqual(told({ what: 'tag', name: 'Cold' }), ['tagged Cold', 'met label Cold']);
  assert.deepEqual(told({ what: 'kind', to: 'friend' })[0], 'are friends now');
  assert.deepEqual(told({ what: 'kind', to: 'friend', taken: true })[0], 'are not friends any more');
  assert.deepEqual(told({ what: 'owner' })[0], 'looked after by nobody');
  assert.deepEqual(told({ what: 'closeness', to: '2' })[0], 'now close');
  assert.deepEqual(told({ what: 'field', name: 'Vans', to: '7' })[0], 'Vans: 7');
  assert.deepEqual(told({ what: 'field', name: 'Through' })[0], 'Through filled in');
  assert.deepEqual(told({ what: 'field', name: 'Vans', taken: true })[0], 'Vans emptied');
  assert.deepEqual(told({ what: 'contact', taken: true })[0], 'may be contacted');
  assert.deepEqual(told({ what: 'tag-merged', name: 'A', to: 'B' })[0], 'A became B');
  for (const what of ['tag', 'untag', 'kind', 'owner', 'closeness', 'field', 'contact', 'tag-merged', 'tag-removed'] as const)
    for (const words of told({ what, name: 'N', to: what === 'closeness' ? '1' : 'customer' })) assert.match(words, /\w/);
});
