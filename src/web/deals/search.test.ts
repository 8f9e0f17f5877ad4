import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedOf, readDealsSearch } from './search.ts';

test('an address says which deals, and what it does not understand is left out', () => {
  assert.deepEqual(readDealsSearch({ mine: true, pipeline: 'p', other: 1 }), { mine: true, pipeline: 'p' });
  assert.deepEqual(readDealsSearch({ mine: 'yes', pipeline: 3, state: 'gone', add: 'true' }), {});
});

test('a board has open deals alone: another state or a title is a list', () => {
  assert.deepEqual(readDealsSearch({ state: 'won' }), { as: 'list', state: 'won' });
  assert.deepEqual(readDealsSearch({ state: 'open' }), {});
  assert.deepEqual(readDealsSearch({ find: 'vans' }), { as: 'list', find: 'vans' });
  assert.deepEqual(readDealsSearch({ find: '  ' }), {});
});

test('what was read is read again as itself', () => {
  const anything = fc.dictionary(
    fc.constantFrom('as', 'mine', 'pipeline', 'state', 'find', 'add'),
    fc.constantFrom('list', true, 'won', 'open', 7, ''),
  );
  fc.assert(fc.property(anything, (search) => assert.deepEqual(readDealsSearch({ ...readDealsSearch(search) }), readDealsSearch(search))));
});

test('the server is asked for open ones unless the address says otherwise', () => {
  assert.deepEqual(askedOf({}), { state: 'open' });
  assert.deepEqual(askedOf({ state: 'lost', mine: true, pipeline: 'p', find: 'x' }), {
    state: 'lost',
    mine: true,
    pipelineId: 'p',
    find: 'x',
  });
});
