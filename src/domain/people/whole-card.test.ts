import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { wholly } from '#domain/scope.ts';
import { personPageShape } from '#model/person-pages.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { asking } from '#test/asking.ts';
import { contentsOf, trailOf } from '#test/ledger.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { contactOrRefuse } from './contact.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
let ines: string;

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler');
  await call(router.workspaces.change, { zone: 'Europe/Amsterdam' }, as(maya));
  ines = (await call(router.people.add, { name: 'Ines Carvalho', organisation: 'Harbour Foods', roleTitle: 'Director' }, as(maya))).id;
});
after(() => world.close());

const as = (member: WorldMember, now?: string) => ({ context: asking(world, member, now) });
const refused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code;
const change = (more: object, id = ines) => call(router.people.change, { id, ...more }, as(maya));
const open = async (id = ines, member = maya) => {
  const page = await call(router.people.open, { id }, as(member));
  personPageShape.parse(page);
  return page;
};

test('a whole card is kept as it was given, in its order, and what is null is not known again', async () => {
  const card = {
    givenName: 'Ines Maria',
    familyName: 'Carvalho',
    nickname: 'Nes',
    closeness: 2 as const,
    livesIn: 'Saltmouth',
    zone: 'Europe/Lisbon',
    locale: 'pt',
    prefers: 'phone' as const,
    prefersNote: 'after two',
    emails: [
      { email: 'ines@harbour.example', label: 'work' },
      { email: 'nes@home.example', label: 'home' },
    ],
    phones: [
      { phone: '+44 1632 960417', label: 'work' },
      { phone: '07700 900123', label: 'mobile' },
    ],
    links: [{ url: 'https://www.linkedin.com/in/ines', label: '' }],
    addresses: [{ label: 'work', street: 'Quay 3', place: 'Saltmouth', region: '', postcode: 'SM1 2AB', country: 'United Kingdom' }],
    dates: [
      { kind: 'birthday' as const, label: '', month: 2, day: 29, year: null },
      { kind: 'other' as const, label: 'Started at Harbour', month: 3, day: 1, year: 2012 },
    ],
  };
  await change({ ...card, ownerId: ben.id });
  const page = await open();
  const { phones, ...rest } = card;
  for (const [name, value] of Object.entries(rest)) assert.deepEqual(page[name as keyof typeof page], value, name);
  assert.deepEqual(
    page.phones.map(({ phone, e164 }) => [phone, e164]),
    [
      ['+44 1632 960417', '+441632960417'],
      ['07700 900123', '+447700900123'],
    ],
    'the second is read in the country of the first',
  );
  assert.equal(page.owner?.name, 'Ben Adler');
  const before = await contentsOf(world.db, world.workspace.id);
  await change({ ...card, phones });
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before, 'saved unchanged, nothing is written anew');
  await change({ emails: card.emails.toReversed(), phones: phones.toReversed() });
  const turned = await open();
  assert.deepEqual([turned.emails[0]?.label, turned.phones[0]?.label], ['home', 'mobile']);
  await change({ closeness: null, zone: null, locale: null, prefers: null, ownerId: null, nickname: '', phones: [], dates: [] });
  const bare = await open();
  assert.deepEqual([bare.closeness, bare.zone, bare.locale, bare.prefers, bare.owner, bare.nickname], [null, null, null, null, null, '']);
  assert.deepEqual([bare.phones, bare.dates, bare.livesIn], [[], [], 'Saltmouth']);
});

test('a number without a country is read in that of the workspace, one that cannot be read stays as it was written', async () => {
  await change({ phones: [{ phone: '06 12345678' }, { phone: 'ext. 4 1 7' }, { phone: '0612345678' }] });
  assert.deepEqual(
    (await open()).phones.map(({ phone, e164 }) => [phone, e164]),
    [
      ['06 12345678', '+31612345678'],
      ['ext. 4 1 7', ''],
    ],
    'the same number twice is once',
  );
});

test('what is no day, no language, no zone, no address or runs when it is clicked is refused at the door, and nothing is written', async () => {
  const before = await contentsOf(world.db, world.workspace.id);
  const birthday = { kind: 'birthday', label: '' };
  for (const wrong of [
    { dates: [{ ...birthday, month: 2, day: 30 }] },
    { dates: [{ ...birthday, month: 2, day: 29, year: 2023 }] },
    { dates: [{ ...birthday, month: 13, day: 1 }] },
    { locale: 'Dutch' },
    { zone: 'Mars/Olympus' },
    { closeness: 5 },
    { prefers: 'pigeon' },
    { links: [{ url: 'javascript:alert(1)' }] },
    { links: [{ url: 'not a page' }] },
    { phones: [{ phone: 'call me' }] },
    { addresses: [{ label: 'home' }] },
    { emails: ['nobody'] },
  ])
    await assert.rejects(change(wrong), JSON.stringify(wrong));
  await assert.rejects(change({ ownerId: uuidv7() }), refused('missing.member'));
  assert.deepEqual(await contentsOf(world.db, world.workspace.id), before);
});

test('a page of theirs stands once, however it was copied', async () => {
  await change({ links: [{ url: 'linkedin.com/in/ines/' }, { url: 'https://nl.linkedin.com/in/Ines?trk=x', label: 'again' }] });
  assert.deepEqual((await open()).links, [{ url: 'https://linkedin.com/in/ines/', label: '' }]);
});

test('who changes where they work keeps what they do elsewhere', async () => {
  const mill = await call(router.people.add, { name: 'Old Miller', organisation: 'Old Mill' }, as(maya));
  await sql`insert into affiliations (workspace_id, id, person_id, organisation_id, role_title, created_at, until_on)
    select o.workspace_id, ${uuidv7()}, ${ines}, o.id, 'Apprentice', now() + interval '1 hour', '2010-01-01' from organisations o where o.name = 'Old Mill'`.execute(
    world.db,
  );
  assert.equal((await open()).organisation?.name, 'Harbour Foods', 'where somebody was is not where they are');
  await change({ organisation: 'Tide & Co', roleTitle: 'Managing director' });
  assert.deepEqual(
    (await open()).work.map(({ organisation, roleTitle, untilOn }) => [organisation.name, roleTitle, untilOn]),
    [
      ['Tide & Co', 'Managing director', null],
      ['Old Mill', 'Apprentice', '2010-01-01'],
      ['Harbour Foods', 'Director', new Date().toISOString().slice(0, 10)],
    ],
    'where they were until today stays in their history',
  );
  assert.deepEqual((await open(mill.id)).around, [], 'who was there once is no colleague');
});

test('around somebody stand those who are tied to them and those they work with, and nobody whom only another knows', async () => {
  const [daniel, ruth, secret] = [
    (await call(router.people.add, { name: 'Daniel Brandt', organisation: 'Tide & Co', roleTitle: 'Quality' }, as(maya))).id,
    (await call(router.people.add, { name: 'Ruth Adeyemi' }, as(maya))).id,
    (await call(router.people.add, { name: 'Secret Colleague', organisation: 'Tide & Co' }, as(ben))).id,
  ];
  await sql`update people set private_to = ${ben.id} where id = ${secret}`.execute(world.db);
  await sql`update affiliations set part = 'can-say-no' where person_id = ${daniel}`.execute(world.db);
  for (const [from, to, kind, closeness] of [
    [ruth, ines, 'introduced', 3],
    [ines, daniel, 'trusts', 2],
    [ines, secret, 'friend', 3],
  ] as const)
    await sql`insert into ties (workspace_id, id, from_id, to_id, kind, closeness, created_at)
      values (${world.workspace.id}, ${uuidv7()}, ${from}, ${to}, ${kind}, ${closeness}, now())`.execute(world.db);
  const seen = (await open()).around;
  assert.deepEqual(
    seen.map(({ name, part, tie }) => [name, part, tie?.kind, tie?.of]),
    [
      ['Ruth Adeyemi', null, 'introduced', 'to'],
      ['Daniel Brandt', 'can-say-no', 'trusts', 'from'],
    ],
  );
  assert.deepEqual(
    (await open(ines, ben)).around.map(({ name }) => name),
    ['Ruth Adeyemi', 'Secret Colleague', 'Daniel Brandt'],
  );
});

test('who asked not to be reached is not, everywhere, until a member says otherwise', async () => {
  const asks = () => wholly(world.scope(maya), (tx) => contactOrRefuse(tx, ines));
  await asks();
  await call(router.people.doNotContact, { id: ines, why: 'Told us on the phone' }, as(ben, '2026-11-03T09:00:00.000Z'));
  await call(router.people.doNotContact, { id: ines, why: 'Wrote it as well' }, as(maya));
  const { doNotContact } = await open();
  assert.deepEqual([doNotContact?.by?.name, doNotContact?.why], ['Ben Adler', 'Wrote it as well'], 'since the first time');
  assert.equal(Date.parse(doNotContact?.at ?? ''), Date.parse('2026-11-03T09:00:00.000Z'));
  await assert.rejects(asks(), refused('person.do-not-contact'));
  await call(router.people.mayContact, { id: ines }, as(maya));
  assert.equal((await open()).doNotContact, null);
  await asks();
  const trail = await trailOf(world, ines);
  assert.deepEqual(
    trail.filter((action) => /contact/.test(action)),
    ['person.not-contacted', 'person.not-contacted', 'person.contacted-again'],
  );
  await assert.rejects(
    wholly(world.scope(maya), (tx) => contactOrRefuse(tx, uuidv7())),
    refused('missing.person'),
  );
});

test('somebody is added with a whole card at once', async () => {
  const { id } = await call(
    router.people.add,
    { name: 'Walter Knopf', nickname: 'Wally', pronouns: 'he', phones: [{ phone: '030 1234567' }], livesIn: 'Utrecht' },
    as(maya),
  );
  const page = await open(id);
  assert.deepEqual([page.nickname, page.pronouns, page.phones[0]?.e164, page.livesIn], ['Wally', 'he', '+31301234567', 'Utrecht']);
  const key = await world.db.selectFrom('people').select('matchKey').where('id', '=', id).executeTakeFirst();
  assert.equal(key?.matchKey, 'knopf walter');
});
