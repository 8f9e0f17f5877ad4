import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Hit } from '#model/pages.ts';
import { fits, groupsOf, marksIn, nextKind, pieces } from './groups.ts';
import { dayIn, meantBy } from './sentence.ts';

// A Monday.
const today = '2026-11-23';
const promised = (typed: string, known: string[] = []) => {
  const meant = meantBy(typed, today, known);
  return meant?.do === 'promise' ? [meant.to, meant.what, meant.due, meant.dueText] : null;
};

test('the day stands behind the last of the little words, whatever the promise itself is about', () => {
  assert.deepEqual(promised('promise Ines a report on pricing by Friday'), ['Ines', 'a report on pricing', '2026-11-27', 'Friday']);
  assert.deepEqual(promised('beloof Ines een taart voor Ana op zaterdag'), ['Ines', 'een taart voor Ana', '2026-11-28', 'zaterdag']);
  assert.deepEqual(promised('promise Ines notes on the talk on Monday'), ['Ines', 'notes on the talk', '2026-11-30', 'Monday']);
});

test('a day of two words is taken whole', () => {
  assert.deepEqual(promised('promise Ines the plan by next wednesday'), ['Ines', 'the plan', '2026-11-25', 'next wednesday']);
  assert.deepEqual(promised('I promised to Ines that the plan is there before 1 December'), [
    'Ines',
    'the plan is there',
    '2026-12-01',
    '1 December',
  ]);
});

test('what is half typed is no day yet, and belongs to the promise', () => {
  assert.deepEqual(promised('promise Ines the plan by f'), ['Ines', 'the plan by f', null, null]);
  assert.deepEqual(promised('promise Ines the plan by'), ['Ines', 'the plan by', null, null]);
});

test('the longest name that somebody is called wins, and only whole words of it', () => {
  assert.deepEqual(promised('promise Ana Lima a call', ['Ana', 'Ana Lima', 'Ana Li'])?.slice(0, 2), ['Ana Lima', 'a call']);
  assert.deepEqual(promised('promise Anabel a call', ['Ana'])?.slice(0, 2), ['Anabel', 'a call']);
  assert.equal(promised('promise Ana Lima', ['Ana Lima']), null);
});

test('a full stop, capitals and blanks change nothing', () => {
  assert.deepEqual(promised('  PROMISE   Ines the  plan   by friday.  '), ['Ines', 'the plan', '2026-11-27', 'friday']);
  assert.deepEqual(meantBy('Log a call with Ines!', today), { do: 'log', with: 'Ines' });
});

test('both languages log and add', () => {
  assert.deepEqual(meantBy('schrijf een bezoek bij Joost op', today), { do: 'log', with: 'Joost' });
  assert.deepEqual(meantBy('note a meeting with Ana Lima', today), { do: 'log', with: 'Ana Lima' });
  assert.deepEqual(meantBy('nieuw jean-luc de vries', today), { do: 'add', name: 'Jean-Luc De Vries' });
  assert.deepEqual(meantBy('add McNeil', today), { do: 'add', name: 'McNeil' });
  for (const typed of ['add a person', 'voeg iemand toe', 'add conversation', 'nieuw gesprek'])
    assert.equal(meantBy(typed, today), null, typed);
});

test('a date that is over this year is next year’s; one with its year is taken at its word', () => {
  assert.equal(dayIn('22 november', today), '2027-11-22');
  assert.equal(dayIn('23 november', today), '2026-11-23');
  assert.equal(dayIn('22 november 2026', today), '2026-11-22');
  assert.equal(dayIn('29 february', today), null);
  assert.equal(dayIn('29 february 2028', today), '2028-02-29');
});

test('each weekday, by its name in either language, is the next of that name', () => {
  const next = ['2026-11-29', '2026-11-30', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'];
  const en = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const nl = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];
  for (const [i, day] of next.entries())
    for (const name of [en[i], nl[i], `volgende ${nl[i]}`]) assert.equal(dayIn(name ?? '', today), day, name);
});

test('a span of days and weeks is counted from today, over the end of a month and a year', () => {
  assert.deepEqual(
    [dayIn('in 8 days', today), dayIn('over 1 dag', today), dayIn('in 6 weeks', today)],
    ['2026-12-01', '2026-11-24', '2027-01-04'],
  );
  assert.equal(dayIn('in many days', today), null);
});

const hit = (kind: Hit['kind'], title: string, marks: [number, number][] = []): Hit => ({ kind, id: title, title, detail: '', marks });

test('narrowed to a kind that is not there, nothing is shown and Tab comes back to all', () => {
  const found = [hit('person', 'Ana')];
  assert.deepEqual(groupsOf(found, 'deal'), []);
  assert.equal(nextKind(found, 'person'), null);
});

test('marks that lie over each other are marked once, and those beyond the end do no harm', () => {
  const marked = (marks: [number, number][]) =>
    pieces('harbour', marks)
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join('');
  assert.equal(
    marked([
      [0, 4],
      [2, 6],
    ]),
    '[harb]our',
  );
  assert.equal(
    marked([
      [4, 7],
      [0, 2],
    ]),
    '[ha]rb[our]',
  );
  assert.equal(marked([[3, 3]]), 'harbour');
  assert.equal(marked([[5, 40]]), 'harbo[ur]');
});

test('every piece knows where it begins, so that none is drawn twice', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(fc.tuple(fc.nat(20), fc.nat(20))), (text, marks) => {
      for (const piece of pieces(text, marks)) assert.equal(text.slice(piece.from, piece.from + piece.text.length), piece.text);
    }),
  );
});

test('the same word twice in a turn is marked twice, each word of the hit for itself', () => {
  const words = hit('words', 'sea and Sky', [
    [0, 3],
    [8, 11],
  ]);
  assert.deepEqual(
    marksIn('Sky over sea, sea under sky', words).sort((a, b) => a[0] - b[0]),
    [
      [0, 3],
      [9, 12],
      [14, 17],
      [24, 27],
    ],
  );
});

test('an action is found by words in any order and whatever their capitals', () => {
  assert.equal(fits('Bring in a conversation', 'CONV in'), true);
  assert.equal(fits('Bring in a conversation', '  '), true);
  assert.equal(fits('Bring in a conversation', 'bring promise'), false);
});
