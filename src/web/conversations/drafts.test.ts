import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DraftShelf, dropDraft, keepDraft, readDraft } from './drafts.ts';

const shelfOf = (kept = new Map<string, string>()): DraftShelf => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
});
const empty = { title: '', body: '', private: false };

test('what was typed stands there again, until it is handed in', () => {
  const shelf = shelfOf();
  assert.equal(keepDraft(shelf, 'note', { ...empty, body: 'Half a thought' }), true);
  assert.deepEqual(readDraft(shelf, 'note', empty), { ...empty, body: 'Half a thought' });
  dropDraft(shelf, 'note');
  assert.equal(readDraft(shelf, 'note', empty), empty);
});

test('one form does not see the draft of another, nor what else this browser keeps', () => {
  const shelf = shelfOf(new Map([['note', '{"body":"of somebody else"}']]));
  keepDraft(shelf, 'call', { body: 'a call' });
  assert.equal(readDraft(shelf, 'note', empty), empty);
  dropDraft(shelf, 'note');
  assert.deepEqual(readDraft(shelf, 'call', empty).body, 'a call');
});

test('a draft from before a field was added has that field, empty', () => {
  const shelf = shelfOf();
  keepDraft(shelf, 'note', { body: 'old' });
  assert.deepEqual(readDraft(shelf, 'note', empty), { title: '', body: 'old', private: false });
});

test('half a draft, or something that is none, is an empty form and not a fault', () => {
  for (const kept of ['{"body":"ha', '[1,2]', '7', 'null', '"text"', '']) {
    const shelf = shelfOf(new Map([['heed.draft.note', kept]]));
    assert.equal(readDraft(shelf, 'note', empty), empty, kept);
  }
});

test('what cannot be read is thrown away, so that it is not tried again for ever', () => {
  const kept = new Map([['heed.draft.note', '{"body":"ha']]);
  readDraft(shelfOf(kept), 'note', empty);
  assert.equal(kept.size, 0);
});

test('where a browser keeps nothing the form still works, and says so', () => {
  const full: DraftShelf = {
    ...shelfOf(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  assert.equal(keepDraft(full, 'note', empty), false);
});

test('whatever is typed comes back letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (body, isPrivate) => {
      const draft = { title: '', body, private: isPrivate };
      const shelf = shelfOf();
      keepDraft(shelf, 'note', draft);
      assert.deepEqual(readDraft(shelf, 'note', empty), draft);
    }),
  );
});
