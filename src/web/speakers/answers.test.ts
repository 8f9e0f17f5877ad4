import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnknownSpeaker } from '#model/pages.ts';
import { type Answer, answered, answerOfKey, moved, newPerson, properName, type Sheet, sendable, toName } from './answers.ts';

const speaker = (alias: string, candidates: UnknownSpeaker['candidates'] = []): UnknownSpeaker => ({
  alias,
  name: alias,
  email: null,
  conversations: [],
  turns: 3,
  sample: 'Nobody comes.',
  candidates,
});
const three = [
  speaker('ana', [
    { kind: 'person', id: 'p1', name: 'Ana Lima', why: 'similar-name' },
    { kind: 'member', id: 'm1', name: 'Ana Berg', why: 'same-name' },
  ]),
  speaker('bo'),
  speaker('cy'),
];
const empty: Sheet = { at: 0, answers: {} };

test('one key says who it is, and the next unanswered speaker comes', () => {
  const [ana] = three;
  assert.ok(ana);
  assert.deepEqual(answerOfKey('1', ana, []), { is: 'person', personId: 'p1', name: 'Ana Lima' });
  assert.deepEqual(answerOfKey('2', ana, []), { is: 'member', memberId: 'm1', name: 'Ana Berg' });
  assert.equal(answerOfKey('3', ana, []), null);
  assert.equal(answerOfKey('q', ana, []), null);
  const me = answerOfKey('m', ana, []) as Answer;
  const sheet = answered(empty, three, 'ana', me);
  assert.deepEqual(sheet, { at: 1, answers: { ana: { is: 'me' } } });
  assert.equal(answered({ ...sheet, at: 2 }, three, 'cy', { is: 'nobody' }).at, 1);
});

test('a new person stays in hand so that the name can be looked at', () => {
  const sheet = answered(empty, three, 'ana', newPerson({ name: 'ana.lima@sea.example' }, ['customer']));
  assert.equal(sheet.at, 0);
  assert.deepEqual(sheet.answers.ana, { is: 'new', name: 'Ana Lima', organisation: '', roleTitle: '', kinds: ['customer'] });
});

test('an answer is taken back with one key', () => {
  const sheet = answered({ at: 0, answers: { ana: { is: 'me' } } }, three, 'ana', 'none');
  assert.deepEqual(sheet, empty);
  assert.equal(moved(empty, three, -1).at, 0);
  assert.equal(moved(empty, three, 1).at, 1);
});

test('names are written as people write them', () => {
  assert.equal(properName('STARLING, Ruth (Guest)'), 'Ruth Starling');
  assert.equal(properName('ruth_starling'), 'Ruth Starling');
  assert.equal(properName('Ruth van Dam'), 'Ruth van Dam');
  assert.equal(properName('(?)'), '(?)');
});

test('only whole answers are sent, in the words of the procedure', () => {
  const answers = {
    ana: { is: 'me' } as const,
    bo: { ...newPerson({ name: 'bo' }, []), name: ' ' } as Answer,
    cy: newPerson({ name: 'cy' }, ['friend']),
  };
  const sent = sendable(three, answers).map(({ alias, answer }) => toName(alias, answer));
  assert.deepEqual(sent, [
    { alias: 'ana', is: 'me' },
    { alias: 'cy', is: 'new', name: 'Cy', kinds: ['friend'] },
  ]);
  assert.deepEqual(toName('x', { is: 'member', memberId: 'm1', name: 'Ana' }), { alias: 'x', is: 'member', memberId: 'm1' });
});
