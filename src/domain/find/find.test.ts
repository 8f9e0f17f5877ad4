import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import fc from 'fast-check';
import { router } from '#api/router.ts';
import type { Hit } from '#model/pages.ts';
import { asking } from '#test/asking.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { nearestWord, slipsBetween } from './spelling.ts';

let world: World;
let maya: WorldMember;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  const add = (name: string, organisation: string) => call(router.people.add, { name, organisation }, { context: asking(world, maya) });
  await add('Ines Carvalho', 'Harbour Foods');
  await add('Daniel Brandt', 'Harbour Foods');
  await add('Ruth Adeyemi', 'Field & Fold');
});
after(() => world.close());

const find = (text: string, more: { exactly?: boolean; as?: WorldMember } = {}) =>
  call(router.find.everything, { text, ...(more.exactly && { exactly: true }) }, { context: asking(world, more.as ?? maya) });
const called = (hits: Hit[], kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.title);

test('where somebody works finds them, and where they work', async () => {
  const { hits, showing } = await find('harbour');
  assert.deepEqual(called(hits, 'person').sort(), ['Daniel Brandt', 'Ines Carvalho']);
  assert.deepEqual(called(hits, 'organisation'), ['Harbour Foods']);
  assert.equal(showing, undefined);
});

test('who is called so goes before who works there', async () => {
  await call(router.people.add, { name: 'Harbour Jones', organisation: 'Little Acre' }, { context: asking(world, maya) });
  assert.equal(called((await find('harbour')).hits, 'person')[0], 'Harbour Jones');
});

test('a slip of the keys is mended and said, unless it was meant', async () => {
  const mended = await find('harbuor');
  assert.equal(mended.showing, 'harbour');
  assert.ok(called(mended.hits, 'person').includes('Ines Carvalho'));
  assert.deepEqual(await find('harbuor', { exactly: true }), { hits: [] });
});

test('only the word with the slip is mended', async () => {
  assert.equal((await find('ines carvahlo')).showing ?? 'ines carvalho', 'ines carvalho');
  assert.ok(called((await find('ines carvahlo')).hits, 'person').includes('Ines Carvalho'));
});

test('what is like nothing finds nothing, and is not turned into something else', async () => {
  assert.deepEqual(await find('xylophone'), { hits: [] });
  assert.deepEqual(await find('  ??? '), { hits: [] });
});

test('another workspace finds none of it, spelled rightly or not', async () => {
  const other = await world.otherWorkspace('Elsewhere');
  const stranger = await world.member('Nils Berg', 'owner', { in: other.id });
  assert.deepEqual(await find('harbour', { as: stranger }), { hits: [] });
  assert.deepEqual(await find('harbuor', { as: stranger }), { hits: [] });
});

test('a word is taken for the nearest one, within what a slip can be', () => {
  const words = ['harbour', 'harvest', 'hana'];
  assert.equal(nearestWord('harbuor', words), 'harbour');
  assert.equal(nearestWord('hanna', words), 'hana');
  assert.equal(nearestWord('harbour', words), null);
  assert.equal(nearestWord('han', words), null);
  assert.equal(nearestWord('hurdles', words), null);
});

test('slips are counted one a letter, and two that changed places as one', () => {
  assert.equal(slipsBetween('harbour', 'harbuor', 2), 1);
  assert.equal(slipsBetween('report', 'reprot', 2), 1);
  assert.equal(slipsBetween('cat', 'cart', 2), 1);
  assert.equal(slipsBetween('cat', 'dog', 2), 3);
});

test('slips go both ways alike, and none lie between a word and itself', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(fc.property(word, word, (a, b) => slipsBetween(a, b, 9) === slipsBetween(b, a, 9)));
  fc.assert(fc.property(word, (a) => slipsBetween(a, a, 9) === 0));
});
