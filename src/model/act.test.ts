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
