import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { createImport } from '#domain/imports/create.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { startImport, tryImport } from '#domain/imports/steps.ts';
import { importTasks } from '#jobs/imports.ts';
import { MARKING } from './moving.ts';
import { newWorld, type World } from './world.ts';

export interface KilledImport {
  /** How often a process was killed while it had brought in a part, and not all. */
  kills: number;
  /** Every row and every person as text without ids, of the one that was killed and of the one that was not. */
  killed: string[];
  undisturbed: string[];
}

/** Kill the process that brings in `people` rows up to so many times, let another go on, and tell what came of it beside an undisturbed import. */
export async function killImport({ people, times }: { people: number; times: number }): Promise<KilledImport> {
  const worlds = [await newWorld(), await newWorld()] as const;
  try {
    const [disturbed, calm] = worlds;
    const id = await ready(disturbed, people);
    let kills = 0;
    while (kills < times && (await killOnce(disturbed, id, ((kills + 1) * people) / (times + 1)))) kills++;
    await bringIn(disturbed, id);
    const other = await ready(calm, people);
    await bringIn(calm, other);
    return { kills, killed: await told(disturbed, id), undisturbed: await told(calm, other) };
  } finally {
    for (const world of worlds) await world.close();
  }
}

const bringIn = (world: World, importId: string) => work(world, 'bring-in-import', importId);

async function work(world: World, name: string, importId: string): Promise<void> {
  await importTasks(MARKING)[name]?.(world.db, { workspaceId: world.workspace.id, importId }, new AbortController().signal);
}

async function ready(world: World, people: number): Promise<string> {
  const maya = await world.member('Maya Okafor', 'member');
  const scope = world.scope(maya);
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-kill-import-'));
  try {
    const { id } = await createImport(scope);
    const file = path.join(folder, 'contacts.csv');
    await writeFile(file, contacts(people));
    await receiveImportFile(scope, id, { path: file, name: 'all-contacts.csv' });
    await work(world, 'look-at-import', id);
    await tryImport(scope, id);
    await work(world, 'try-import', id);
    await startImport(scope, id);
    return id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every seventh comes twice, every fifth changes what is there: what a run goes on from matters. */
function contacts(people: number): string {
  const header = 'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Lifecycle Stage,Create Date';
  const rows = Array.from({ length: people }, (_, n) => {
    const who = n % 7 === 6 ? n - 6 : n;
    return `${n + 1},First${who},Last${who % 50},p${who}@x${who % 20}.example,,${n % 7 === 6 ? 'Head of supply' : ''},Company ${n % 90} Ltd,,,2024-03-12 09:14`;
  });
  return [header, ...rows].join('\n');
}

/** True when it was killed with a part of the rows in and a part not. */
async function killOnce(world: World, id: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'processes/bring-in.ts'), world.url, world.workspace.id, id], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && (await rowsDone(world, id)) < after) await wait(5);
  child.kill('SIGKILL');
  await ended;
  const { rows } = await sql<{ done: boolean }>`select done_at is not null as done from imports where id = ${id}`.execute(world.db);
  return !rows[0]?.done && (await rowsDone(world, id)) > 0;
}

async function rowsDone(world: World, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from import_rows where import_id = ${id}`.execute(world.db);
  return rows[0]?.n ?? 0;
}

async function told(world: World, id: string): Promise<string[]> {
  const rows = await sql<{
    line: string;
  }>`select concat_ws('|', r.object, r.row_no, r.outcome, r.label, r.reason, p.name, p.role_title, p.match_key, (r.after - 'owner_id')::text,
      (select string_agg(e.email || e.match_email || e.place, ',' order by e.email) from person_emails e where e.person_id = p.id),
      (select string_agg(o.name || a.role_title, ',' order by o.name) from affiliations a join organisations o on o.id = a.organisation_id where a.person_id = p.id),
      (select string_agg(x.source || x.object || x.external_id, ',' order by x.external_id) from external_ids x where x.person_id = p.id)) as line
    from import_rows r left join people p on p.id = r.row_id where r.import_id = ${id} order by r.object, r.file_i, r.row_no`.execute(
    world.db,
  );
  const counts = await sql<{
    line: string;
  }>`select concat_ws('|', (select people_known from workspaces), (select count(*) from people), (select count(*) from organisations),
    (select count(*) from person_emails), (select count(*) from external_ids), i.tally->'done', i.progress->'far', i.done_at is not null) as line from imports i where id = ${id}`.execute(
    world.db,
  );
  return [...rows.rows, ...counts.rows].map(({ line }) => line);
}
