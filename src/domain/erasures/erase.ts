import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { plainName } from '#model/alias.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known, rowsOf } from '../statement.ts';
import { everyIdOf, type Identity, identityOf } from './identity.ts';
import type { Marking } from './marks.ts';
import { takeMeansBack } from './means.ts';
import { silence } from './silence.ts';
import { maskEverywhere, placesLeft } from './traces.ts';

/** What went, in numbers: the proof, without a word of what it was. */
export interface Erased {
  id: string;
  erasedAt: string;
  erasedBy: string;
  counts: Record<string, number>;
}

/**
 * Erase somebody for good because they asked: their record and all that hangs on it, what they said, and their name, addresses and numbers wherever else
 * they stand; the talks of others keep their order, with blanks. Keyed marks stay, so that no file brings them back. It cannot be undone.
 * The whole workspace is searched for what was theirs before it is done: where a trace is left, nothing is done.
 * @throws Refusal `missing.person`; `erase.name` when `name` is not theirs.
 */
export async function erasePerson(scope: Scope, id: string, name: string, marking: Marking): Promise<Erased> {
  return wholly(scope, async (change) => {
    const person = await firstOf(
      change.db,
      sql<{ name: string; privateTo: string | null }>`select p.name, p.private_to from people p
        where p.workspace_id = ${change.workspaceId} and p.id = ${id} and ${known(change, 'p')} for update`,
    );
    if (!person) throw new Refusal('missing.person', 'That person is not here any more.');
    if (plainName(name) !== plainName(person.name))
      throw new Refusal('erase.name', 'To erase somebody, write their name as it stands here.');
    const ids = await everyIdOf(change, id);
    const identity = await identityOf(change, id, ids);
    const erasureId = uuidv7();
    const counts = await hangingOn(change, id);
    await sql`insert into erasures (workspace_id, id, erased_at, erased_by, counts)
      values (${change.workspaceId}, ${erasureId}, ${change.now}, ${change.member.id}, '{}')`.execute(change.db);
    await leaveMarks(change, erasureId, identity, marking);
    const { others, ...said } = await silence(change, id);
    Object.assign(counts, said, await takeMeansBack(change, ids));
    await dropNotes(change, id, counts);
    await sql`delete from people where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    counts.masked = await maskEverywhere(change, identity);
    const left = await placesLeft(change, identity);
    if (left.length > 0) throw new Error(`traces are left in ${left.join(', ')}`);
    await sql`update erasures set counts = ${JSON.stringify(counts)}::jsonb where workspace_id = ${change.workspaceId} and id = ${erasureId}`.execute(
      change.db,
    );
    await remember(change, { action: 'person.erased', about: 'erasure', id: erasureId });
    await refreshPeople(change, others);
    if (!person.privateTo) await countPeople(change, -1);
    return { id: erasureId, erasedAt: change.now, erasedBy: change.member.name, counts };
  });
}

/** Those that were carried out here, the newest first. */
export async function listErasures({ db, workspaceId }: Scope): Promise<Erased[]> {
  return rowsOf(
    db,
    sql<Erased>`select e.id, e.erased_at, m.name as erased_by, e.counts from erasures e
      join members m on m.workspace_id = e.workspace_id and m.id = e.erased_by where e.workspace_id = ${workspaceId} order by e.erased_at desc, e.id desc`,
  );
}

/** How many rows of each table point at this person: they go with them. */
async function hangingOn({ db, workspaceId }: Change, id: string): Promise<Record<string, number>> {
  const pointing = await rowsOf(
    db,
    sql<{ table: string; column: string }>`select c.relname as "table", a.attname as "column" from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[2]
      where f.contype = 'f' and f.confrelid = 'people'::regclass and f.confdeltype = 'c' order by c.relname, a.attname`,
  );
  const counts: Record<string, number> = {};
  for (const { table, column } of pointing) {
    const { n } = (await firstOf(
      db,
      sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(column)} = ${id}`,
    )) ?? { n: 0 };
    if (n > 0) counts[table] = (counts[table] ?? 0) + n;
  }
  return counts;
}

async function leaveMarks(change: Change, erasureId: string, { marks }: Identity, marking: Marking): Promise<void> {
  for (const { kind, value } of marks)
    await sql`insert into erased_marks (workspace_id, id, erasure_id, kind, mark)
      values (${change.workspaceId}, ${uuidv7()}, ${erasureId}, ${kind}, ${marking.mark(change.workspaceId, kind, value)})`.execute(
      change.db,
    );
}

/** Notes that are about them alone go; of others only the tie and the name. */
async function dropNotes({ db, workspaceId }: Change, id: string, counts: Record<string, number>): Promise<void> {
  const gone = await rowsOf(
    db,
    sql<{ id: string }>`delete from notes n where n.workspace_id = ${workspaceId}
      and exists (select from note_links l where l.workspace_id = n.workspace_id and l.note_id = n.id and l.person_id = ${id} and not l.mentioned)
      and not exists (select from note_links l where l.workspace_id = n.workspace_id and l.note_id = n.id and not l.mentioned
        and coalesce(l.person_id, l.organisation_id, l.deal_id) is distinct from ${id}::uuid) returning n.id`,
  );
  if (gone.length > 0) counts.notes = gone.length;
}
