import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { newWorld, type World } from '#test/world.ts';
import { countryFor, e164Of } from './phones.ts';
import { countryOfZone } from './zones.ts';

let world: World;

before(async () => {
  world = await newWorld();
});
after(() => world.close());

test('numbers are read as people write them, and what is none is left alone', () => {
  assert.equal(e164Of('+31 (0)20 123 45 67', null), '+31201234567');
  assert.equal(e164Of('020-1234567', 'NL'), '+31201234567');
  assert.equal(e164Of('0049 30 901820', 'NL'), '+4930901820');
  assert.equal(e164Of('(415) 555-2671', 'US'), '+14155552671');
  assert.equal(e164Of('020-1234567', null), null, 'nobody says of which country');
  assert.equal(e164Of('12', 'NL'), null);
  assert.equal(e164Of('ask at the desk', 'NL'), null);
  assert.equal(e164Of('020-1234567', 'XX'), null);
});

test('a zone says its country, also where its city is of a part of one; a zone of nobody says none', () => {
  const zones = ['Europe/Amsterdam', 'America/Argentina/Buenos_Aires', 'Asia/Tokyo', 'UTC', 'Etc/GMT+1', 'Europe/Nowhere', ''];
  assert.deepEqual(zones.map(countryOfZone), ['NL', 'AR', 'JP', null, null, null, null]);
});

test('the country is that of the numbers beside it, of the workspace, or of most of its numbers', async () => {
  const place = { db: world.db, workspaceId: world.workspace.id };
  const live = (zone: string) => sql`update workspaces set zone = ${zone} where id = ${place.workspaceId}`.execute(world.db);
  await live('UTC');
  assert.equal(await countryFor(place), null);
  const { id } = await world.person('Ada');
  for (const e164 of ['+31612345678', '+4930901820', '+4930901821'])
    await sql`insert into person_phones (workspace_id, id, person_id, phone, e164, created_at)
      values (${place.workspaceId}, ${uuidv7()}, ${id}, ${e164}, ${e164}, now())`.execute(world.db);
  assert.equal(await countryFor(place), 'DE');
  await live('Europe/Amsterdam');
  assert.equal(await countryFor(place), 'NL');
  assert.equal(await countryFor(place, ['020 1', '+44 1632 960417']), 'GB');
});
