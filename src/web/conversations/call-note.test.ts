import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CallNote, EMPTY_NOTE, happenedAt, missingIn, namesOf, toLog } from './call-note.ts';
import { type DraftShelf, dropDraft, keepDraft, readDraft } from './drafts.ts';

const now = new Date(2026, 10, 20, 15, 30);
const note = (more: Partial<CallNote>): CallNote => ({ ...EMPTY_NOTE, ...more });

test('a call is logged from a name, a day and two lines', () => {
  const call = note({
    typing: ' Joost van der Meer ',
    lines: 'He opens the second shop.',
    promised: [
      { by: 'us', what: 'the oven list', due: '2026-11-27' },
      { by: 'them', what: ' ', due: '' },
    ],
  });
  assert.equal(missingIn(call), null);
  assert.deepEqual(toLog(call, now), {
    who: ['Joost van der Meer'],
    kind: 'call',
    happenedAt: now.toISOString(),
    lines: 'He opens the second shop.',
    promised: [{ by: 'us', what: 'the oven list', due: '2026-11-27' }],
    private: false,
  });
});

test('a person who is known goes by id', () => {
  assert.deepEqual(toLog(note({ who: [{ id: 'p1', name: 'Ines' }], lines: 'x' }), now).who, ['p1']);
  assert.deepEqual(namesOf(note({ typing: '  ' })), []);
});

test('what is missing is named, one at a time', () => {
  assert.equal(missingIn(EMPTY_NOTE), 'who');
  assert.equal(missingIn(note({ typing: 'Ada', day: 'other' })), 'date');
  assert.equal(missingIn(note({ typing: 'Ada' })), 'lines');
});

test('when it was: now, yesterday at noon, or a day and an hour', () => {
  assert.equal(happenedAt(note({}), now), now.toISOString());
  assert.equal(happenedAt(note({ day: 'yesterday' }), now), new Date(2026, 10, 19, 12).toISOString());
  assert.equal(happenedAt(note({ day: 'other', date: '2026-11-03', time: '09:15' }), now), new Date(2026, 10, 3, 9, 15).toISOString());
});

function shelf(): DraftShelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('what was typed is there again after leaving, and gone once it was handed in', () => {
  const place = shelf();
  assert.ok(keepDraft(place, 'log', note({ lines: 'half a thought' })));
  assert.equal(readDraft(place, 'log', EMPTY_NOTE).lines, 'half a thought');
  dropDraft(place, 'log');
  assert.deepEqual(readDraft(place, 'log', EMPTY_NOTE), EMPTY_NOTE);
});

test('a broken or old draft never stops the form', () => {
  const place = shelf();
  place.setItem('heed.draft.log', '{"lines":');
  assert.deepEqual(readDraft(place, 'log', EMPTY_NOTE), EMPTY_NOTE);
  place.setItem('heed.draft.log', '{"lines":"old"}');
  assert.deepEqual(readDraft(place, 'log', EMPTY_NOTE), { ...EMPTY_NOTE, lines: 'old' });
  const full: DraftShelf = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new Error('full');
    },
  };
  assert.equal(keepDraft(full, 'log', EMPTY_NOTE), false);
});
