import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoteView } from '#model/note.ts';
import { keepDraft, readDraft } from '../conversations/drafts.ts';
import { asField, draftName, draftOf, EMPTY_DRAFT, holdsWords, type NoteDraft, wordsOf } from './note-draft.ts';

const note: NoteView = {
  ...{ id: 'n', kind: 'call', title: 'Mornings', body: 'After two.', happenedAt: '2026-11-17T14:02:33.123456+00:00', isPrivate: true },
  ...{ writtenBy: null, isYours: true, writtenAt: '2026-11-17T15:00:00Z', changedAt: '2026-11-18T15:00:00Z' },
  ...{ about: { people: [], organisations: [], deals: [] }, mentions: [], attachments: [] },
};

test('a note is laid into the form, and goes back as it was when nothing was touched', () => {
  const draft = draftOf(note);
  assert.deepEqual([draft.kind, draft.title, draft.isPrivate, draft.seen], ['call', 'Mornings', true, note.changedAt]);
  assert.deepEqual(wordsOf(draft, note), { kind: 'call', title: 'Mornings', body: 'After two.', private: true });
});

test('a time that was chosen is sent as that moment, one nobody chose is now', () => {
  const sent = wordsOf({ ...draftOf(note), when: '2026-11-16T09:30' }, note) as { happenedAt?: string };
  assert.equal(asField(sent.happenedAt ?? ''), '2026-11-16T09:30');
  assert.ok(!('happenedAt' in wordsOf({ ...EMPTY_DRAFT, body: 'x' })));
});

test('only what somebody typed is a draft', () => {
  assert.equal(holdsWords(EMPTY_DRAFT), false);
  assert.equal(holdsWords({ ...EMPTY_DRAFT, typedAt: 'now', body: ' \n' }), false);
  assert.equal(holdsWords(draftOf(note)), false);
  assert.equal(holdsWords({ ...EMPTY_DRAFT, typedAt: 'now', body: 'x' }), true);
});

test('each member has a draft of their own for each person, and an older one still has every field', () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  keepDraft(shelf, draftName('maya', 'ines'), { body: 'Half a thou' });
  assert.deepEqual(readDraft<NoteDraft>(shelf, draftName('maya', 'ines'), EMPTY_DRAFT), { ...EMPTY_DRAFT, body: 'Half a thou' });
  assert.deepEqual(readDraft<NoteDraft>(shelf, draftName('ben', 'ines'), EMPTY_DRAFT), EMPTY_DRAFT);
  assert.deepEqual(readDraft<NoteDraft>(shelf, draftName('maya', 'tobias'), EMPTY_DRAFT), EMPTY_DRAFT);
});
