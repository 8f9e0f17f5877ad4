import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Place } from '#model/need.ts';
import { isForest, merged } from '#model/need-places.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { documentOf, firstOf, rowsOf } from '../statement.ts';
import { isForAll, lockNeed, type NeedRow, placesOf, putPlaces } from './lock.ts';
import { settleUnderstood } from './understood.ts';

/** What went from one need to the other, by ids, so that it can go back. */
interface Joined {
  id: string;
  into: string;
  evidence: string[];
  findings: string[];
  confirmations: string[];
  sayBackNeeds: string[];
  places: Place[];
  /** What the one that stays had not said of itself. */
  lacked: { statement: boolean; element: boolean; mustHave: boolean };
}

/**
 * Both were the same need: the first becomes part of the second, with every quote, confirmation and answer. `undo` takes it back.
 * @throws Refusal `missing.need`, `need.circle`, `need.only-yours`.
 */
export function mergeNeeds(scope: Scope, { id, into }: { id: string; into: string }): Promise<{ undo: string }> {
  return wholly(scope, async (change) => {
    const [gone, kept] = [await lockNeed(change, id), await lockNeed(change, into)];
    const all = await placesOf(change, gone.personId);
    const after = gone.personId === kept.personId ? merged(all, { id, into }) : null;
    if (!after) throw new Refusal('need.circle', 'A need cannot hang under itself, nor under another person’s.');
    await refuseHiding(change, gone, kept);
    const places = all.filter((place) => after.some((one) => one.id === place.id));
    await putPlaces(change, after);
    const joined = { id, into, ...(await handOver(change, id, into)), places, lacked: await fillFrom(change, id, into) };
    await sql`update needs set removed_at = ${change.now}, removed_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await settleUnderstood(change, [id, into]);
    return { undo: await rememberJoined(change, joined) };
  });
}

/** What all may read must not go where only one may. */
async function refuseHiding(change: Change, gone: NeedRow, kept: NeedRow): Promise<void> {
  if ((await isForAll(change, gone)) && !(await isForAll(change, kept)))
    throw new Refusal('need.only-yours', 'The one that would stay is for you alone to read. Merge it the other way round.');
}

async function handOver(change: Change, from: string, to: string): Promise<Omit<Joined, 'id' | 'into' | 'places' | 'lacked'>> {
  const w = change.workspaceId;
  const ids = async (moving: ReturnType<typeof sql<{ id: string }>>) => (await rowsOf(change.db, moving)).map((row) => row.id);
  return {
    // The same words behind both stand behind one.
    evidence: await ids(sql<{ id: string }>`update evidence e set about_id = ${to} where e.workspace_id = ${w} and e.about = 'need'
      and e.about_id = ${from} returning e.id`),
    findings: await ids(sql<{ id: string }>`update findings set became = jsonb_set(became, '{id}', to_jsonb(${to}::text))
      where workspace_id = ${w} and became->>'table' = 'needs' and became->>'id' = ${from} returning id`),
    confirmations: await ids(sql<{ id: string }>`update need_confirmations set need_id = ${to}
      where workspace_id = ${w} and need_id = ${from} returning id`),
    sayBackNeeds: await ids(sql<{
      id: string;
    }>`update say_back_needs s set need_id = ${to} where s.workspace_id = ${w} and s.need_id = ${from}
      and not exists (select from say_back_needs o where o.workspace_id = s.workspace_id and o.say_back_id = s.say_back_id and o.need_id = ${to})
      returning s.id`),
  };
}

async function fillFrom(change: Change, from: string, to: string): Promise<Joined['lacked']> {
  const lacked = await firstOf(
    change.db,
    sql<Joined['lacked']>`select n.statement = '' as statement, n.element is null as element, not n.must_have as must_have
      from needs n where n.workspace_id = ${change.workspaceId} and n.id = ${to}`,
  );
  await sql`update needs n set statement = case when n.statement = '' then o.statement else n.statement end,
    element = coalesce(n.element, o.element), must_have = n.must_have or o.must_have
    from needs o where n.workspace_id = ${change.workspaceId} and n.id = ${to} and o.workspace_id = n.workspace_id and o.id = ${from}`.execute(
    change.db,
  );
  return lacked ?? { statement: false, element: false, mustHave: false };
}

async function rememberJoined(change: Change, joined: Joined): Promise<string> {
  const id = uuidv7();
  await sql`insert into audit_events (workspace_id, id, at, member_id, action, subject_kind, subject_id, detail)
    values (${change.workspaceId}, ${id}, ${change.now}, ${change.member.id}, 'need.merged', 'need', ${joined.into},
      ${JSON.stringify({ joined })}::jsonb)`.execute(change.db);
  return id;
}

/**
 * They are two needs after all, each with the words it had. What was said of the one that stayed since then stays with it. Twice is once.
 * @throws Refusal `missing.undo`, `missing.need`, `conflict.ladder`.
 */
export function unmergeNeeds(scope: Scope, undo: string): Promise<void> {
  return wholly(scope, async (change) => {
    const joined = await documentOf<Joined>(
      change.db,
      sql`select detail->'joined' from audit_events where workspace_id = ${change.workspaceId} and id = ${undo} and action = 'need.merged'
        and member_id = ${change.member.id}`,
    );
    if (!joined) throw new Refusal('missing.undo', 'There is nothing to take back.');
    const { id, into, places, lacked } = joined;
    const { personId } = await lockNeed(change, into);
    const back = await firstOf(
      change.db,
      sql<Place>`update needs set removed_at = null, removed_by = null where workspace_id = ${change.workspaceId} and id = ${id}
        and removed_at is not null returning id, parent_id, depth`,
    );
    if (!back) return;
    const all = await placesOf(change, personId);
    const was = new Map(places.map((place) => [place.id, place]));
    if (!isForest(all.map((one) => was.get(one.id) ?? one)))
      throw new Refusal('conflict.ladder', 'Somebody has moved these needs since. Look again.');
    await putPlaces(change, places);
    await handBack(change, joined);
    await sql`update needs set statement = case when ${lacked.statement} then '' else statement end,
      element = case when ${lacked.element} then null else element end, must_have = case when ${lacked.mustHave} then false else must_have end
      where workspace_id = ${change.workspaceId} and id = ${into}`.execute(change.db);
    await settleUnderstood(change, [id, into]);
    await remember(change, { action: 'need.unmerged', about: 'need', id: into });
  });
}

async function handBack(change: Change, { id, into, evidence, findings, confirmations, sayBackNeeds }: Joined): Promise<void> {
  const w = change.workspaceId;
  await sql`update evidence set about_id = ${id} where workspace_id = ${w} and id = any(${evidence}::uuid[]) and about_id = ${into}`.execute(
    change.db,
  );
  await sql`update findings set became = jsonb_set(became, '{id}', to_jsonb(${id}::text)) where workspace_id = ${w}
    and id = any(${findings}::uuid[]) and became->>'id' = ${into}`.execute(change.db);
  await sql`update need_confirmations set need_id = ${id} where workspace_id = ${w} and id = any(${confirmations}::uuid[])
    and need_id = ${into}`.execute(change.db);
  await sql`update say_back_needs set need_id = ${id} where workspace_id = ${w} and id = any(${sayBackNeeds}::uuid[])
    and need_id = ${into}`.execute(change.db);
}

/**
 * These words show another need than the rest: they get one of their own beside it. Merging it back undoes this.
 * @throws Refusal `missing.need`, `need.no-quotes`, `need.nothing-left`.
 */
export function splitNeed(
  scope: Scope,
  { id, findingIds, statement }: { id: string; findingIds: string[]; statement: string },
): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const need = await lockNeed(change, id);
    const behind = await rowsOf(
      change.db,
      sql<{ findingId: string | null }>`select finding_id from evidence where workspace_id = ${change.workspaceId} and about = 'need'
        and about_id = ${id}`,
    );
    const going = behind.filter(({ findingId }) => findingId !== null && findingIds.includes(findingId));
    if (going.length === 0) throw new Refusal('need.no-quotes', 'Choose the words that show another need.');
    if (going.length === behind.length && !need.byHand)
      throw new Refusal('need.nothing-left', 'Leave some words with this need, or reword it instead.');
    const made = uuidv7();
    await sql`insert into needs (workspace_id, id, person_id, parent_id, depth, statement, created_at, created_by)
      values (${change.workspaceId}, ${made}, ${need.personId}, ${need.parentId}, ${need.depth}, ${statement.trim()}, ${change.now},
        ${change.member.id})`.execute(change.db);
    const ids = going.map(({ findingId }) => findingId);
    await sql`update evidence set about_id = ${made} where workspace_id = ${change.workspaceId} and about = 'need' and about_id = ${id}
      and finding_id = any(${ids}::uuid[])`.execute(change.db);
    await sql`update findings set became = jsonb_set(became, '{id}', to_jsonb(${made}::text)) where workspace_id = ${change.workspaceId}
      and id = any(${ids}::uuid[]) and became->>'table' = 'needs' and became->>'id' = ${id}`.execute(change.db);
    await remember(change, { action: 'need.split', about: 'need', id, detail: { quotes: going.length } });
    return { id: made };
  });
}
