import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedFor, readPeopleSearch, VIEWS, viewOf } from './people-search.ts';

test('an address says the sentence; what is not understood is left out', () => {
  assert.deepEqual(readPeopleSearch({ kinds: ['customer', 'king'], spoke: 'quiet-month', sort: 'name', owe: true, find: 'ines', x: 1 }), {
    find: 'ines',
    kinds: ['customer'],
    spoke: 'quiet-month',
    sort: 'name',
    owe: true,
  });
  assert.deepEqual(readPeopleSearch({ kinds: 'customer', spoke: 'any', sort: 'between', owe: 'yes', find: '  ' }), {});
});

test('reading an address twice changes nothing, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('find', 'kinds', 'spoke', 'sort', 'owe', 'add', 'x'), fc.anything()), (search) => {
      const once = readPeopleSearch(search);
      assert.deepEqual(readPeopleSearch({ ...once }), once);
    }),
  );
});

test('the open dialog is no part of what is asked, and those who need us come first', () => {
  assert.deepEqual(askedFor({ add: true, owe: true }), { owe: true, sort: 'between', limit: 100, views: true });
});

test('a view is known again from its address, also sorted or searched otherwise', () => {
  for (const { id, search } of VIEWS) assert.equal(viewOf(search), id);
  assert.equal(viewOf({ owe: true, sort: 'name', find: 'a' }), 'owed');
  assert.equal(viewOf({ kinds: ['boss'] }), null);
});
