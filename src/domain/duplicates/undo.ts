import { sql } from 'kysely';
import { UNDO_DAYS } from '#model/merge.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { documentOf, firstOf, known } from '../statement.ts';
import { type Images, putBack } from './images.ts';
import { PERSON_REFERENCES } from './references.ts';

interface MergeRow {
  keptId: string;
  goneId: string;
  mergedAt: string;
  undoneAt: string | null;
  before: Images;
}

/** How it went: what was changed since and stays as it is, by column of the person or by table; how much was added since and stays with the one that was kept. */
export interface Undone {
  keptId: string;
  goneId: string;
  changedSince: string[];
  addedSince: number;
}

/**
 * Bring both back as they were. What was changed or added since stays with the one that was kept, because it cannot be told whose it is. Twice is once.
 * @throws Refusal `missing.merge`, `merge.too-late`, `conflict.merged-since`.
 */
export function undoMerge(scope: Scope, id: string): Promise<Undone> {
  return againWhenRaced(scope, () => wholly(scope, (change) => undoOnce(change, id)));
}

async function undoOnce(change: Change, id: string): Promise<Undone> {
  const merge = await documentOf<MergeRow>(
    change.db,
    sql`select json_build_object('keptId', m.kept_id, 'goneId', m.gone_id, 'mergedAt', m.merged_at, 'undoneAt', m.undone_at, 'before', m.before)
      from merges m where m.workspace_id = ${change.workspaceId} and m.id = ${id} for update`,
  );
  const kept = merge && (await keptOf(change, merge.keptId));
  if (!merge || (!kept && (await isUnknown(change, merge.keptId)))) throw new Refusal('missing.merge', 'There is nothing to take back.');
  const { keptId, goneId } = merge;
  if (merge.undoneAt) return { keptId, goneId, changedSince: [], addedSince: 0 };
  if (Date.parse(change.now) - Date.parse(merge.mergedAt) > UNDO_DAYS * 86_400_000)
    throw new Refusal('merge.too-late', 'That was more than seven days ago. It can no longer be taken back.');
  if (!kept) throw new Refusal('conflict.merged-since', 'They have become one with somebody else since. Take that back first.');
  const addedSince = await countSince(change, merge);
  const since = await putBack(change, merge.before, { kept: keptId, gone: goneId });
  await sql`update merges set undone_at = ${change.now}, undone_by = ${change.member.id} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(
    change.db,
  );
  const changedSince = [...new Set(since.flatMap(({ table, columns }) => (table === 'people' ? columns : [table])))];
  await recount(change, kept, [keptId, goneId]);
  await refreshPeople(change, [keptId, goneId]);
  await remember(change, { action: 'person.unmerged', about: 'person', id: keptId, detail: { merge: id, gone: goneId } });
  return { keptId, goneId, changedSince, addedSince };
}

async function keptOf(change: Change, id: string): Promise<{ privateTo: string | null } | null> {
  return firstOf(
    change.db,
    sql<{ privateTo: string | null }>`select p.private_to from people p where p.workspace_id = ${change.workspaceId} and p.id = ${id}
      and ${known(change, 'p')} for update`,
  );
}

/** Somebody is there, but not for this member to know of. */
async function isUnknown(change: Change, id: string): Promise<boolean> {
  const there = await firstOf(change.db, sql`select from people where workspace_id = ${change.workspaceId} and id = ${id}`);
  return there !== null;
}

/** How many of the two all members know of now, against before. */
async function recount(change: Change, kept: { privateTo: string | null }, ids: string[]): Promise<void> {
  const now = await firstOf(
    change.db,
    sql<{
      n: number;
    }>`select count(*)::int as n from people where workspace_id = ${change.workspaceId} and id = any(${ids}::uuid[]) and private_to is null`,
  );
  await countPeople(change, (now?.n ?? 0) - (kept.privateTo === null ? 1 : 0));
}

const DATED = new Set([
  'affiliations',
  'attachments',
  'beliefs',
  'deal_people',
  'deeds',
  'needs',
  'person_addresses',
  'person_dates',
  'person_emails',
  'person_links',
  'person_phones',
  'promises',
  'tasks',
  'taggings',
  'ties',
  'traits',
]);

/** What came to the one that was kept after the two were one. */
async function countSince(change: Change, { keptId, mergedAt, before }: MergeRow): Promise<number> {
  const moved = before.moved.flatMap(({ ids }) => ids);
  const counts = PERSON_REFERENCES.filter(({ table }) => DATED.has(table)).map(
    ({ table, column }) => sql`(select count(*) from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId}
      and ${sql.ref(`x.${column}`)} = ${keptId} and x.created_at > ${mergedAt}::timestamptz and x.id <> all(${moved}::uuid[]))`,
  );
  const found = await firstOf(change.db, sql<{ n: number }>`select (${sql.join(counts, sql` + `)})::int as n`);
  return found?.n ?? 0;
}
