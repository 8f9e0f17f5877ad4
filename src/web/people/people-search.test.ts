import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedFor, readPeopleSearch, saysMore, VIEWS, viewOf } from './people-search.ts';

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

test('a saved view is in its address, is not asked for, and is none of those that everybody has', () => {
  const view = '01900000-0000-7000-8000-000000000001';
  assert.deepEqual(readPeopleSearch({ view, owe: true }), { owe: true, view });
  assert.deepEqual(readPeopleSearch({ view: 'x' }), {});
  assert.deepEqual(askedFor({ view, owe: true }), { owe: true, sort: 'between', limit: 100, views: true });
  assert.equal(viewOf({ view, owe: true }), null);
});

test('what says more than the words that always stand there is told apart', () => {
  assert.equal(saysMore({ kinds: ['boss'], owe: true, sort: 'name' }), false);
  assert.equal(saysMore({ owner: 'me' }), true);
});

test('a view is known again from its address, also sorted or searched otherwise', () => {
  for (const { id, search } of VIEWS) assert.equal(viewOf(search), id);
  assert.equal(viewOf({ owe: true, sort: 'name', find: 'a' }), 'owed');
  assert.equal(viewOf({ kinds: ['boss'] }), null);
});
