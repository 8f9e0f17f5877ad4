import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim } from '#model/offering.ts';
import { atLeast, atMost } from '#test/shares.ts';
import { type Line, talk } from '#test/talk.ts';
import { hearingOf } from '../heads/hearing.ts';
import { label } from '../label/label.ts';
import { heldAgainst } from './claims.ts';
import { find } from './find.ts';
import { sayings } from './heard.ts';

const CLAIMS: Claim[] = [
  { id: 'signal', offering: 'Harbourline', statement: 'Works without a signal and sends everything later.' },
  { id: 'night', offering: 'Harbourline', statement: 'A visit within four hours, at night too.' },
  { id: 'schools', offering: 'Harbourline', statement: 'Half of our customers are schools.' },
  { id: 'price', offering: 'Harbourline', statement: 'One price a month, the training is included.' },
];

function said(text: string, claims: Claim[]) {
  const conversation = talk([['Ines', text]]);
  const hearing = hearingOf(conversation);
  const [first] = sayings(conversation, label(conversation, hearing), hearing);
  assert.ok(first);
  return heldAgainst(first, { claims, conversation });
}

const held = (text: string, claims = CLAIMS) => said(text, claims);

test('what speaks of a claim names it', () =>
  atLeast(
    0.8,
    [
      ['It does not work without a signal, I heard.', 'signal'],
      ['So it works without a signal as well.', 'signal'],
      ['You only visit in the day, never at night.', 'night'],
      ['A visit at night takes you two days.', 'night'],
      ['You have no schools among your customers.', 'schools'],
      ['The training is not included in the price.', 'price'],
    ] as const,
    ([text, id]) => held(text)?.claim.id === id,
    'claims',
  ));

test('a sentence that denies what a claim says contradicts it; one that says it does not', () => {
  assert.equal(held('It does not work without a signal.')?.contradicts, true);
  assert.equal(held('It works without a signal as well.')?.contradicts, false);
  assert.equal(held('You never visit at night within four hours.')?.contradicts, true);
  assert.equal(held('You visit at night within four hours.')?.contradicts, false);
  assert.equal(held('The training is not included in the price a month.')?.contradicts, true);
  assert.equal(held('One price a month, but without the training.')?.contradicts, true);
});

test('what speaks of something else names none', () =>
  atMost(
    0.2,
    [
      'My daughter goes to that choir on Tuesdays.',
      'We had soup for lunch.',
      'The door jams when it rains.',
      'I was so relieved when she rang.',
      'Good morning.',
      'Mm-hmm.',
    ],
    (text) => held(text) !== null,
    'no claim',
  ));

test('where there are no claims there is none', () => {
  assert.equal(held('It does not work without a signal.', []), null);
});

test('of two that fit the nearer one is named, by how much of it is spoken of', () => {
  const near = held('Half of your customers are schools, at one price?');
  assert.equal(near?.claim.id, 'schools');
  assert.ok(near.nearness > 0.34 && near.nearness <= 2.6);
});

test('a word that every claim has says little of which', () => {
  const claims = ['Our sensor measures heat.', 'Our sensor measures noise.', 'Our sensor lasts ten years.'].map(
    (statement, i): Claim => ({ id: String(i), offering: 'Sensor', statement }),
  );
  assert.equal(held('Your sensor lasts a year or two.', claims)?.claim.id, '2');
});

const beliefs = (lines: Line[], claims?: Claim[]) => {
  const conversation = talk(lines);
  return find(conversation, label(conversation), claims ? { claims } : {}).filter(({ kind }) => kind.startsWith('belief.'));
};
const BELIEF: Line[] = [
  ['Ana', 'So what do you make of us so far?'],
  ['Ines', 'I thought your system does not work without a signal.'],
  ['Ana', 'Who told you that?'],
];

test('a belief that contradicts a claim is wrong about us, and names it', () => {
  const [belief] = beliefs(BELIEF, CLAIMS);
  assert.deepEqual([belief?.kind, belief?.claim, belief?.who], ['belief.false', 'signal', 'Ines']);
});

test('without claims a belief names none', () => {
  assert.ok(beliefs(BELIEF).every(({ claim }) => claim === null));
  assert.ok(beliefs(BELIEF, []).every(({ claim }) => claim === null));
});
