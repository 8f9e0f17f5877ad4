import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NeedView } from '#model/pages.ts';
import { en } from '../messages/en/all.ts';
import { betweenUs } from './between.ts';
import { calledObject, calledSubject, firstName } from './called.ts';
import { laddersOf, rungClass } from './ladder.ts';

const need = (id: string, depth: number, parentId: string | null = null, understoodAt: string | null = null): NeedView => ({
  id,
  depth,
  parentId,
  understoodAt,
  healedAt: null,
  statement: '',
  quotes: [],
});
const shape = (needs: NeedView[]) =>
  laddersOf(needs).map((rungs) => rungs.map((rung) => `${rung.depth}${rung.needs.map((one) => one.id).join('')}`));

test('a ladder follows its parents down, and an open rung stands where nobody asked', () => {
  assert.deepEqual(shape([need('a', 0), need('b', 1, 'a'), need('d', 3, 'b')]), [['0a', '1b', '2', '3d', '4']]);
});

test('two needs are two ladders; below the deepest comes one question, and under the last none', () => {
  assert.deepEqual(shape([need('a', 0), need('z', 4)]), [['0a', '1'], ['4z']]);
});

test('needs that point at each other still end, and a parent from elsewhere is no parent', () => {
  assert.equal(laddersOf([need('a', 0, 'b'), need('b', 1, 'a')]).flat(2).length > 0, true);
  assert.deepEqual(shape([need('a', 2, 'gone')]), [['2a', '3']]);
  assert.deepEqual(laddersOf([]), []);
});

test('a dot is full when they confirmed it, a ring when we did, dashed when nobody asked', () => {
  assert.equal(rungClass({ depth: 0, needs: [need('a', 0, null, '2026-11-17T13:22:00Z')] }), 'rung');
  assert.equal(rungClass({ depth: 0, needs: [need('a', 0)] }), 'rung heard');
  assert.equal(rungClass({ depth: 0, needs: [] }), 'rung open');
});

test('a row says the one thing that matters most between us', () => {
  const row = { weOwe: 0, theyOwe: 0, openFindings: 0, falseBeliefs: 0 };
  assert.equal(betweenUs(row, en.people), null);
  assert.deepEqual(betweenUs({ ...row, theyOwe: 1 }, en.people), { says: 'they owe 1', tone: 'm' });
  assert.equal(betweenUs({ ...row, theyOwe: 1, openFindings: 2 }, en.people)?.says, '2 suggestions');
  assert.equal(betweenUs({ ...row, falseBeliefs: 1, openFindings: 2 }, en.people)?.says, 'belief to repair');
  assert.deepEqual(betweenUs({ weOwe: 2, theyOwe: 1, openFindings: 2, falseBeliefs: 1 }, en.people), { says: 'we owe 2', tone: 'wait b' });
});

test('somebody is she or he only when that is known, else called by name', () => {
  assert.equal(calledObject('Ines Carvalho', 'she/her', 'en'), 'her');
  assert.equal(calledSubject('Ines Carvalho', 'zij/haar', 'nl'), 'ze');
  assert.equal(calledObject('Dr Amina Yusuf', null, 'nl'), 'Amina');
  assert.equal(calledSubject('Sam Whitlock', 'they/them', 'en'), 'Sam');
  assert.equal(firstName('Dr'), 'Dr');
});
