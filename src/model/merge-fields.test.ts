import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MergeRow, type MergeSide, rowsFor, staysOf, TOGETHER } from './merge.ts';

const NOTHING = Object.fromEntries(TOGETHER.map((noun) => [noun, 0])) as MergeSide['together'];
const side = (id: string, name: string, more: Partial<MergeSide> = {}): MergeSide => ({
  ...{
    id,
    name,
    since: '2026-01-01',
    from: null,
    isPrivate: false,
    signsSo: false,
    nickname: '',
    roleTitle: '',
    pronouns: '',
    livesIn: '',
  },
  ...{ owner: '', closeness: '', prefers: '', photo: '', kinds: [], doNotContact: null, emails: [], phones: [], links: [], addresses: [] },
  ...{ organisations: [], tags: [], birthdays: [], dates: [], custom: [], together: NOTHING, quote: null },
  ...more,
});
const rowOf = (field: string, one: Partial<MergeSide>, other: Partial<MergeSide>): MergeRow | undefined =>
  rowsFor(side('a', 'Grace Oyelaran', one), side('b', 'Gracie Oyelaran', other)).find((row) => row.field === field);

test('whom everybody knows stays, then who has more to them, then who was here first', () => {
  const old = side('a', 'Grace', { since: '2025-01-01' });
  const full = side('b', 'Gracie', { together: { ...NOTHING, notes: 2 } });
  const hers = side('c', 'G.', { isPrivate: true, together: { ...NOTHING, conversations: 9 } });
  assert.deepEqual([staysOf(old, full), staysOf(full, hers), staysOf(hers, old)], ['other', 'one', 'other']);
  assert.deepEqual([staysOf(old, side('b', 'Gracie')), staysOf(side('b', 'Gracie'), old)], ['one', 'other']);
});

test('it does not matter which of two is asked about first', () => {
  const someone = fc.record({
    id: fc.uuid(),
    since: fc.constantFrom('2025-01-01', '2026-01-01'),
    isPrivate: fc.boolean(),
    notes: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(someone, someone, (one, other) => {
      if (one.id === other.id) return;
      const of = ({ notes, id, ...more }: typeof one) => side(id, 'X', { ...more, together: { ...NOTHING, notes } });
      assert.notEqual(staysOf(of(one), of(other)), staysOf(of(other), of(one)));
    }),
  );
});

test('a value that only one has is taken, the same twice is no question, and two are', () => {
  assert.deepEqual(
    [rowOf('roleTitle', {}, { roleTitle: 'Cook' })?.chosen, rowOf('roleTitle', {}, { roleTitle: 'Cook' })?.note],
    ['other', 'only-one'],
  );
  assert.equal(rowOf('livesIn', { livesIn: 'Porto' }, { livesIn: 'porto' })?.note, 'the-same');
  const two = rowOf('livesIn', { livesIn: 'Porto' }, { livesIn: 'Leeds' });
  assert.deepEqual([two?.way, two?.chosen, two?.note], ['choose', 'one', null]);
  assert.equal(rowOf('pronouns', {}, {}), undefined, 'what neither has is not asked');
});

test('the name with which their mails are signed is chosen; the other is kept as one they are called by', () => {
  const row = rowOf('name', {}, { signsSo: true });
  assert.deepEqual([row?.chosen, row?.one.note, row?.other.note], ['other', 'kept-as-name', 'signs-so']);
  const both = rowOf('name', { signsSo: true }, { signsSo: true });
  assert.equal(both?.chosen, 'one');
  assert.equal(rowOf('name', {}, { name: 'GRACE OYELARAN' })?.note, 'the-same');
});

test('a birthday on the first of January is doubted: the other one is chosen where there is one', () => {
  const row = rowOf('birthday', { birthdays: ['1980-01-01'] }, { birthdays: ['05-06'] });
  assert.deepEqual([row?.chosen, row?.one.note, row?.other.note], ['other', 'new-year', null]);
  assert.equal(rowOf('birthday', { birthdays: ['01-01'] }, {})?.chosen, 'one', 'better than none');
  assert.equal(rowOf('birthday', { birthdays: ['01-01'] }, { birthdays: ['1980-01-01'] })?.chosen, 'one');
});

test('a no wins whichever of them said it, and the one who was never asked says nothing', () => {
  const no = { doNotContact: { at: '2026-03-01', why: 'unsubscribed' } };
  for (const [one, other, chosen] of [
    [no, {}, 'one'],
    [{}, no, 'other'],
  ] as const) {
    const row = rowOf('contact', one, other);
    assert.deepEqual([row?.way, row?.chosen], ['no-wins', chosen]);
    assert.equal((chosen === 'one' ? row?.other : row?.one)?.note, 'never-asked');
  }
  assert.equal(rowOf('contact', {}, {}), undefined);
});

test('addresses, tags and places of work of both are kept; of addresses those of the one that stays come first', () => {
  const row = rowOf('email', { emails: ['a@x.example'] }, { emails: ['b@x.example'] });
  assert.deepEqual([row?.way, row?.note], ['both', 'first-first']);
  assert.equal(rowOf('email', { emails: ['A@x.example'] }, { emails: ['a@x.example'] })?.note, 'the-same');
  assert.equal(rowOf('tag', { tags: ['VIP'] }, { tags: ['Tea'] })?.way, 'both');
  assert.equal(rowOf('phone', { phones: ['1'] }, { phones: ['2'] })?.note, 'chosen-first');
});

test('a field of one’s own is a row by its label, also where only the one that goes has filled it in', () => {
  const custom = (value: string) => [{ id: 'f1', label: 'Favourite tea', value }];
  const row = rowOf('custom.f1', {}, { custom: custom('Assam') });
  assert.deepEqual([row?.label, row?.chosen, row?.note], ['Favourite tea', 'other', 'only-one']);
  assert.equal(rowOf('custom.f1', { custom: custom('Earl Grey') }, { custom: custom('Assam') })?.note, null);
});
