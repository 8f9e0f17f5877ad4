import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TieView } from '#model/organisation.ts';
import { organisations as en } from '../messages/en/organisations.ts';
import { organisations as nl } from '../messages/nl/organisations.ts';
import type { Bond, Drawn } from './around.ts';
import { onLine, underName } from './drawn-words.ts';

const drawn = (more: Partial<Drawn>): Drawn => ({
  ...{ id: 'x', name: 'X', kind: 'here', isYou: false, zone: 'middle', part: null, does: '', from: null, met: true, rank: 1 },
  ...more,
});
const tie = (from: string, more: Partial<TieView> = {}): TieView => ({
  ...{ id: 't', from: { id: from, name: from }, to: { id: 'ines', name: 'Ines' }, kind: 'knows', closeness: 1, note: '' },
  ...more,
});
const bond = (...ties: TieView[]): Bond => ({ id: 'b', one: drawn({}), other: drawn({}), closeness: 1, ties, talks: null });
const words = { text: en, ours: 'of Heed' };

test('one of us is ours, whatever else is known', () => {
  assert.equal(underName(drawn({ kind: 'member', part: 'decides', does: 'Sales' }), [], words), 'of Heed');
});

test('their part says more than what they do; without either it is asked for', () => {
  assert.equal(underName(drawn({ part: 'can-say-no', does: 'Finance' }), [], words), 'can say no');
  assert.equal(underName(drawn({ does: 'Finance' }), [], words), 'Finance');
  assert.equal(underName(drawn({}), [], words), en.partUnknown);
});

test('whoever introduced us says so, and not where they are from', () => {
  const ruth = drawn({ id: 'ruth', kind: 'outside', from: 'Field & Fold' });
  assert.equal(underName(ruth, [bond(tie('ruth'))], words), 'Field & Fold');
  assert.equal(underName(ruth, [bond(tie('other', { kind: 'introduced' }))], words), 'Field & Fold', 'somebody else did');
  for (const text of [en, nl]) {
    const said = underName(ruth, [bond(tie('ruth'), tie('ruth', { kind: 'introduced' }))], { text, ours: '' });
    assert.ok(said.length > 0 && !said.endsWith(':'), said);
    assert.notEqual(said, 'Field & Fold');
  }
  assert.equal(underName({ ...ruth, from: null }, [], words), '');
});

test('on a line stands how often we spoke, else a short note, else nothing', () => {
  const talks = { member: { id: 'm', name: 'Maya', isYou: true }, personId: 'ines', count: 6, newest: [] };
  assert.equal(onLine({ talks, ties: [tie('a', { note: 'sailing' })] }, en), '6 talks');
  assert.equal(onLine({ talks: { ...talks, count: 1 }, ties: [] }, en), 'one talk');
  assert.equal(
    onLine({ talks: null, ties: [tie('a', { note: 'far too long for a line' }), tie('b', { note: 'sailing' })] }, en),
    'sailing',
  );
  assert.equal(onLine({ talks: null, ties: [tie('a')] }, en), '');
});
