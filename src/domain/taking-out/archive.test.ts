import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { router } from '#api/router.ts';
import { asking } from '#test/asking.ts';
import { suggest } from '#test/ledger.ts';
import { FIRST_CALL, handIn } from '#test/told.ts';
import { newWorld, type World, type WorldMember } from '#test/world.ts';
import { wholly } from '../scope.ts';
import { tenantTables } from '../workspaces/remove.ts';
import { everythingOf } from './archive.ts';
import { KEPT, STAYS } from './kept.ts';

let world: World;
let maya: WorldMember;
let ben: WorldMember;
const AT = '2026-11-20T10:00:00Z';

before(async () => {
  world = await newWorld();
  maya = await world.member('Maya Okafor', 'owner');
  ben = await world.member('Ben Adler', 'owner');
  const id = (await handIn(world.scope(maya), FIRST_CALL)).conversations[0]?.id ?? '';
  const named = { alias: 'ines carvalho', is: 'new' as const, name: 'Ines Carvalho', organisation: 'Harbour Foods' };
  await call(router.speakers.name, { answers: [named] }, { context: asking(world, maya) });
  const need = await suggest(world, id, { kind: 'need', turn: 1, fields: { statement: '=HYPERLINK("x")' } });
  await call(router.findings.confirm, { id: need }, { context: asking(world, maya) });
  await handIn(world.scope(ben), FIRST_CALL.replace('Ines', 'Secret Sam'), { private: true });
  for (const hidden of [null, ben.id])
    await sql`insert into notes (workspace_id, id, body, happened_at, private_to, created_at)
      values (${world.workspace.id}, ${uuidv7()}, ${hidden ? 'Ben alone' : 'For all'}, ${AT}, ${hidden}, ${AT})`.execute(world.db);
});
after(() => world.close());

async function archiveOf(member: WorldMember): Promise<Map<string, string>> {
  return wholly(world.scope(member), async (change) => {
    const files = new Map<string, string>();
    for (const { path, pieces } of await everythingOf(change)) {
      let text = '';
      for await (const piece of pieces()) text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
      files.set(path, text);
    }
    return files;
  });
}

test('every table either goes along or stays with a reason', async () => {
  const tables = (await tenantTables(world.db)).sort();
  assert.deepEqual([...Object.keys(KEPT), ...Object.keys(STAYS)].sort(), tables);
});

test('people, what was said and what it became are there, as tables that other programs read and as they are kept', async () => {
  const files = await archiveOf(maya);
  const people = files.get('people.csv') ?? '';
  assert.match(people, /^\uFEFFName,First name/);
  assert.match(people, /Ines Carvalho,.*Harbour Foods/);
  const [record] = (files.get('people.jsonl') ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([record.object, record.name, record.organisations[0].name], ['person', 'Ines Carvalho', 'Harbour Foods']);
  for (const table of ['turns', 'findings', 'needs', 'evidence', 'speakers'])
    assert.ok((files.get(`all/${table}.jsonl`) ?? '').length > 10, table);
  assert.match(files.get('README.txt') ?? '', /Not in it:/);
  const raw = [...files].find(([path]) => path.startsWith('files/'));
  assert.equal(raw?.[1], FIRST_CALL);
});

test('a cell that would be a formula is none', async () => {
  assert.match((await archiveOf(maya)).get('all/needs.csv') ?? '', /"'=HYPERLINK/);
});

test('what another keeps to himself is in his archive and in nobody else’s', async () => {
  const [hers, his] = [[...(await archiveOf(maya)).values()].join(''), [...(await archiveOf(ben)).values()].join('')];
  for (const secret of ['Ben alone', 'Secret Sam']) {
    assert.ok(!hers.includes(secret), secret);
    assert.ok(his.includes(secret), secret);
  }
  assert.ok(hers.includes('For all') && his.includes('For all'));
});

test('no key, hash or mark of a door is in it, and the taking out is in the trail', async () => {
  await call(router.members.invite, { role: 'guest', days: 3 }, { context: asking(world, maya) });
  const all = [...(await archiveOf(maya))];
  assert.ok(!all.some(([path]) => /invitations|language_models|erased_marks/.test(path)));
  assert.ok(!all.some(([, text]) => text.includes('token_hash')));
  assert.ok((all.find(([path]) => path === 'all/audit_events.jsonl')?.[1] ?? '').includes('workspace.taken-out'));
});
