import { sql } from 'kysely';
import { become } from '../findings/become.ts';
import { giveEvidence, takeEvidence } from '../findings/evidence.ts';
import { type Became, isShared, unbecome } from '../findings/unbecome.ts';
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
  const shared = await sharedOf(change, confirmed, way);
  const goes = (one: Confirmed) => goesAlong(one, way) && !shared.has(one.id);
  const going = confirmed.filter(goes);
  const staying = confirmed.filter((one) => !goes(one));
  const owed = await oweTo(change, speakers, way);
  const parents = await untie(
    change,
    confirmed.filter((one) => !shared.has(one.id)),
  );
  await giveTo(change, going, way.to);
  await giveByHand(change, speakers, way);
  await leaveNeeds(change, going);
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

/** What stands on the words of others as well cannot go along with these: they leave it. */
async function sharedOf(change: Change, confirmed: Confirmed[], { from, to }: Way): Promise<Set<string>> {
  const shared = new Set<string>();
  if (!from.personId || from.personId === to.personId) return shared;
  const ids = confirmed.map((one) => one.id);
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select f.id from findings f where f.workspace_id = ${change.workspaceId} and f.id = any(${ids}::uuid[])
      and f.became->>'table' in ('needs', 'beliefs')
      and (exists (select from needs n where n.workspace_id = f.workspace_id and n.id = (f.became->>'id')::uuid and n.by_hand)
        or exists (select from beliefs b where b.workspace_id = f.workspace_id and b.id = (f.became->>'id')::uuid and b.by_hand)
        or exists (select from evidence e where e.workspace_id = f.workspace_id and e.about_id = (f.became->>'id')::uuid
          and (e.finding_id is null or e.finding_id <> all(${ids}::uuid[]))))`,
  );
  for (const { id } of rows) shared.add(id);
  return shared;
}

/** Words that stood behind a need beside what they became: the need is another's, so they do no longer. */
async function leaveNeeds(change: Change, going: Confirmed[]): Promise<void> {
  const beside = going.filter((one) => one.became?.table !== 'needs').map((one) => one.id);
  await sql`delete from evidence where workspace_id = ${change.workspaceId} and about = 'need' and finding_id = any(${beside}::uuid[])`.execute(
    change.db,
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
  traits: ['created_at', 'created_by'],
  promises: ['created_at', 'created_by', 'kept_at', 'kept_by'],
} as const;

async function takeBack(change: Change, one: Confirmed): Promise<TakenBack> {
  const facts = one.became ? await factsOf(change, one.became) : {};
  if (one.became) await leave(change, one.became, one.id);
  else await takeEvidence(change, one.id);
  // Marked as mended by a member: the engine leaves it, however it now hears the one who spoke.
  await sql`update findings set confirmed_at = null, confirmed_by = null, became = null, edited_at = coalesce(edited_at, ${change.now}::timestamptz),
    edited_by = coalesce(edited_by, ${change.member.id}::uuid) where workspace_id = ${change.workspaceId} and id = ${one.id}`.execute(
    change.db,
  );
  const { conversationId, ...kept } = one;
  return { ...kept, facts };
}

/** A need or belief is put away, with all that was said of it and answered: it comes back when the mend is taken back. Other rows go. */
async function leave(change: Change, became: Became, findingId: string): Promise<void> {
  const { table, id } = became;
  if ((table !== 'needs' && table !== 'beliefs') || (await isShared(change, became, findingId))) return unbecome(change, became, findingId);
  await takeEvidence(change, findingId);
  if (table === 'needs')
    await sql`update needs set parent_id = null where workspace_id = ${change.workspaceId} and parent_id = ${id}`.execute(change.db);
  await sql`update ${sql.table(table)} set removed_at = ${change.now}, removed_by = ${change.member.id}
    where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
}

async function factsOf(change: Change, { table, id }: Became): Promise<TakenBack['facts']> {
  if (table === 'needs' || table === 'beliefs') return {};
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
    const became = one.became ? await comeBack(change, one.became, one) : null;
    await sql`update findings set confirmed_at = ${one.confirmedAt}, confirmed_by = ${one.confirmedBy}, edited_at = ${one.editedAt},
      edited_by = ${one.editedBy}, became = ${became ? JSON.stringify(became) : null}::jsonb
      where workspace_id = ${change.workspaceId} and id = ${one.id}`.execute(change.db);
  }
}

/** To the row that was put away or that other words kept, else to one made anew. */
async function comeBack(change: Change, { table, id }: Became, one: TakenBack): Promise<Became | null> {
  const found = await lockFinding(change, one.id);
  if (table === 'needs' || table === 'beliefs') {
    const row = await firstOf(
      change.db,
      sql<{ id: string }>`update ${sql.table(table)} set removed_at = null, removed_by = null where workspace_id = ${change.workspaceId}
        and id = ${id} and person_id = ${found.personId}::uuid returning id`,
    );
    const about = table === 'needs' ? 'need' : 'belief';
    const evidence = { about, aboutId: id, findingId: one.id, turnId: found.turnId, from: found.fromChar, to: found.toChar } as const;
    if (row) await giveEvidence(change, evidence);
    if (row) return { table, id };
  }
  const became = await become(change, found);
  if (became && became.table !== 'needs' && became.table !== 'beliefs')
    await putFacts(change, { ...became, table: became.table }, one.facts);
  return became;
}

async function putFacts(
  change: Change,
  { table, id }: { table: keyof typeof FACTS; id: string },
  facts: TakenBack['facts'],
): Promise<void> {
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
