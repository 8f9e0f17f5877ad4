import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOn, sayDay } from './days.ts';
import { whoIs } from './who.ts';

test('a day is said without the year that nobody told', () => {
  assert.equal(sayDay({ month: 2, day: 29 }, 'en'), '29 February');
  assert.equal(sayDay({ month: 3, day: 1 }, 'nl'), '1 maart');
});

test('a day comes this year, or next year when it is over; today is today; the leap day has its stand-in', () => {
  assert.equal(nextOn({ month: 12, day: 1 }, '2026-11-20'), '2026-12-01');
  assert.equal(nextOn({ month: 3, day: 1 }, '2026-11-20'), '2027-03-01');
  assert.equal(nextOn({ month: 11, day: 20 }, '2026-11-20'), '2026-11-20');
  assert.equal(nextOn({ month: 2, day: 29 }, '2026-11-20'), '2027-02-28');
  assert.equal(nextOn({ month: 2, day: 29 }, '2027-11-20'), '2028-02-29');
});

test('somebody is spoken of as friends call them, as she where that is known', () => {
  const ines = { name: 'Dr Ines Carvalho', pronouns: 'she/her', nickname: '', givenName: '' };
  assert.deepEqual(whoIs(ines, 'en'), { first: 'Ines', subject: 'she', object: 'her' });
  assert.deepEqual(whoIs({ ...ines, pronouns: null, nickname: 'Nes' }, 'nl'), { first: 'Nes', subject: 'Nes', object: 'Nes' });
  assert.equal(whoIs({ ...ines, givenName: 'Maria Ines' }, 'en').first, 'Maria');
});
