import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { plainName } from '#model/alias.ts';
import { givenOf } from '#model/match.ts';
import type { ChosenField, Taking } from '#model/merge.ts';
import { mayBeShortFor } from '#model/nicknames.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known, rowsOf } from '../statement.ts';
import { changeRow, type Images, noImages, removeRows } from './images.ts';
import { type Two, uniteRows } from './unite.ts';

export interface Merge extends Taking {
  /** Whose record stays, and whose goes into it. */
  keepId: string;
  goneId: string;
}

interface Standing {
  id: string;
  name: string;
  nickname: string;
  privateTo: string | null;
}

/**
 * Make two records one. Everything that spoke of the one that goes speaks of the one that stays; what was there before is kept, so that `undoMerge` brings
 * both back. Whom one of the two was known to alone is known to all when the other was. @throws Refusal `missing.person`, `merge.same`.
 */
export async function mergePeople(scope: Scope, merge: Merge): Promise<{ id: string; keptId: string; name: string }> {
  if (merge.keepId === merge.goneId) throw new Refusal('merge.same', 'That is one record already. Choose two.');
  return againWhenRaced(scope, () => wholly(scope, (change) => mergeTwo(change, merge)));
}

async function mergeTwo(change: Change, { keepId, goneId, ...taking }: Merge): Promise<{ id: string; keptId: string; name: string }> {
  const { kept, gone } = await lockTwo(change, keepId, goneId);
  const two: Two = { kept: kept.id, gone: gone.id };
  const images = noImages();
  await uniteFields(change, images, { kept, gone }, taking.take);
  await uniteRows(change, images, two, taking);
  const alias = await keepOtherName(change, images, { kept, gone }, taking.take.includes('name'));
  await removeRows(change, images, 'people', sql`x.id = ${gone.id}`);
  const id = uuidv7();
  await sql`insert into merges (workspace_id, id, kept_id, gone_id, choices, before, after, merged_at, merged_by)
    values (${change.workspaceId}, ${id}, ${kept.id}, ${gone.id}, ${JSON.stringify(taking)}::jsonb, ${JSON.stringify(images)}::jsonb,
      ${JSON.stringify({ alias })}::jsonb, ${change.now}, ${change.member.id})`.execute(change.db);
  await refreshPeople(change, [kept.id]);
  const detail = { merge: id, gone: gone.id, fields: taking.take };
  await remember(change, { action: 'person.merged', about: 'person', id: kept.id, detail });
  // Late, as all wait for that row: one less where both were known to all; else the one that stays is counted, and was or was not before.
  const all = [kept, gone].filter(({ privateTo }) => privateTo === null).length;
  await countPeople(change, (all > 0 ? 1 : 0) - all);
  return { id, keptId: kept.id, name: taking.take.includes('name') ? gone.name : kept.name };
}

async function lockTwo(change: Change, keepId: string, goneId: string): Promise<{ kept: Standing; gone: Standing }> {
  const rows = await rowsOf(
    change.db,
    sql<Standing>`select p.id, p.name, p.nickname, p.private_to from people p
      where p.workspace_id = ${change.workspaceId} and p.id in (${keepId}, ${goneId}) and ${known(change, 'p')} order by p.id for update`,
  );
  const [kept, gone] = [rows.find(({ id }) => id === keepId), rows.find(({ id }) => id === goneId)];
  if (!kept || !gone) throw new Refusal('missing.person', 'One of them is not here any more.');
  return { kept, gone };
}

/** The columns that are written together, by the field under which one is chosen. */
const COLUMNS: Partial<Record<ChosenField, string[]>> = {
  name: ['name', 'given_name', 'family_name', 'match_key'],
  nickname: ['nickname'],
  roleTitle: ['role_title'],
  pronouns: ['pronouns'],
  livesIn: ['lives_in'],
  owner: ['owner_id'],
  closeness: ['closeness'],
  prefers: ['prefers', 'prefers_note'],
  photo: ['photo_id'],
};

async function uniteFields(
  change: Change,
  images: Images,
  { kept, gone }: { kept: Standing; gone: Standing },
  take: ChosenField[],
): Promise<void> {
  const theirs = (column: string) =>
    sql`(select ${sql.ref(`g.${column}`)} from people g where g.workspace_id = ${change.workspaceId} and g.id = ${gone.id})`;
  const filled = (column: string) => sql`coalesce(nullif(${sql.ref(`x.${column}`)}::text, ''), '') <> ''`;
  const set: Record<string, RawBuilder<unknown>> = {
    // Whoever says no to being contacted has said no.
    do_not_contact_why: sql`case when x.do_not_contact_at is null then ${theirs('do_not_contact_why')} else x.do_not_contact_why end`,
    do_not_contact_by: sql`case when x.do_not_contact_at is null then ${theirs('do_not_contact_by')} else x.do_not_contact_by end`,
    do_not_contact_at: sql`coalesce(x.do_not_contact_at, ${theirs('do_not_contact_at')})`,
    kinds: sql`x.kinds || array(select kind from unnest(${theirs('kinds')}) as k(kind) where kind <> all(x.kinds))`,
    zone: sql`coalesce(x.zone, ${theirs('zone')})`,
    locale: sql`coalesce(x.locale, ${theirs('locale')})`,
    created_at: sql`least(x.created_at, ${theirs('created_at')})`,
    private_to: sql`case when x.private_to is null then null else ${theirs('private_to')} end`,
  };
  for (const [field, columns] of Object.entries(COLUMNS) as [ChosenField, string[]][]) {
    const [first = ''] = columns;
    const taken = sql`coalesce(nullif(${theirs(first)}::text, ''), '') <> ''`;
    const which = take.includes(field) ? taken : sql`not (${filled(first)}) and ${taken}`;
    for (const column of columns) set[column] = sql`case when ${which} then ${theirs(column)} else ${sql.ref(`x.${column}`)} end`;
  }
  await changeRow(change, images, { table: 'people', id: kept.id, set });
  await goByNickname(change, images, { kept, gone }, take.includes('name'));
}

/** "Gracie" of one record is what the Grace of the other goes by, unless another nickname is known. */
async function goByNickname(
  change: Change,
  images: Images,
  { kept, gone }: { kept: Standing; gone: Standing },
  goneName: boolean,
): Promise<void> {
  const [chosen, other] = goneName ? [gone, kept] : [kept, gone];
  if (kept.nickname || gone.nickname || givenOf(chosen.name) === givenOf(other.name)) return;
  if (!mayBeShortFor(givenOf(chosen.name), givenOf(other.name))) return;
  const written = other.name.split(/[\s,]+/).find((word) => givenOf(word) === givenOf(other.name));
  if (written) await changeRow(change, images, { table: 'people', id: kept.id, set: { nickname: sql`${written}` } });
}

/** The name that was not chosen is one they are also called by, unless it means somebody else here. Answers with the row that says so. */
async function keepOtherName(
  change: Change,
  images: Images,
  { kept, gone }: { kept: Standing; gone: Standing },
  goneName: boolean,
): Promise<string | null> {
  const [chosen, other] = goneName ? [gone, kept] : [kept, gone];
  const alias = plainName(other.name);
  if (alias === '' || alias === plainName(chosen.name)) return null;
  const id = uuidv7();
  const added = await firstOf(
    change.db,
    sql<{ id: string }>`insert into aliases (workspace_id, id, alias, person_id, member_id, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${alias}, ${kept.id}, null, ${change.now}, ${change.member.id}) on conflict (workspace_id, alias) do nothing returning id`,
  );
  if (added) images.added.push({ table: 'aliases', id });
  if (added) return id;
  const there = await firstOf(
    change.db,
    sql<{ id: string }>`select id from aliases where workspace_id = ${change.workspaceId} and alias = ${alias} and person_id = ${kept.id}`,
  );
  return there?.id ?? null;
}
