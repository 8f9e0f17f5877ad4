import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationPage } from '#model/organisation.ts';
import { around, couldIntroduce } from './around.ts';

const at = '2026-11-20T10:00:00Z';
const person = (id: string, part: 'decides' | 'affected' | null, lastContactAt: string | null = at) => ({
  id,
  name: id,
  affiliationId: `at ${id}`,
  roleTitle: '',
  part,
  from: null,
  until: null,
  here: true,
  quote: null,
  lastContactAt,
});
const talk = (member: string, personId: string, count: number, isYou = false) => ({
  member: { id: member, name: member, isYou },
  personId,
  count,
  newest: [],
});
const tie = (id: string, from: string, to: string, closeness: 1 | 2 | 3) => ({
  id,
  from: { id: from, name: from },
  to: { id: to, name: to },
  kind: 'knows' as const,
  closeness,
  note: '',
});

const page: OrganisationPage = {
  id: 'harbour',
  name: 'Harbour Foods',
  about: '',
  website: '',
  phone: '',
  place: '',
  country: '',
  industry: '',
  domains: [],
  parent: null,
  children: [],
  owner: null,
  tags: [],
  people: [
    person('ines', 'decides'),
    person('mateus', 'affected'),
    person('catarina', null, null),
    { ...person('sam', null), here: false },
  ],
  peopleInAll: 3,
  outsiders: [{ id: 'ruth', name: 'ruth', organisation: { id: 'fold', name: 'Field & Fold' }, lastContactAt: at }],
  ties: [tie('t1', 'ruth', 'ines', 3), tie('t2', 'ines', 'ruth', 1), tie('t3', 'ines', 'catarina', 2), tie('t4', 'mateus', 'catarina', 1)],
  talks: [talk('maya', 'ines', 6, true), talk('maya', 'ruth', 2, true), talk('priya', 'ines', 1)],
  needs: [],
  promises: [],
  conversations: [],
  conversationsInAll: 0,
  deals: [],
  unplaced: [],
};

test('we and who sent us stand on one side, who decides in the middle, who lives with it on the other; who left is not drawn', () => {
  const { people } = around(page);
  assert.deepEqual(Object.fromEntries(people.map(({ id, zone }) => [id, zone])), {
    maya: 'us',
    priya: 'us',
    ruth: 'us',
    ines: 'middle',
    catarina: 'middle',
    mateus: 'affected',
  });
  assert.equal(people.find(({ id }) => id === 'catarina')?.met, false);
  assert.equal(people[0]?.id, 'maya', 'you come first');
});

test('everything between the same two is one line, as thick as the closest of it', () => {
  const { bonds } = around(page);
  const of = (one: string, other: string) => bonds.find(({ id }) => id === [one, other].sort().join(' '));
  assert.deepEqual([of('ruth', 'ines')?.ties.length, of('ruth', 'ines')?.closeness], [2, 3]);
  assert.deepEqual(
    [of('maya', 'ines'), of('maya', 'ruth'), of('priya', 'ines')].map((bond) => bond?.closeness),
    [3, 2, 1],
  );
  assert.equal(of('maya', 'ines')?.talks?.count, 6);
});

test('whoever is closest and knows us could introduce us', () => {
  assert.equal(couldIntroduce(page, 'catarina'), 'ines');
  assert.equal(couldIntroduce({ ...page, ties: [] }, 'catarina'), null);
});
