import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MergeSide, rowsFor, staysOf } from '#model/merge.ts';
import { asked, isChoice, pairAfter, suggested } from './chosen.ts';

const side = (id: string, more: Partial<MergeSide> = {}): MergeSide => ({
  id,
  name: 'Grace Oyelaran',
  since: '2026-03-01T00:00:00Z',
  from: null,
  isPrivate: false,
  signsSo: false,
  nickname: '',
  roleTitle: '',
  pronouns: '',
  livesIn: '',
  owner: '',
  closeness: '',
  prefers: '',
  photo: '',
  kinds: [],
  doNotContact: null,
  emails: [],
  phones: [],
  links: [],
  addresses: [],
  organisations: [],
  tags: [],
  birthdays: [],
  dates: [],
  custom: [],
  together: { conversations: 0, notes: 0, promises: 0, matters: 0, deals: 0, tasks: 0, files: 0, privateNotes: 0 },
  quote: null,
  ...more,
});
const pageOf = (one: MergeSide, other: MergeSide) => ({
  one,
  other,
  word: 'likely' as const,
  why: [],
  against: [],
  rows: rowsFor(one, other),
  saidTwoAt: null,
  laterAt: null,
});

test('what one alone has is taken, a first of January gives way to a day, and a signed name counts', () => {
  const grace = side('a', { roleTitle: 'Head of catering', birthdays: ['01-01'] });
  const gracie = side('b', {
    name: 'Gracie Oyelaran',
    signsSo: true,
    phones: ['+44 1632 960 233'],
    birthdays: ['05-09'],
    roleTitle: 'Catering mgr',
  });
  const page = pageOf(grace, gracie);
  assert.deepEqual(suggested(page), { name: 'other', roleTitle: 'one', phone: 'other', birthday: 'other' });
  assert.deepEqual(asked(page, suggested(page)), { keepId: 'a', goneId: 'b', take: ['name', 'birthday', 'phone'], takeCustom: [] });
  assert.deepEqual(
    page.rows.filter(isChoice).map(({ field }) => field),
    ['name', 'roleTitle', 'birthday'],
  );
  assert.equal(page.rows.find(({ field }) => field === 'birthday')?.one.note, 'new-year');
  assert.equal(page.rows.find(({ field }) => field === 'phone')?.note, 'only-one');
});

test('fields of one’s own are chosen like others; of two phones the chosen is first; a no is never chosen away', () => {
  const one = side('a', { custom: [{ id: 'f1', label: 'Allergies', value: 'nuts' }], phones: ['1'] });
  const no = { at: '2026-01-01T00:00:00Z', why: 'unsubscribed' };
  const other = side('b', { custom: [{ id: 'f1', label: 'Allergies', value: 'fish' }], phones: ['2'], doNotContact: no });
  const page = pageOf(one, other);
  assert.deepEqual(asked(page, { ...suggested(page), 'custom.f1': 'other', phone: 'other' }), {
    keepId: 'a',
    goneId: 'b',
    take: ['phone'],
    takeCustom: ['f1'],
  });
  const contact = page.rows.find(({ field }) => field === 'contact');
  assert.deepEqual([contact?.way, contact?.chosen, contact?.one.note], ['no-wins', 'other', 'never-asked']);
  assert.equal(page.rows.find(({ field }) => field === 'phone')?.note, 'chosen-first');
});

test('who everybody knows stays, then who has more to them, then who was here first', () => {
  assert.equal(staysOf(side('a', { isPrivate: true }), side('b')), 'other');
  const talked = { ...side('b').together, conversations: 2 };
  assert.equal(staysOf(side('a'), side('b', { together: talked })), 'other');
  assert.equal(staysOf(side('a', { since: '2026-04-01T00:00:00Z' }), side('b')), 'other');
  assert.equal(staysOf(side('a'), side('b')), 'one');
});

test('after a decision comes the next pair, after the last the one before, then none', () => {
  const pairs = [{ id: '1' }, { id: '2' }];
  assert.deepEqual([pairAfter(pairs, 0), pairAfter(pairs, 1), pairAfter([{ id: '1' }], 0)], [{ id: '2' }, { id: '1' }, null]);
});
