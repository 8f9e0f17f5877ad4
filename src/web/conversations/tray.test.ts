import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingKind } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { fieldsOf, formOf, toEdit } from './finding-form.ts';
import { byTurn, familyOfFinding, filtered } from './margin.ts';
import { afterDeciding, countOf, currentOf, decided, lessSure, reopened, replaced, stepped, waiting } from './tray.ts';

const maya = { id: 'm1', name: 'Maya' };
const found = (id: string, turn: number, more: Partial<FindingView> = {}): FindingView => ({
  id,
  kind: 'need',
  speaker: 0,
  turn,
  from: 0,
  to: 4,
  quote: 'word',
  p: 0.9,
  edited: false,
  confirmedBy: null,
  rejectedBy: null,
  ...more,
});
const three = [found('b', 5), found('a', 1), found('c', 9)];

test('suggestions wait in the order they were said', () => {
  assert.deepEqual(
    waiting(three).map((finding) => finding.id),
    ['a', 'b', 'c'],
  );
  assert.equal(currentOf(three, null)?.id, 'a');
  assert.equal(currentOf(three, 'c')?.id, 'c');
});

test('beyond the surest twelve, what Heed is unsure of is folded away, and deciding moves none of it', () => {
  const many = Array.from({ length: 20 }, (_, n) => found(`f${n}`, n, { p: n % 2 ? 0.3 - n / 100 : 0.9 - n / 50 }));
  const less = lessSure(many);
  assert.deepEqual([...less].sort(), ['f11', 'f13', 'f15', 'f17', 'f19', 'f5', 'f7', 'f9']);
  assert.deepEqual(lessSure(decided(many, 'f0', 'reject', maya)), less);
  assert.ok(!lessSure(decided(many, 'f19', 'confirm', maya)).has('f19'));
  const noted = found('mine', 3, { p: 1, confirmedBy: maya });
  assert.deepEqual(lessSure([...many, noted]), less);
});

test('a handful is shown whole, however unsure, and so is whatever is likely', () => {
  assert.equal(lessSure(Array.from({ length: 12 }, (_, n) => found(`f${n}`, n, { p: 0.2 }))).size, 0);
  assert.equal(lessSure(Array.from({ length: 40 }, (_, n) => found(`f${n}`, n, { p: 0.7 }))).size, 0);
});

test('j and k walk and stop at the ends', () => {
  assert.equal(stepped(three, 'a', 1), 'b');
  assert.equal(stepped(three, 'c', 1), 'c');
  assert.equal(stepped(three, null, -1), 'a');
  assert.equal(stepped([], null, 1), null);
});

test('after a decision the tray stands on the next, and undoing brings it back', () => {
  assert.equal(afterDeciding(three, 'b'), 'c');
  assert.equal(afterDeciding(three, 'c'), 'b');
  const after = decided(three, 'b', 'confirm', maya);
  assert.deepEqual(countOf(after), { all: 3, left: 2, confirmed: 1, rejected: 0 });
  assert.equal(currentOf(after, 'b')?.id, 'a');
  assert.deepEqual(countOf(decided(after, 'a', 'reject', maya)), { all: 3, left: 1, confirmed: 1, rejected: 1 });
  assert.deepEqual(reopened(after, 'b'), three);
  assert.equal(afterDeciding([found('only', 1)], 'only'), null);
});

test('an edited one takes the place of the old', () => {
  const edited = { ...found('a', 1), statement: 'Someone who answers', edited: true };
  assert.equal(replaced(three, edited).find((finding) => finding.id === 'a')?.statement, 'Someone who answers');
});

test('a form sends the fields of its kind and empties what was emptied', () => {
  const form = { ...formOf(found('a', 1, { depth: 1, statement: 'Nobody acts' })), statement: '  ' };
  assert.deepEqual(toEdit('a', form), { id: 'a', kind: 'need', speaker: 0, statement: null, depth: 1 });
  const promise = { ...formOf(found('a', 1)), kind: 'commitment' as const, what: 'the July report', due: '2026-11-27' };
  assert.deepEqual(toEdit('a', promise), {
    id: 'a',
    kind: 'commitment',
    speaker: 0,
    what: 'the July report',
    whom: null,
    due: '2026-11-27',
  });
  assert.deepEqual(fieldsOf('feeling'), ['feeling', 'tone']);
});

test('the margin holds what was not turned down, in the colour of its act', () => {
  const map = byTurn([found('a', 1), found('b', 1), found('c', 1, { rejectedBy: maya })]);
  assert.equal(map.get(1)?.length, 2);
  const colours: [FindingKind, string][] = [
    ['need', 'need'],
    ['commitment', 'promise'],
    ['trait.interest', 'feeling'],
    ['belief.false', 'tell'],
  ];
  for (const [kind, family] of colours) assert.equal(familyOfFinding(kind), family);
});

test('the legend filters turns by what they do', () => {
  const turn = { id: 't', speaker: 0, startMs: null, endMs: null, at: null, line: 1, text: 'x' };
  const turns = [
    { ...turn, i: 0, acts: [{ act: 'question.open' as const, p: 1, from: 0, to: 1 }] },
    { ...turn, i: 1, acts: [] },
  ];
  assert.equal(filtered(turns, new Set()).length, 2);
  assert.deepEqual(
    filtered(turns, new Set(['ask'])).map((one) => one.i),
    [0],
  );
  assert.deepEqual(
    filtered(turns, new Set(['tell'])).map((one) => one.i),
    [1],
  );
});
