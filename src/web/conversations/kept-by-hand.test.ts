import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FINDING_KINDS } from '#model/finding.ts';
import type { SpeakerView } from '#model/pages.ts';
import { type CallNote, EMPTY_NOTE, happenedAt, missingIn, toLog, namesOf as whoIn } from './call-note.ts';
import { fieldsOf, formOf, toEdit, toFields } from './finding-form.ts';
import { namesOf } from './speaker-names.ts';

const now = new Date(2026, 10, 19, 14, 30, 12);
const note = (more: Partial<CallNote> = {}): CallNote => ({
  ...EMPTY_NOTE,
  who: [{ id: 'p1', name: 'Ines' }],
  lines: 'She is well.',
  ...more,
});
const local = (iso: string) => {
  const at = new Date(iso);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()];
};

test('a talk says what stands between it and being kept, one thing at a time', () => {
  assert.equal(missingIn(EMPTY_NOTE), 'who');
  assert.equal(missingIn(note({ day: 'other' })), 'date');
  assert.equal(missingIn(note({ lines: ' \n' })), 'lines');
  assert.equal(missingIn(note()), null);
});

test('a promise alone is worth keeping, an empty one is not', () => {
  assert.equal(missingIn(note({ lines: '', promised: [{ by: 'us', what: 'the report', due: '' }] })), null);
  assert.equal(missingIn(note({ lines: '', promised: [{ by: 'us', what: ' ', due: '2026-12-01' }] })), 'lines');
});

test('a name that is still in the field is somebody one spoke with', () => {
  assert.deepEqual(whoIn({ ...EMPTY_NOTE, typing: ' Bo ' }), [{ id: null, name: 'Bo' }]);
  assert.deepEqual(toLog(note({ typing: 'Bo' }), now).who, ['p1', 'Bo']);
});

test('a talk of today is of now; of another day it is of noon, unless a time was given', () => {
  assert.deepEqual(local(happenedAt(note(), now)), [2026, 11, 19, 14, 30]);
  assert.deepEqual(local(happenedAt(note({ time: '09:05' }), now)), [2026, 11, 19, 9, 5]);
  assert.deepEqual(local(happenedAt(note({ day: 'yesterday' }), now)), [2026, 11, 18, 12, 0]);
  assert.deepEqual(local(happenedAt(note({ day: 'other', date: '2026-03-01', time: '23:59' }), now)), [2026, 3, 1, 23, 59]);
});

test('yesterday of the first is the last of the month before', () => {
  assert.deepEqual(local(happenedAt(note({ day: 'yesterday' }), new Date(2027, 0, 1, 0, 5))).slice(0, 3), [2026, 12, 31]);
});

test('half a time is none', () => {
  assert.deepEqual(local(happenedAt(note({ day: 'yesterday', time: 'x' }), now)).slice(3), [12, 0]);
});

test('of promises the empty ones stay here, and a day nobody gave is not sent', () => {
  const promised: CallNote['promised'] = [
    { by: 'us', what: ' the report ', due: '' },
    { by: 'them', what: '', due: '2026-12-01' },
    { by: 'them', what: 'a call', due: '2026-12-01' },
  ];
  assert.deepEqual(toLog(note({ promised }), now).promised, [
    { by: 'us', what: 'the report' },
    { by: 'them', what: 'a call', due: '2026-12-01' },
  ]);
});

const speaker = (i: number, name: string, isYou = false) => ({ i, name, isYou }) as SpeakerView;

test('somebody goes by the first name where only one is called so', () => {
  const names = namesOf([speaker(0, 'Ana Lima'), speaker(1, 'Ana Berg'), speaker(2, 'Bo Moss'), speaker(3, 'Maya Roy', true)], 'You');
  assert.deepEqual([0, 1, 2, 3].map(names.short), ['Ana Lima', 'Ana Berg', 'Bo', 'You']);
  assert.deepEqual([names.long(2), names.long(3), names.long(9), names.short(9)], ['Bo Moss', 'You', '?', '?']);
});

test('a title, a number and an address are not shortened', () => {
  const names = namesOf(
    [speaker(0, 'Dr. Amina Yusuf'), speaker(1, 'Speaker 2'), speaker(2, 'ana lima@sea.example'), speaker(3, 'Plato')],
    'You',
  );
  assert.deepEqual([0, 1, 2, 3].map(names.short), ['Dr. Amina Yusuf', 'Speaker 2', 'ana lima@sea.example', 'Plato']);
});

test('one who is called as you are is called in full, so that nobody is taken for you', () => {
  assert.equal(namesOf([speaker(0, 'Maya Roy', true), speaker(1, 'Maya Blom')], 'You').short(1), 'Maya Blom');
});

const form = formOf({ kind: 'need', speaker: 1, statement: 'Night alarms', due: '2026-12-01T00:00:00Z' });

test('a finding is laid into its form with every field there, and a day is only a day', () => {
  assert.equal(form.due, '2026-12-01');
  assert.deepEqual([form.what, form.whom, form.claim, form.depth, form.tone], ['', '', '', null, null]);
});

test('turned into another kind, what belonged to the old one does not go out', () => {
  const promise = { ...form, kind: 'commitment' as const, what: ' the plan ', whom: '' };
  assert.deepEqual(toEdit('f1', promise), { id: 'f1', kind: 'commitment', speaker: 1, what: 'the plan', whom: null, due: '2026-12-01' });
  assert.deepEqual(toFields({ ...form, depth: 0 }), { kind: 'need', speaker: 1, statement: 'Night alarms', depth: 0 });
});

test('every kind has something to be said in, and what goes out of it are its own fields', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FINDING_KINDS), fc.string(), (kind, typed) => {
      const fields = fieldsOf(kind);
      assert.ok(fields.length > 0);
      const sent = toFields({ ...form, kind, statement: typed, what: typed, feeling: typed as never, name: typed, claim: typed });
      assert.deepEqual(Object.keys(sent).sort(), ['kind', 'speaker', ...fields].sort());
      for (const value of Object.values(sent)) assert.ok(value === null || typeof value !== 'string' || value === value.trim());
    }),
  );
});
