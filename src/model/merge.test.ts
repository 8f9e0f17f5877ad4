import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { takingShape } from './merge.shape.ts';
import { CHOSEN_FIELDS, type MergeRow, type MergeSide, rowsFor, staysOf, TOGETHER } from './merge.ts';

const nothing = Object.fromEntries(TOGETHER.map((noun) => [noun, 0])) as MergeSide['together'];
const side = (id: string, more: Partial<MergeSide> = {}): MergeSide => ({
  ...{
    id,
    name: 'Grace Oyelaran',
    since: '2026-01-01T10:00:00Z',
    from: null,
    isPrivate: false,
    signsSo: false,
    nickname: '',
    roleTitle: '',
  },
  ...{ pronouns: '', livesIn: '', owner: '', closeness: '', prefers: '', photo: '', kinds: [], doNotContact: null, emails: [], phones: [] },
  ...{ links: [], addresses: [], organisations: [], tags: [], birthdays: [], dates: [], custom: [], together: nothing, quote: null },
  ...more,
});
const rowOf = (field: MergeRow['field'], one: Partial<MergeSide>, other: Partial<MergeSide>) =>
  rowsFor(side('a', one), side('b', other)).find((row) => row.field === field);
const chosenOf = (field: MergeRow['field'], one: Partial<MergeSide>, other: Partial<MergeSide>) => {
  const row = rowOf(field, one, other);
  return row && [row.way, row.chosen, row.note];
};

test('whom everybody knows stays, though somebody’s private record has more to it', () => {
  const full = side('a', { isPrivate: true, together: { ...nothing, conversations: 9 } });
  assert.equal(staysOf(full, side('b')), 'other');
  assert.equal(staysOf(side('b'), full), 'one');
});

test('who has more to them stays, then who was here first', () => {
  assert.equal(staysOf(side('a'), side('b', { together: { ...nothing, privateNotes: 1 } })), 'other');
  assert.equal(staysOf(side('a', { together: { ...nothing, promises: 2 } }), side('b', { together: { ...nothing, deals: 1 } })), 'one');
  assert.equal(staysOf(side('a', { since: '2026-02-01T10:00:00Z' }), side('b')), 'other');
  assert.equal(staysOf(side('b'), side('a')), 'other', 'of twins the one that was made first');
});

test('the same one stays, whichever of the two is opened', () => {
  const some = fc.record({
    id: fc.uuid(),
    isPrivate: fc.boolean(),
    since: fc.constantFrom('2026-01-01T10:00:00Z', '2026-02-01T10:00:00Z'),
    together: fc.record({ conversations: fc.nat(1), notes: fc.nat(1) }).map((has) => ({ ...nothing, ...has })),
  });
  fc.assert(
    fc.property(some, some, (one, other) => {
      fc.pre(one.id !== other.id);
      const [there, back] = [staysOf(side(one.id, one), side(other.id, other)), staysOf(side(other.id, other), side(one.id, one))];
      assert.notEqual(there, back);
    }),
  );
});

test('what neither of them has is no row', () => {
  assert.deepEqual(
    rowsFor(side('a'), side('b')).map(({ field }) => field),
    ['name'],
  );
});

test('where only one has a value it is taken, where both have the same nothing need be chosen', () => {
  assert.deepEqual(chosenOf('roleTitle', {}, { roleTitle: 'Head teacher' }), ['choose', 'other', 'only-one']);
  assert.deepEqual(chosenOf('roleTitle', { roleTitle: 'Head teacher' }, {}), ['choose', 'one', 'only-one']);
  assert.deepEqual(chosenOf('roleTitle', { roleTitle: 'head teacher' }, { roleTitle: 'Head Teacher' }), ['choose', 'one', 'the-same']);
  assert.deepEqual(chosenOf('roleTitle', { roleTitle: 'Head teacher' }, { roleTitle: 'Director' }), ['choose', 'one', null]);
});

test('addresses, tags and kinds are kept of both; of mails the first of the one that stays comes first', () => {
  assert.deepEqual(chosenOf('email', { emails: ['g@a.example'] }, { emails: ['g@b.example'] }), ['both', 'one', 'first-first']);
  assert.deepEqual(chosenOf('email', { emails: ['g@a.example'] }, { emails: ['G@A.example'] }), ['both', 'one', 'the-same']);
  assert.deepEqual(chosenOf('email', {}, { emails: ['g@b.example'] }), ['both', 'one', null]);
  assert.deepEqual(chosenOf('kinds', { kinds: ['customer'] }, { kinds: ['friend'] }), ['both', 'one', null]);
  assert.deepEqual(chosenOf('tag', { tags: ['A', 'b'] }, { tags: ['B', 'a'] }), ['both', 'one', 'the-same'], 'in whatever order');
});

test('the name that they sign with themselves is proposed, the other stays a name they are known by', () => {
  const [typed, signed] = [{ name: 'Gracie Oyelaran' }, { name: 'Grace Oyelaran', signsSo: true }];
  const row = rowOf('name', typed, signed);
  assert.deepEqual([row?.chosen, row?.one.note, row?.other.note], ['other', 'kept-as-name', 'signs-so']);
  const both = rowOf('name', { ...typed, signsSo: true }, signed);
  assert.deepEqual([both?.chosen, both?.one.note, both?.other.note], ['one', 'signs-so', 'signs-so']);
  const neither = rowOf('name', typed, { name: 'Grace Oyelaran' });
  assert.deepEqual([neither?.chosen, neither?.one.note, neither?.other.note], ['one', null, 'kept-as-name']);
  assert.deepEqual(chosenOf('name', {}, { name: 'GRACE OYELARAN', signsSo: true }), ['choose', 'one', 'the-same']);
});

test('a birthday on the first of January gives way to another day, and is doubted aloud', () => {
  const row = rowOf('birthday', { birthdays: ['1980-01-01'] }, { birthdays: ['05-09'] });
  assert.deepEqual([row?.chosen, row?.one.note, row?.other.note], ['other', 'new-year', null]);
  const kept = rowOf('birthday', { birthdays: ['05-09'] }, { birthdays: ['01-01'] });
  assert.deepEqual([kept?.chosen, kept?.other.note], ['one', 'new-year']);
  assert.deepEqual(chosenOf('birthday', { birthdays: ['01-01'] }, {}), ['choose', 'one', 'only-one'], 'better than none');
  assert.deepEqual(chosenOf('birthday', { birthdays: ['01-01'] }, { birthdays: ['1980-01-01'] }), ['choose', 'one', null]);
});

test('a no wins, whichever of the two said it and whether or not they said why', () => {
  const no = { at: '2026-11-01T10:00:00Z', why: '' };
  const row = rowOf('contact', {}, { doNotContact: no });
  assert.deepEqual(
    [row?.way, row?.chosen, row?.note, row?.one.note, row?.other.values],
    ['no-wins', 'other', 'no-wins', 'never-asked', ['']],
  );
  assert.deepEqual(chosenOf('contact', { doNotContact: { ...no, why: 'No calls' } }, { doNotContact: no }), ['no-wins', 'one', 'no-wins']);
  assert.equal(rowOf('contact', {}, {}), undefined);
});

test('of phones all are kept and the chosen ones come first', () => {
  assert.deepEqual(chosenOf('phone', { phones: ['+44 1'] }, { phones: ['+44 2'] }), ['choose', 'one', 'chosen-first']);
  assert.deepEqual(chosenOf('phone', {}, { phones: ['+44 2'] }), ['choose', 'other', 'only-one']);
});

test('fields of the workspace’s own are rows by their label, one for both', () => {
  const shoe = (value: string) => ({ custom: [{ id: 'shoe', label: 'Shoe size', value }] });
  const rows = rowsFor(side('a', shoe('38')), side('b', { custom: [...shoe('39').custom, { id: 'tea', label: 'Tea', value: 'Green' }] }));
  assert.deepEqual(
    rows.slice(1).map(({ field, label, chosen, note }) => [field, label, chosen, note]),
    [
      ['custom.shoe', 'Shoe size', 'one', null],
      ['custom.tea', 'Tea', 'other', 'only-one'],
    ],
  );
});

test('every value of the two stands on the page, and what is chosen is never empty', () => {
  const words = fc.array(fc.constantFrom('x', 'y', 'Z', 'z'), { maxLength: 2 });
  const word = fc.constantFrom('', 'x', 'Y', 'y');
  const some = fc.record({
    ...{ nickname: word, roleTitle: word, owner: word, photo: word, signsSo: fc.boolean(), name: fc.constantFrom('Ada', 'ada', 'Grace') },
    ...{ emails: words, phones: words, tags: words, birthdays: fc.subarray(['01-01', '05-09']) },
    doNotContact: fc.constantFrom(null, { at: '2026-11-01T10:00:00Z', why: '' }),
  });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const rows = rowsFor(side('a', one), side('b', other));
      for (const row of rows.filter(({ way }) => way !== 'both')) assert.ok(row[row.chosen].values.length > 0, row.field);
      for (const tag of one.tags) assert.ok(rows.find(({ field }) => field === 'tag')?.one.values.includes(tag));
      assert.equal(new Set(rows.map(({ field }) => field)).size, rows.length);
      const no = rows.find(({ field }) => field === 'contact');
      assert.equal(no !== undefined, Boolean(one.doNotContact ?? other.doNotContact));
    }),
  );
});

test('taking from the one that goes names fields there are; none by default', () => {
  assert.deepEqual([takingShape.take.parse(undefined), takingShape.takeCustom.parse(undefined)], [[], []]);
  assert.deepEqual(takingShape.take.parse([...CHOSEN_FIELDS]), [...CHOSEN_FIELDS]);
  for (const odd of [['email'], ['contact'], ['id'], ['doNotContact'], 'name', Array(CHOSEN_FIELDS.length + 1).fill('name')])
    assert.ok(!takingShape.take.safeParse(odd).success, String(odd));
  assert.ok(!takingShape.takeCustom.safeParse(['shoe']).success);
});
