import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sourceName } from '../duplicates/source-name.ts';
import { today } from './place.ts';
import { readOrganisationsSearch } from './search.ts';

test('an address of the list says what is looked for and in which order', () => {
  assert.deepEqual(readOrganisationsSearch({ find: 'harbour', sort: 'people', add: true }), { find: 'harbour', sort: 'people', add: true });
});

test('what always is so is not written in the address, and nonsense is left out', () => {
  assert.deepEqual(readOrganisationsSearch({ find: '  ', sort: 'name', add: false }), {});
  assert.deepEqual(readOrganisationsSearch({ find: 7, sort: 'size', add: 'true', x: 1 }), {});
});

test('what is typed keeps its blanks while it is typed', () => {
  assert.deepEqual(readOrganisationsSearch({ find: 'harbour ' }), { find: 'harbour ' });
});

test('reading an address twice changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('find', 'sort', 'add'), fc.anything()), (search) => {
      const once = readOrganisationsSearch(search);
      assert.deepEqual(readOrganisationsSearch({ ...once }), once);
    }),
  );
});

test('today is a date as the api takes it, of the calendar here', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: new Date(2026, 0, 5, 23, 30) });
  assert.equal(today(), '2026-01-05');
});

test('a source is called as its makers write it, an unknown one as it stands', () => {
  assert.deepEqual(['hubspot', 'vcard', 'our-old-list', 'constructor'].map(sourceName), [
    'HubSpot',
    'vCard',
    'our-old-list',
    'constructor',
  ]);
});
