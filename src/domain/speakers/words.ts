import { sql } from 'kysely';
import { type Became, become, unbecome } from '../findings/become.ts';
import { lockFinding } from '../findings/view.ts';
import type { Change } from '../scope.ts';
import { documentOf, firstOf, rowsOf } from '../statement.ts';
import type { Who } from './name.ts';

/** What a mend did to what had been confirmed, as far as it needs to be taken back by. Ids and times, never the words. */
export interface Shifted {
  moved: number;
  takenBack: TakenBack[];
  /** To whom these promises were owed before. */
  owed: { id: string; toPersonId: string | null; toMemberId: string | null }[];
  /** Which need hung below which. */
  parents: { id: string; parentId: string }[];
}

interface TakenBack {
  id: string;
  confirmedAt: string;
  confirmedBy: string;
  editedAt: string | null;
  editedBy: string | null;
  became: Became | null;
  /** When and by whom the row was made, kept, healed or closed. */
  facts: Record<string, string | null>;
}

interface Confirmed extends Omit<TakenBack, 'facts'> {
  conversationId: string;
}

/**
 * The words of these speakers are another's: what was confirmed from them goes along with its evidence, from one person to another, and promises
 * to a member too. What cannot go along (docs/decisions/010) waits as a suggestion again.
 */
export async function shiftWords(change: Change, speakers: { id: string; conversationId: string }[], way: Way): Promise<Shifted> {
  const ids = speakers.map((speaker) => speaker.id);
  const confirmed = await confirmedOf(change, ids);
  const going = confirmed.filter((one) => goesAlong(one, way));
  const staying = confirmed.filter((one) => !goesAlong(one, way));
  const owed = await oweTo(change, speakers, way);
  const parents = await untie(change, confirmed);
  await giveTo(change, going, way.to);
  await giveByHand(change, speakers, way);
  const takenBack: TakenBack[] = [];
  for (const one of staying) takenBack.push(await takeBack(change, one));
  return { moved: going.length, takenBack, owed, parents };
}

interface Way {
  from: Who;
  to: Who;
}

function goesAlong({ became }: Confirmed, { from, to }: Way): boolean {
  if (!to.personId && !to.memberId) return false;
  if (became) return became.table === 'promises' || to.personId !== null;
  // No row stands for it: it was confirmed as one of theirs, or as one of ours.
  return !(from.personId && to.memberId) && !(from.memberId && to.personId);
}

async function confirmedOf(change: Change, speakerIds: string[]): Promise<Confirmed[]> {
  return rowsOf(
    change.db,
    sql<Confirmed>`select id, conversation_id, confirmed_at, confirmed_by, edited_at, edited_by, became from findings
      where workspace_id = ${change.workspaceId} and speaker_id = any(${speakerIds}::uuid[]) and confirmed_at is not null order by id for update`,
  );
}

function rowsIn(confirmed: Confirmed[], table: Became['table']): string[] {
  return confirmed.flatMap(({ became }) => (became?.table === table ? [became.id] : []));
}

async function giveTo(change: Change, going: Confirmed[], to: Who): Promise<void> {
  const { db, workspaceId } = change;
  for (const table of ['needs', 'traits', 'beliefs'] as const)
    await sql`update ${sql.table(table)} set person_id = ${to.personId}
      where workspace_id = ${workspaceId} and id = any(${rowsIn(going, table)}::uuid[])`.execute(db);
  await sql`update promises set by_person_id = ${to.personId}, by_member_id = ${to.memberId}
    where workspace_id = ${workspaceId} and id = any(${rowsIn(going, 'promises')}::uuid[])`.execute(db);
}

/** What they promised in a talk that was logged by hand: no finding stands behind it, only the line. */
async function giveByHand(change: Change, speakers: { conversationId: string }[], { from, to }: Way): Promise<void> {
  if (!to.personId && !to.memberId) return;
  await sql`update promises p set by_person_id = ${to.personId}, by_member_id = ${to.memberId}
    where p.workspace_id = ${change.workspaceId} and ${isParty('by', from)} and p.id in (select e.about_id from evidence e
      join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
      where e.workspace_id = p.workspace_id and e.about = 'promise' and e.finding_id is null
        and t.conversation_id = any(${speakers.map((one) => one.conversationId)}::uuid[]))`.execute(change.db);
}

function isParty(part: 'by' | 'to', { personId, memberId }: Who) {
  const column = sql.raw(`p.${part}_${personId ? 'person' : 'member'}_id`);
  return sql<boolean>`${column} = ${personId ?? memberId}::uuid`;
}

/** What was promised to them there is owed to the right one; to nobody in particular when that would be whoever promised it. */
async function oweTo(change: Change, speakers: { id: string; conversationId: string }[], { from, to }: Way): Promise<Shifted['owed']> {
  if (!from.personId && !from.memberId) return [];
  const { workspaceId } = change;
  const ids = speakers.map((speaker) => speaker.id);
  const owed = await rowsOf(
    change.db,
    sql<Shifted['owed'][number]>`select p.id, p.to_person_id, p.to_member_id from promises p
      where p.workspace_id = ${workspaceId} and ${isParty('to', from)} and exists (select from evidence e
        join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
        where e.workspace_id = p.workspace_id and e.about = 'promise' and e.about_id = p.id
          and t.conversation_id = any(${speakers.map((one) => one.conversationId)}::uuid[])
          and not exists (select from speakers o where o.workspace_id = t.workspace_id and o.conversation_id = t.conversation_id
            and o.id <> all(${ids}::uuid[]) and o.person_id is not distinct from ${from.personId}::uuid
            and o.member_id is not distinct from ${from.memberId}::uuid))
      order by p.id for update`,
  );
  await sql`update promises set
      to_person_id = case when by_person_id = ${to.personId}::uuid then null else ${to.personId}::uuid end,
      to_member_id = case when by_member_id = ${to.memberId}::uuid then null else ${to.memberId}::uuid end
    where workspace_id = ${workspaceId} and id = any(${owed.map(({ id }) => id)}::uuid[])`.execute(change.db);
  return owed;
}

/** A need hangs below another of the same person: between what goes and what stays the thread is cut. */
async function untie(change: Change, confirmed: Confirmed[]): Promise<Shifted['parents']> {
  const ids = rowsIn(confirmed, 'needs');
  return rowsOf(
    change.db,
    sql<{ id: string; parentId: string }>`
      with cut as (select id, parent_id from needs where workspace_id = ${change.workspaceId} and parent_id is not null
        and (id = any(${ids}::uuid[])) is distinct from (parent_id = any(${ids}::uuid[])))
      update needs n set parent_id = null from cut where n.workspace_id = ${change.workspaceId} and n.id = cut.id returning cut.id, cut.parent_id`,
  );
}

const FACTS = {
  needs: ['created_at', 'created_by', 'understood_at', 'understood_by', 'healed_at', 'healed_by'],
  traits: ['created_at', 'created_by'],
  beliefs: ['created_at', 'created_by', 'closed_at', 'closed_by'],
  promises: ['created_at', 'created_by', 'kept_at', 'kept_by'],
} as const;

async function takeBack(change: Change, one: Confirmed): Promise<TakenBack> {
  const facts = one.became ? await factsOf(change, one.became) : {};
  if (one.became) {
    // What hung below it hangs free, or the row could not go.
    await sql`update needs set parent_id = null where workspace_id = ${change.workspaceId} and parent_id = ${one.became.id}`.execute(
      change.db,
    );
    await unbecome(change, one.became, one.id);
  }
  // Marked as mended by a member: the engine leaves it, however it now hears the one who spoke.
  await sql`update findings set confirmed_at = null, confirmed_by = null, became = null, edited_at = coalesce(edited_at, ${change.now}::timestamptz),
    edited_by = coalesce(edited_by, ${change.member.id}::uuid) where workspace_id = ${change.workspaceId} and id = ${one.id}`.execute(
    change.db,
  );
  const { conversationId, ...kept } = one;
  return { ...kept, facts };
}

async function factsOf(change: Change, { table, id }: Became): Promise<TakenBack['facts']> {
  const row = await documentOf<Record<string, string | null>>(
    change.db,
    sql`select to_jsonb(x) from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and x.id = ${id}`,
  );
  return Object.fromEntries(FACTS[table].map((column) => [column, row?.[column] ?? null]));
}

/** What was taken back stands confirmed again as it did, unless somebody decided on it since. */
export async function confirmAgain(change: Change, takenBack: TakenBack[]): Promise<void> {
  for (const one of takenBack) {
    const open = await firstOf(
      change.db,
      sql<{ id: string }>`select id from findings where workspace_id = ${change.workspaceId} and id = ${one.id}
        and confirmed_at is null and rejected_at is null`,
    );
    if (!open) continue;
    const became = one.became ? await become(change, await lockFinding(change, one.id)) : null;
    if (became) await putFacts(change, became, one.facts);
    await sql`update findings set confirmed_at = ${one.confirmedAt}, confirmed_by = ${one.confirmedBy}, edited_at = ${one.editedAt},
      edited_by = ${one.editedBy}, became = ${became ? JSON.stringify(became) : null}::jsonb
      where workspace_id = ${change.workspaceId} and id = ${one.id}`.execute(change.db);
  }
}

async function putFacts(change: Change, { table, id }: Became, facts: TakenBack['facts']): Promise<void> {
  for (const column of FACTS[table])
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = (${JSON.stringify(facts)}::jsonb->>${column})::${sql.raw(column.endsWith('_at') ? 'timestamptz' : 'uuid')}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
}

/** Promises are owed to whom they were, and needs hang where they hung. */
export async function tieAgain(change: Change, { owed, parents }: Pick<Shifted, 'owed' | 'parents'>): Promise<void> {
  const promises = owed.map((one) => ({ id: one.id, person: one.toPersonId, member: one.toMemberId }));
  await sql`update promises p set to_person_id = o.person, to_member_id = o.member
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as o(id uuid, person uuid, member uuid)
    where p.workspace_id = ${change.workspaceId} and p.id = o.id`.execute(change.db);
  const needs = parents.map((one) => ({ id: one.id, parent: one.parentId }));
  await sql`update needs n set parent_id = o.parent from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as o(id uuid, parent uuid)
    join needs m on m.workspace_id = ${change.workspaceId} and m.id = o.parent
    where n.workspace_id = ${change.workspaceId} and n.id = o.id and n.person_id = m.person_id`.execute(change.db);
}
