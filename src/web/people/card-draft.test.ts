import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PersonPage } from '#model/pages.ts';
import { changedIn, draftOf, movedUp, nextKey, wordsOf, wrongDays } from './card-draft.ts';

const ines: PersonPage = {
  id: 'p',
  name: 'Ines Carvalho',
  kinds: ['prospect'],
  roleTitle: 'Operations director',
  pronouns: null,
  organisation: { id: 'o', name: 'Harbour Foods' },
  givenName: '',
  familyName: '',
  nickname: '',
  closeness: null,
  livesIn: '',
  zone: null,
  locale: null,
  prefers: null,
  prefersNote: '',
  doNotContact: null,
  photoId: null,
  timeline: { rows: [], next: null },
  owner: null,
  work: [],
  emails: [{ email: 'ines@harbour.example', label: 'work' }],
  phones: [],
  links: [],
  addresses: [],
  dates: [{ kind: 'birthday', label: '', month: 3, day: 12, year: null }],
  around: [],
  deeds: [],
  aliases: [],
  metAt: null,
  lastContactAt: null,
  hero: null,
  traits: [],
  needs: [],
  beliefs: [],
  promises: [],
  said: [],
  suggestions: [],
  conversations: [],
};

test('a card that nobody touched sends nothing, and the row to write a number in is no number', () => {
  const draft = draftOf(ines);
  assert.deepEqual(changedIn(wordsOf(draftOf(ines)), wordsOf(draft)), {});
  assert.deepEqual(wordsOf(draft).phones, []);
});

test('only what was changed is sent, its empty rows left out', () => {
  const draft = draftOf(ines);
  const after = wordsOf({
    ...draft,
    nickname: 'Nes',
    phones: [
      { key: nextKey(), phone: ' +44 1632 960417 ', label: 'work' },
      { key: nextKey(), phone: '  ', label: 'mobile' },
    ],
    addresses: [{ key: nextKey(), label: 'home', street: '', place: ' ', region: '', postcode: '', country: '' }],
  });
  assert.deepEqual(changedIn(wordsOf(draft), after), { nickname: 'Nes', phones: [{ phone: '+44 1632 960417', label: 'work' }] });
});

test('a birthday without its year stays without it', () => {
  assert.deepEqual(wordsOf(draftOf(ines)).dates, ines.dates);
});

test('a day that no calendar has is pointed at before it is sent', () => {
  const row = (day: string, month: number, year = '') => ({ key: nextKey(), kind: 'other' as const, label: '', day, month, year });
  const rows = [row('29', 2), row('30', 2), row('29', 2, '2023'), row('', 2)];
  assert.deepEqual(wrongDays(rows), [rows[1]?.key, rows[2]?.key]);
});

test('a row moves up one place, the others keep theirs, none is lost', () => {
  assert.deepEqual(movedUp(['a', 'b', 'c'], 2), ['a', 'c', 'b']);
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (rows, i) => {
      assert.deepEqual(movedUp(rows, i).toSorted(), rows.toSorted());
      assert.deepEqual(movedUp(rows, 0), rows);
    }),
  );
});
