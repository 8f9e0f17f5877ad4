import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isNarrowed, readPeopleSentence } from './people-sentence.ts';

const tag = '01900000-0000-7000-8000-000000000001';
const field = '01900000-0000-7000-8000-000000000002';

test('an address says every word of the sentence', () => {
  const sentence = {
    find: 'ines',
    of: 'Harbour',
    kinds: ['customer'],
    spoke: 'week',
    owe: true,
    tags: [tag],
    owner: 'me',
    fields: [
      { id: field, test: 'from', value: '12' },
      { id: field, test: 'none' },
    ],
    contact: 'no',
    close: [1, 2],
    added: '2026-11-01',
    brought: tag,
    sort: 'added',
  };
  assert.deepEqual(readPeopleSentence(sentence), sentence);
});

test('what is not understood is left out: half words, other kinds, days that are none', () => {
  const odd = {
    tags: ['nonsense', tag, tag],
    owner: 'somebody',
    fields: [{ id: field, test: 'is' }, { id: field, test: 'near', value: '1' }, 'x', null, { id: 'x', test: 'any' }],
    contact: 'maybe',
    close: [0, 5, '1'],
    added: '2026-02-30',
    brought: 7,
    sort: 'up',
  };
  assert.deepEqual(readPeopleSentence(odd), { tags: [tag] });
});

test('whatever an address holds is read without a fault, and reading it twice changes nothing', () => {
  const word = fc.constantFrom(
    'find',
    'of',
    'kinds',
    'spoke',
    'owe',
    'tags',
    'owner',
    'fields',
    'contact',
    'close',
    'added',
    'brought',
    'sort',
  );
  const value = fc.oneof(fc.anything(), fc.array(fc.constantFrom(tag, 1, 2, 'customer', { id: field, test: 'has', value: 'a' })));
  fc.assert(
    fc.property(fc.dictionary(word, value), (search) => {
      const once = readPeopleSentence(search);
      assert.deepEqual(readPeopleSentence({ ...once }), once);
    }),
  );
});

test('an order leaves nobody out', () => {
  assert.equal(isNarrowed({ sort: 'name' }), false);
  assert.equal(isNarrowed({ owner: 'nobody' }), true);
});

test('a sentence holds eight of each, because each costs the database a look', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  assert.equal(readPeopleSentence({ tags: ids }).tags?.length, 8);
  assert.equal(readPeopleSentence({ fields: ids.map((id) => ({ id, test: 'any' })) }).fields?.length, 8);
});

test('words are sought as they were typed, unless there are none, too many, or one that no database takes', () => {
  assert.equal(readPeopleSentence({ find: ' O’Brien ' }).find, ' O’Brien ');
  for (const find of ['', '  ', 'x'.repeat(201), 'a\u0000b', 7, null, ['ines'], { a: 1 }])
    assert.deepEqual(readPeopleSentence({ find, of: find }), {}, JSON.stringify(find));
});

test('all kinds are no narrower than none, in whatever order they come; a few stand in the order of the screen', () => {
  const all = ['own', 'friend', 'partner', 'boss', 'student', 'investor', 'prospect', 'customer'];
  assert.deepEqual(readPeopleSentence({ kinds: all }), {});
  assert.deepEqual(readPeopleSentence({ kinds: ['friend', 'customer', 'friend', 'foe'] }), { kinds: ['customer', 'friend'] });
  assert.deepEqual(readPeopleSentence({ kinds: 'customer' }), {}, 'one word is no list');
});

test('owing is yes or nothing, and being filled in needs no value', () => {
  for (const owe of ['true', 1, false, null]) assert.deepEqual(readPeopleSentence({ owe }), {}, String(owe));
  const word = { id: field, test: 'any', value: 'left over' };
  assert.deepEqual(readPeopleSentence({ fields: [word] }), { fields: [{ id: field, test: 'any' }] });
  assert.deepEqual(readPeopleSentence({ fields: [{ ...word, test: 'has', value: '  ' }] }), {});
});

test('what stands for all is left out of an address', () => {
  assert.deepEqual(readPeopleSentence({ spoke: 'any', sort: 'between', close: [], tags: [], fields: [] }), {});
  assert.equal(isNarrowed(readPeopleSentence({ spoke: 'any', sort: 'name' })), false);
});
