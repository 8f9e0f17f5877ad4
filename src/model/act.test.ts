import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type FoundAct, familyOf, leadingAct } from './act.ts';

const act = (name: Act, from: number, to: number, p = 0.85): FoundAct => ({ act: name, p, from, to });

test('a turn is coloured by its rarest act', () => {
  assert.equal(leadingAct([act('information', 0, 40), act('need', 41, 60), act('thanks', 61, 70)])?.act, 'need');
  assert.equal(leadingAct([]), null);
});

test('what says more leads however sure it is, and of two of a kind the surer', () => {
  assert.equal(leadingAct([act('need', 0, 40, 0.4), act('information', 0, 40, 0.9)])?.act, 'need');
  assert.equal(leadingAct([act('need', 0, 40, 0.4), act('need', 41, 80, 0.8), act('need', 81, 99, 0.6)])?.from, 41);
});

test('minutes about ourselves take the colour of what fills most of them', () => {
  const minute = [act('pitch.expertise', 0, 60), act('pitch.mission', 61, 110), act('pitch.expertise', 111, 300)];
  const leading = leadingAct(minute);
  assert.equal(leading && familyOf(leading.act), 'expertise');
});

test('of talk about ourselves what takes most of it leads, though it comes in pieces and is not the surest', () => {
  const pieces = [act('pitch.features', 0, 40, 0.99), act('pitch.expertise', 40, 65), act('pitch.expertise', 65, 90, 0.4)];
  assert.equal(leadingAct(pieces)?.act, 'pitch.expertise');
  assert.equal(leadingAct(pieces.toReversed())?.act, 'pitch.expertise', 'in whatever order it was found');
});

test('a need outweighs any pitch around it, and small talk any nothing', () => {
  assert.equal(leadingAct([act('pitch.features', 0, 400), act('need', 400, 410, 0.3)])?.act, 'need');
  assert.equal(leadingAct([act('other', 0, 400, 0.99), act('smalltalk', 0, 4, 0.3)])?.act, 'smalltalk');
});
