import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Taking } from '#model/merge.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { changeRow, type Images, moveRows, removeRows } from './images.ts';
import { PERSON_REFERENCES, type PersonReference } from './references.ts';

export interface Two {
  kept: string;
  gone: string;
}

/** Everything that speaks of the one that goes speaks of the one that stays; what both have is there once. */
export async function uniteRows(change: Change, images: Images, two: Two, taking: Taking): Promise<void> {
  await dropTiesBetween(change, images, two);
  await chooseCustom(change, images, two, taking.takeCustom);
  await chooseBirthday(change, images, two, taking.take.includes('birthday'));
  await dropSamePhones(change, images, two);
  await order(change, images, 'person_phones', two, taking.take.includes('phone'));
  await order(change, images, 'person_emails', two, false);
  for (const reference of PERSON_REFERENCES) {
    await dropTwice(change, images, reference, two);
    await moveRows(change, images, { ...reference, from: two.gone, to: two.kept });
  }
  await movePairs(change, images, two);
}

/** Nobody is tied to themselves. */
async function dropTiesBetween(change: Change, images: Images, { kept, gone }: Two): Promise<void> {
  await removeRows(
    change,
    images,
    'ties',
    sql`((x.from_id = ${kept} and x.to_id = ${gone}) or (x.from_id = ${gone} and x.to_id = ${kept}))`,
  );
}

async function chooseCustom(change: Change, images: Images, { kept, gone }: Two, fieldIds: string[]): Promise<void> {
  if (fieldIds.length === 0) return;
  await removeRows(
    change,
    images,
    'custom_values',
    sql`x.person_id = ${kept} and x.field_id = any(${fieldIds}::uuid[]) and exists (select from custom_values g
      where g.workspace_id = x.workspace_id and g.person_id = ${gone} and g.field_id = x.field_id)`,
  );
}

/** Nobody is born twice. */
async function chooseBirthday(change: Change, images: Images, { kept, gone }: Two, takeGone: boolean): Promise<void> {
  const [loser, winner] = takeGone ? [kept, gone] : [gone, kept];
  const born = (id: string, alias: string) => sql`${sql.ref(`${alias}.person_id`)} = ${id} and ${sql.ref(`${alias}.kind`)} = 'birthday'`;
  await removeRows(
    change,
    images,
    'person_dates',
    sql`${born(loser, 'x')} and exists (select from person_dates w where w.workspace_id = x.workspace_id and ${born(winner, 'w')})`,
  );
}

async function dropSamePhones(change: Change, images: Images, { kept, gone }: Two): Promise<void> {
  await removeRows(
    change,
    images,
    'person_phones',
    sql`x.person_id = ${gone} and exists (select from person_phones k where k.workspace_id = x.workspace_id and k.person_id = ${kept}
      and ((k.e164 <> '' and k.e164 = x.e164) or k.phone = x.phone))`,
  );
}

/** One order for both: first the ones of whoever stays, or first the others. */
async function order(change: Change, images: Images, table: 'person_phones' | 'person_emails', { kept, gone }: Two, goneFirst: boolean) {
  const first = goneFirst ? gone : kept;
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select id from ${sql.table(table)} where workspace_id = ${change.workspaceId} and person_id in (${kept}, ${gone})
      order by person_id <> ${first}, place, created_at, id`,
  );
  for (const [i, { id }] of rows.entries()) await changeRow(change, images, { table, id, set: { place: sql`${i}::int` } });
}

/** Of what both have the one that stays keeps its own, filled in where it was empty. */
async function dropTwice(
  change: Change,
  images: Images,
  { table, column, once, fill }: PersonReference,
  { kept, gone }: Two,
): Promise<void> {
  if (!once) return;
  const ref = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
  const alike = (mine: string, theirs: string) =>
    sql.join(
      once.map((name) => sql`${ref(mine, name)} is not distinct from ${ref(theirs, name)}`),
      sql` and `,
    );
  const both = sql`from ${sql.table(table)} x join ${sql.table(table)} g on g.workspace_id = x.workspace_id and ${ref('g', column)} = ${gone} and ${alike('g', 'x')}`;
  if (fill) {
    const twice = await rowsOf(
      change.db,
      sql<{
        id: string;
        other: string;
      }>`select x.id, g.id as other ${both} where x.workspace_id = ${change.workspaceId} and ${ref('x', column)} = ${kept}`,
    );
    for (const { id, other } of twice) await changeRow(change, images, { table, id, set: filledFrom(change, table, other, fill) });
  }
  await removeRows(
    change,
    images,
    table,
    sql`${ref('x', column)} = ${gone} and exists (select from ${sql.table(table)} k where k.workspace_id = x.workspace_id
      and ${ref('k', column)} = ${kept} and ${alike('k', 'x')})`,
  );
}

function filledFrom(
  { workspaceId }: Change,
  table: string,
  other: string,
  fill: NonNullable<PersonReference['fill']>,
): Record<string, RawBuilder<unknown>> {
  const ways = { empty: emptyFilled, higher: higherOf, both: bothHold };
  return Object.fromEntries(
    Object.entries(fill).map(([column, way]) => {
      const theirs = sql`(select ${sql.ref(`g.${column}`)} from ${sql.table(table)} g where g.workspace_id = ${workspaceId} and g.id = ${other})`;
      return [column, ways[way](sql.ref(`x.${column}`), theirs)];
    }),
  );
}

type Fill = (mine: RawBuilder<unknown>, theirs: RawBuilder<unknown>) => RawBuilder<unknown>;
const emptyFilled: Fill = (mine, theirs) => sql`case when coalesce(${mine}::text, '') = '' then ${theirs} else ${mine} end`;
const higherOf: Fill = (mine, theirs) => sql`greatest(${mine}, ${theirs})`;
const bothHold: Fill = (mine, theirs) => sql`(${mine} and ${theirs})`;

interface PairOfGone {
  id: string;
  third: string;
  here: string | null;
  hereTwo: boolean;
  saidTwo: boolean;
}

/** Whom the one that goes might have been, the one that stays may be now; that somebody said two stays said. */
async function movePairs(change: Change, images: Images, { kept, gone }: Two): Promise<void> {
  const w = change.workspaceId;
  const pairs = await rowsOf(
    change.db,
    sql<PairOfGone>`select d.id, t.third, k.id as here, k.two_at is not null as here_two, d.two_at is not null as said_two
      from duplicate_pairs d
      cross join lateral (select case when d.one_id = ${gone} then d.other_id else d.one_id end as third) t
      left join duplicate_pairs k on k.workspace_id = d.workspace_id and k.one_id = least(t.third, ${kept}::uuid) and k.other_id = greatest(t.third, ${kept}::uuid)
      where d.workspace_id = ${w} and (d.one_id = ${gone} or d.other_id = ${gone}) order by d.id`,
  );
  for (const { id, third, here, hereTwo, saidTwo } of pairs) {
    if (third === kept) continue;
    if (here === null) {
      const added = uuidv7();
      await sql`insert into duplicate_pairs (workspace_id, id, one_id, other_id, score, why, found_at, two_at, two_by, later_at, later_by)
        select workspace_id, ${added}, least(${third}::uuid, ${kept}::uuid), greatest(${third}::uuid, ${kept}::uuid), score, why, found_at, two_at, two_by, later_at, later_by
        from duplicate_pairs where workspace_id = ${w} and id = ${id}`.execute(change.db);
      images.added.push({ table: 'duplicate_pairs', id: added });
    } else if (saidTwo && !hereTwo) {
      const theirs = (column: string) => sql`(select ${sql.ref(column)} from duplicate_pairs where workspace_id = ${w} and id = ${id})`;
      await changeRow(change, images, { table: 'duplicate_pairs', id: here, set: { two_at: theirs('two_at'), two_by: theirs('two_by') } });
    }
  }
  await removeRows(change, images, 'duplicate_pairs', sql`(x.one_id = ${gone} or x.other_id = ${gone})`);
}
