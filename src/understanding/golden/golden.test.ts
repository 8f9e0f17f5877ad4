import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsIn, findingsIn, understood, words } from '#test/heard.ts';
import { GOLDEN } from './all.ts';

for (const { name, turns } of GOLDEN)
  test(`golden talk: ${name}`, () => {
    const report = understood(turns);
    for (const [i, { who, says, acts, found, unheard, misheard, unfound, alarm }] of turns.entries()) {
      const said = `${i} ${who}: ${says}`;
      assert.deepEqual(actsIn(report, i).sort(), reached(acts, unheard, misheard), `acts of ${said}`);
      assert.deepEqual(findingsIn(report, i).sort(), reached(found, unfound, alarm), `findings of ${said}`);
    }
  });

test('what is said to be missed is there, and what is said to be heard wrongly is not', () => {
  for (const { turns } of GOLDEN)
    for (const { says, acts, found, unheard, misheard, unfound, alarm } of turns) {
      for (const act of words(unheard)) assert.ok(words(acts).includes(act), says);
      for (const act of words(misheard)) assert.ok(!words(acts).includes(act), says);
      for (const kind of words(unfound)) assert.ok(words(found).includes(kind), says);
      for (const kind of words(alarm)) assert.ok(!words(found).includes(kind), says);
    }
});

test('every talk has fifteen to thirty turns, and both sides speak', () => {
  for (const { name, turns } of GOLDEN) {
    assert.ok(turns.length >= 15 && turns.length <= 30, `${name}: ${turns.length}`);
    assert.equal(new Set(turns.map(({ who }) => who)).size, 2, name);
  }
});

/** What the rules reach: what is there, without what they miss, and with what they hear wrongly. */
function reached(there: string, missed: string | undefined, wrong: string | undefined): string[] {
  const without = new Set(words(missed));
  return [...words(there).filter((kind) => !without.has(kind)), ...words(wrong)].sort();
}
