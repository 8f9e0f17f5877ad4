import { type RawBuilder, sql } from 'kysely';
import { settleClosed } from '../beliefs/settle.ts';
import { settleUnderstood } from '../needs/understood.ts';
import type { Change } from '../scope.ts';
import { become } from './become.ts';
import { ABOUT, takeEvidence } from './evidence.ts';
import { type Became, dropRow, isShared, unbecome } from './unbecome.ts';
import type { FoundRow } from './view.ts';

/** What a row says that comes from its finding. All else was said of it since (kept, understood, closed, where it hangs) and stays. */
const TOLD: Record<Became['table'], string[]> = {
  needs: ['person_id'],
  traits: ['person_id', 'kind', 'statement'],
  beliefs: ['person_id', 'kind', 'statement', 'claim_id'],
  promises: ['by_member_id', 'by_person_id', 'to_member_id', 'to_person_id', 'what', 'due_on', 'due_text'],
};

/**
 * A confirmed finding was mended. Its row says anew what comes from it and keeps what was said of it since, as long as it is still the same kind
 * of thing. Where more than these words stand behind the row, it is not theirs alone to reword: then only the words are mended.
 */
export async function rebecome(change: Change, before: FoundRow, after: FoundRow): Promise<Became | null> {
  const old = before.became;
  if (!old) return become(change, after);
  if (await isShared(change, old, after.id)) {
    if (before.kind === after.kind && before.personId === after.personId) return old;
    await unbecome(change, old, after.id);
    return become(change, after);
  }
  await takeEvidence(change, after.id, ABOUT[old.table]);
  const made = await become(change, after, { but: old.id });
  if (made?.table !== old.table || (await isShared(change, made, after.id))) {
    await dropRow(change, old);
    return made;
  }
  await takeFrom(change, old, made.id, columnsOf(old.table, before, after));
  if (before.personId !== after.personId) await standAlone(change, old);
  return old;
}

/** What somebody has made of a need on its ladder stays, unless it is what was mended just now. */
function columnsOf(table: Became['table'], before: FoundRow, after: FoundRow): string[] {
  if (table !== 'needs') return TOLD[table];
  const changed = (name: 'depth' | 'statement' | 'must') => (before.fields[name] ?? null) !== (after.fields[name] ?? null);
  return [
    ...TOLD.needs,
    ...(changed('depth') ? ['depth'] : []),
    ...(changed('statement') ? ['statement'] : []),
    ...(changed('must') ? ['must_have'] : []),
  ];
}

/** The row that was made anew hands over what it says, and its evidence, to the one that was there. */
async function takeFrom(change: Change, { table, id }: Became, made: string, columns: string[]): Promise<void> {
  const w = change.workspaceId;
  const told = columns.map((name): RawBuilder<unknown> => sql`${sql.ref(name)} = made.${sql.ref(name)}`);
  await sql`update ${sql.table(table)} as old set ${sql.join(told)} from ${sql.table(table)} as made
    where old.workspace_id = ${w} and old.id = ${id} and made.workspace_id = old.workspace_id and made.id = ${made}`.execute(change.db);
  await sql`update evidence set about_id = ${id} where workspace_id = ${w} and about = ${ABOUT[table]} and about_id = ${made}`.execute(
    change.db,
  );
  await sql`delete from ${sql.table(table)} where workspace_id = ${w} and id = ${made}`.execute(change.db);
  if (table === 'needs') await fitIn(change, id);
}

/** Mended to be less deep than what it hangs under, or deeper than what hangs under it, it hangs on its own. */
async function fitIn(change: Change, id: string): Promise<void> {
  await sql`update needs n set parent_id = null from needs p where n.workspace_id = ${change.workspaceId} and p.workspace_id = n.workspace_id
    and p.id = n.parent_id and p.depth > n.depth and (n.id = ${id} or p.id = ${id})`.execute(change.db);
}

/** It is another person's now: what hung together is cut, and what the first one confirmed says nothing of the second. */
async function standAlone(change: Change, { table, id }: Became): Promise<void> {
  if (table === 'beliefs') await settleClosed(change, [id]);
  if (table !== 'needs') return;
  const w = change.workspaceId;
  await sql`update needs n set parent_id = (select above.parent_id from needs above where above.workspace_id = ${w} and above.id = ${id})
    where n.workspace_id = ${w} and n.parent_id = ${id}`.execute(change.db);
  await sql`update needs set parent_id = null where workspace_id = ${w} and id = ${id}`.execute(change.db);
  await settleUnderstood(change, [id]);
}
