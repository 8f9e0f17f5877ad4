import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newWorld, type World } from '#test/world.ts';

const HEED = path.resolve(import.meta.dirname, 'main.ts');
const folder = mkdtempSync('/tmp/heed-cli-import-');
let world: World;
before(async () => {
  world = await newWorld();
  await world.member('Maya Okafor', 'owner');
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

function heed(...args: string[]) {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    HEED_STATE: path.join(folder, 'state'),
    DATABASE_URL: world.url,
    HEED_SECRET: 'x'.repeat(40),
  };
  const { stdout, stderr, status } = spawnSync(process.execPath, [HEED, ...args], { encoding: 'utf8', env, cwd: folder });
  return { stdout, stderr, status };
}
const people = async () => {
  const { rows } = await sql<{ name: string }>`select name from people order by name`.execute(world.db);
  return rows.map(({ name }) => name);
};

writeFileSync(
  path.join(folder, 'contacts.csv'),
  'Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs\r\n1,Ines,Carvalho,ines@harbour.example,Director,90441\r\n2,Tom,Baker,tom@harbour.example,,\r\n',
);

test('a dry run says what would happen and writes nothing', async () => {
  const { stdout, status, stderr } = heed('import', 'contacts.csv', '--dry-run');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /contacts\.csv: 2 people/);
  assert.match(stdout, /people: 2 new/);
  assert.match(stdout, /contacts\.csv, row 1, Ines Carvalho: organisation-missing: name 90441/);
  assert.deepEqual(await people(), []);
});

test('it is brought in, said how to take back, and taken back; the same again changes nothing', async () => {
  const { stdout, status, stderr } = heed('import', 'contacts.csv');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /people: 2 new/);
  assert.deepEqual(await people(), ['Ines Carvalho', 'Tom Baker']);
  const again = heed('import', 'contacts.csv');
  assert.match(again.stdout, /nothing to bring in/);
  const id = /--undo ([\da-f-]{36})/.exec(stdout)?.[1] ?? '';
  const undone = heed('import', '--undo', id);
  assert.equal(undone.stdout, 'It is as it was before.\n', undone.stderr);
  assert.deepEqual(await people(), []);
});

test('as JSON it is for programs', () => {
  const told = JSON.parse(heed('import', 'contacts.csv', '--dry-run', '--json').stdout) as { plan: object; rows: { label: string }[] };
  assert.deepEqual(told.plan, { person: { create: 2 } });
  assert.deepEqual(
    told.rows.map(({ label }) => label),
    ['Ines Carvalho'],
  );
});

test('everything goes out as one archive, and none is written over', () => {
  const { stdout, status, stderr } = heed('export', '--out', 'all.zip');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /is in all\.zip/);
  const bytes = readFileSync(path.join(folder, 'all.zip'));
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(bytes.includes('people.csv'));
  const again = heed('export', '--out', 'all.zip');
  assert.equal(again.status, 1);
  assert.match(again.stderr, /is there already/);
  assert.deepEqual(readFileSync(path.join(folder, 'all.zip')), bytes);
});

test('what cannot be is said in a sentence', () => {
  assert.match(heed('import').stderr, /Say which files/);
  assert.match(heed('import', 'nowhere.csv').stderr, /nowhere\.csv: there is no such file/);
  assert.match(heed('import', 'contacts.csv', '--workspace', 'Nowhere').stderr, /There is no workspace "Nowhere"/);
  assert.match(heed('import', '--undo', 'yesterday').stderr, /not the id of an import/);
  assert.match(heed('import', '--undo', '01a220b0-0b60-796d-81a7-09216ec75962').stderr, /There is no such import/);
  assert.match(heed('export', 'all.zip').stderr, /--out FILE\.zip/);
  assert.equal(existsSync(path.join(folder, `heed-${new Date().toISOString().slice(0, 10)}.zip`)), false);
});
