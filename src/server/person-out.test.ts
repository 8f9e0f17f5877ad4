import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { asking } from '#test/asking.ts';
import { trailOf } from '#test/ledger.ts';
import { type Rest, restOf } from '#test/rest.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';

// One person, out: the card for a phone, and everything for whom it is about.

let world: World;
let rest: Rest;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;

before(async () => {
  world = await newWorld();
  rest = restOf(world, () => '2026-11-20T10:00:00Z');
  maya = await world.member('Maya Okafor', 'admin');
  ben = await world.member('Ben Hale', 'member');
  const card = {
    name: 'Ines <b>Carvalho</b>; "the; one", \\ & co',
    emails: [{ email: 'ines@harbour.example', label: 'work' }],
    phones: [{ phone: '+31 6 12345678', label: 'mobile' }],
    dates: [{ kind: 'birthday' as const, month: 2, day: 29 }],
    prefersNote: 'After\ntwo',
  };
  ines = (await call(router.people.add, card, as(maya))).id;
});
after(() => world.close());

const as = (member: WorldMember) => ({ context: asking(world, member) });
const card = (member: WorldMember | null, id = ines) => rest.ask(member, `GET /people/${id}/card.vcf`);
const everything = (member: WorldMember | null, id = ines) => rest.ask(member, `GET /people/${id}/everything.html`);

test('the card is for members, everything for admins; a guest and whoever is not signed in get neither', async () => {
  const guest = await world.member('Guido', 'guest');
  const stranger = await world.member('Sven', 'owner', { in: (await world.otherWorkspace('Elsewhere')).id });
  assert.deepEqual([(await card(maya)).status, (await card(ben)).status, (await card(guest)).status], [200, 200, 403]);
  assert.deepEqual([(await everything(maya)).status, (await everything(ben)).status, (await everything(guest)).status], [200, 403, 403]);
  assert.deepEqual([(await card(null)).status, (await everything(null)).status], [401, 401]);
  for (const answer of [await card(stranger), await everything(stranger)]) {
    assert.deepEqual([answer.status, answer.body.code], [404, 'missing.person']);
    assert.doesNotMatch(answer.text, /Ines|Brightwater/);
  }
});

test('both come as files to keep, never as a page of ours, and lie in no cache', async () => {
  for (const answer of [await card(maya), await everything(maya)]) {
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="[^"\r\n]*"/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.doesNotMatch(answer.headers.get('content-type') ?? '', /text\/html/);
  }
});

test('in a name nothing is markup and nothing ends a line of the card', async () => {
  const { text } = await card(maya);
  assert.match(text, /\r\nFN:Ines <b>Carvalho<\/b>\\; "the\\; one"\\, \\\\ & co\r\n/);
  assert.equal(text.match(/BEGIN:VCARD/g)?.length, 1);
  assert.ok(text.endsWith('END:VCARD\r\n'));
  const page = (await everything(maya)).text;
  assert.doesNotMatch(page, /<b>Carvalho/);
  assert.match(page, /&#60;b&#62;Carvalho/);
});

test('whom another met in private is nobody: not their card, not a word, not by a field that names them', async () => {
  const hidden = (await call(router.people.add, { name: 'Quentin Secret' }, as(ben))).id;
  await world.db.updateTable('people').set({ privateTo: ben.id }).where('id', '=', hidden).execute();
  assert.equal((await card(ben, hidden)).status, 200);
  assert.equal((await card(maya, hidden)).status, 404);
  assert.equal((await everything(maya, hidden)).status, 404);
  const field = (await call(router.ownFields.add, { about: 'person', label: 'Knows us by', kind: 'person' }, as(ben))).id;
  await call(router.ownFields.fill, { fieldId: field, id: ines, value: hidden }, as(ben));
  assert.doesNotMatch((await everything(maya)).text, /Quentin/);
});

test('what others noted for themselves is counted, and not told; what was removed is not there', async () => {
  await call(router.notes.write, { body: 'Between me and me', about: { people: [ines] }, private: true }, as(ben));
  const gone = await call(router.notes.write, { body: 'Written by mistake', about: { people: [ines] } }, as(maya));
  await call(router.notes.write, { body: 'Likes the harbour', about: { people: [ines] } }, as(maya));
  await call(router.notes.remove, { id: gone.id }, as(maya));
  const { text } = await everything(maya);
  assert.match(text, /Likes the harbour/);
  assert.doesNotMatch(text, /Between me and me|Written by mistake/);
  assert.match(text, /\b1\b[^<]*note/i);
});

test('that it was taken out is in the trail, with no word of what', async () => {
  const before = (await trailOf(world, ines)).length;
  await card(ben);
  await everything(maya);
  assert.equal((await trailOf(world, ines)).length, before + 2);
});

test('what is no id names nobody, and is no fault', async () => {
  for (const id of ['x', '%00', '..%2f..', '01900000-0000-7000-8000-000000000000', `${ines}x`]) {
    assert.equal((await card(maya, id)).status, 404, id);
    assert.equal((await everything(maya, id)).status, 404, id);
  }
  assert.doesNotMatch(rest.said(), /a bug/);
});
