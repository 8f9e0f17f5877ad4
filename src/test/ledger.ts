import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Db } from '#db/pool.ts';
import { countOpenFindings } from '#domain/findings/count.ts';
import { peopleIn, refreshPeople } from '#domain/people/refresh.ts';
import { wholly } from '#domain/scope.ts';
import { tenantTables } from '#domain/workspaces/remove.ts';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { World } from './world.ts';

/** How many rows each table holds of this workspace: what must be the same when nothing was to be left behind. */
export async function ledgerOf(db: Db, workspaceId: string): Promise<Record<string, number>> {
  const ledger: Record<string, number> = {};
  for (const table of await tenantTables(db)) ledger[table] = (await everyRow(db, table, workspaceId)).length;
  return ledger;
}

/** Every row of every table of this workspace as text, but for the trail: what must be the same when nothing was to be changed. */
export async function contentsOf(db: Db, workspaceId: string, but: string[] = ['audit_events']): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of await tenantTables(db)) if (!but.includes(table)) contents[table] = await everyRow(db, table, workspaceId);
  return contents;
}

async function everyRow(db: Db, table: string, workspaceId: string): Promise<string[]> {
  const found = await sql<{
    row: string;
  }>`select to_jsonb(x)::text as row from ${sql.table(table)} x where workspace_id = ${workspaceId}`.execute(db);
  return found.rows.map(({ row }) => row).sort();
}

/** What the trail says was done, the oldest first; of one thing, or of all. */
export async function trailOf(world: World, subjectId?: string): Promise<string[]> {
  let asked = world.db.selectFrom('auditEvents').select('action').where('workspaceId', '=', world.workspace.id).orderBy('id');
  if (subjectId) asked = asked.where('subjectId', '=', subjectId);
  return (await asked.execute()).map(({ action }) => action);
}

/** Put a suggestion into a conversation as if the engine had found it: the first ten letters of a turn. Counted as the engine counts. */
export async function suggest(
  world: World,
  conversationId: string,
  what: { kind: FindingKind; turn: number; fields?: FindingFields; p?: number },
): Promise<string> {
  const id = uuidv7();
  const { kind, turn, fields = {}, p = 0.7 } = what;
  await sql`insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p, engine_version,
      suggested, created_at)
    select t.workspace_id, ${id}, t.conversation_id, t.id, t.speaker_id, ${kind}, 0, 10, left(t.text, 10), ${JSON.stringify(fields)}::jsonb, ${p}, 'told',
      jsonb_build_object('kind', ${kind}::text, 'speakerId', t.speaker_id, 'fields', ${JSON.stringify(fields)}::jsonb), now()
    from turns t where t.conversation_id = ${conversationId} and t.i = ${turn}`.execute(world.db);
  const place = { db: world.db, workspaceId: world.workspace.id, now: new Date().toISOString() };
  await wholly(place, async (change) => {
    await countOpenFindings(change, [conversationId]);
    await refreshPeople(change, await peopleIn(change, [conversationId]));
  });
  return id;
}

/** Conversations whose stored count of suggestions is not the number of those that wait: there must be none. */
export async function miscounted(world: World): Promise<unknown[]> {
  const found = await sql`select c.id, c.open_findings, n.count from conversations c cross join lateral (
      select count(*)::int from findings f where f.conversation_id = c.id and f.confirmed_at is null and f.rejected_at is null) n
    where c.open_findings <> n.count`.execute(world.db);
  return found.rows;
}
