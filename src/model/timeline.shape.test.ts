import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentViewShape } from './attachment.shape.ts';
import { bulkToldShape, filledFieldShape, savedViewShape } from './lists.shape.ts';
import { noteViewShape } from './note.shape.ts';
import { timelinePageShape } from './timeline.shape.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const AT = '2026-11-20T10:00:00Z';
const takes = (row: object) => timelinePageShape.safeParse({ rows: [{ id: ID, at: AT, ...row }], next: null }).success;

const note = {
  ...{ kind: 'note', noteKind: 'call', title: '', body: 'She called', isCut: false, isPrivate: false, isYours: true, by: null },
  ...{ isMention: false, mentions: [], attachments: [] },
};

test('each kind of moment tells what it needs, and cannot pass for another', () => {
  assert.ok(takes(note));
  assert.ok(takes({ kind: 'promised', what: 'The list', by: 'Ines', byUs: false }));
  assert.ok(takes({ kind: 'healed', what: 'Cold vans', words: null, by: 'Maya' }));
  assert.ok(takes({ kind: 'deal-won', what: 'Vans', by: null }));
  assert.ok(takes({ kind: 'file', name: 'a.pdf', type: 'application/pdf', size: 3, isPrivate: false, isYours: false, by: null }));
  assert.ok(takes({ kind: 'merged', what: 'Gracie', by: 'Maya' }));
  assert.ok(!takes({ kind: 'healed', what: 'Cold vans', by: 'Maya' }), 'with their words or with none, but said');
  assert.ok(!takes({ kind: 'promised', what: 'The list', by: 'Ines' }), 'whose promise it is decides what is owed');
  assert.ok(!takes({ kind: 'file', name: 'a.pdf', type: 'application/pdf', size: 0.5, isPrivate: false, isYours: false, by: null }));
  assert.ok(!takes({ kind: 'rumour', what: 'x', by: null }));
});

test('a note always says whether it is private and whose it is', () => {
  for (const part of ['isPrivate', 'isYours', 'isMention', 'isCut'] as const) {
    const { [part]: _, ...without } = note;
    assert.ok(!takes(without), part);
    assert.ok(!takes({ ...note, [part]: null }), part);
  }
});

test('a mention is of a person or a member, never of both or of a thing', () => {
  for (const kind of ['person', 'member']) assert.ok(takes({ ...note, mentions: [{ id: ID, name: 'Ines', kind }] }));
  assert.ok(!takes({ ...note, mentions: [{ id: ID, name: 'Vans', kind: 'deal' }] }));
  assert.ok(!takes({ ...note, mentions: [{ id: ID, name: 'Ines' }] }));
});

test('a moment has a time and a thing it tells of', () => {
  const row = { kind: 'deed', what: 'Named her to Alder', by: null };
  assert.ok(takes(row));
  for (const odd of [{ at: '2026-11-20' }, { at: null }, { id: 'x' }]) assert.ok(!takes({ ...row, ...odd }), JSON.stringify(odd));
});

test('a note and a file are handed over with nothing of where they lie', () => {
  const whole = {
    ...{ id: ID, kind: 'note', title: '', body: '', happenedAt: AT, isPrivate: false, writtenBy: null, isYours: false, writtenAt: AT },
    ...{ changedAt: null, about: { people: [], organisations: [], deals: [] }, mentions: [], attachments: [], privateTo: ID },
  };
  assert.ok(!('privateTo' in noteViewShape.parse(whole)));
  assert.ok(!noteViewShape.safeParse({ ...whole, about: { people: [] } }).success);
  const file = { id: ID, name: 'a.pdf', type: 'application/pdf', size: 3, isPrivate: false, addedAt: AT, addedBy: null, path: '/data/a' };
  assert.ok(!('path' in attachmentViewShape.parse(file)));
});

test('what is filled in is text, a named person, or nothing', () => {
  const field = { id: ID, label: 'Shoe size', kind: 'number', choices: [] };
  for (const value of ['38', { id: ID, name: 'Ines' }, null]) assert.ok(filledFieldShape.safeParse({ ...field, value }).success);
  for (const value of [38, { name: 'Ines' }, undefined, ['38']]) assert.ok(!filledFieldShape.safeParse({ ...field, value }).success);
});

test('a saved view keeps whatever its address holds; a change to many says who did it and whether it can be taken back', () => {
  const search = { kinds: ['customer'], fields: [{ id: ID, test: 'from', value: '12' }], owe: true };
  const view = { id: ID, of: 'people', name: 'Owed', search, shared: false, mine: true, count: null };
  assert.deepEqual(savedViewShape.parse(view).search, search);
  for (const odd of [{ of: 'notes' }, { search: [] }, { count: 1.5 }]) assert.ok(!savedViewShape.safeParse({ ...view, ...odd }).success);
  const told = {
    ...{ id: ID, what: 'tag', name: 'Cold chain', to: '', taken: false, changed: 3, waiting: 0, by: { id: ID, name: 'Maya' }, at: AT },
    ...{ undoneAt: null, mayUndo: true },
  };
  assert.ok(bulkToldShape.safeParse(told).success);
  for (const odd of [{ by: null }, { mayUndo: undefined }, { what: 'erase' }])
    assert.ok(!bulkToldShape.safeParse({ ...told, ...odd }).success);
});
