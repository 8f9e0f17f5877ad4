import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type Judgement, judge, WORTH_ASKING } from '#model/duplicate.ts';
import type { Place, Reader } from '../scope.ts';
import { betweenOf, type ComparedPerson, comparedOf, type Pair } from './compared.ts';

export interface JudgedPair extends Pair, Judgement {}

/** Judge pairs and keep what is worth asking, as pairs that wait. Who is known to one member alone is compared with nobody else's. */
export async function keepPairs(place: Place, pairs: Pair[]): Promise<JudgedPair[]> {
  const people = await comparedOf(
    place,
    pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  const possible = pairs.flatMap((pair) => {
    const [one, other] = [people.get(pair.oneId), people.get(pair.otherId)];
    return one && other && mayMeet(one, other) ? [{ pair, one, other }] : [];
  });
  if (possible.length === 0) return [];
  const between = await betweenOf(
    place,
    possible.map(({ pair }) => pair),
  );
  // What a member said stays with the pair, and is not judged again: see `writePairs`.
  const judged = possible.map(({ pair, one, other }, i) => ({
    ...pair,
    ...judge(one, other, { together: between[i]?.together ?? null, saidTwo: false }),
  }));
  const worth = judged.filter(({ score }) => score >= WORTH_ASKING);
  await writePairs(place, worth);
  return worth;
}

function mayMeet(one: ComparedPerson, other: ComparedPerson): boolean {
  return one.privateTo === null || other.privateTo === null || one.privateTo === other.privateTo;
}

/** What two records must newly have in common before somebody is asked again who has answered. */
const NEWS = sql`array['mailbox', 'link', 'phone', 'name-and-organisation']`;

async function writePairs(place: Place, pairs: JudgedPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs
    .map(({ oneId, otherId, score, why, against }) => ({
      id: uuidv7(),
      one_id: oneId < otherId ? oneId : otherId,
      other_id: oneId < otherId ? otherId : oneId,
      score,
      why: { for: why, against },
    }))
    .sort((a, b) => (a.one_id + a.other_id < b.one_id + b.other_id ? -1 : 1));
  const once = rows.filter((row, i) => row.one_id !== rows[i - 1]?.one_id || row.other_id !== rows[i - 1]?.other_id);
  const unlessNew = (column: 'two_at' | 'two_by' | 'later_at' | 'later_by') => sql`case when exists (
      select from jsonb_array_elements(excluded.why->'for') n where n->>'code' = any(${NEWS}) and not exists (
        select from jsonb_array_elements(d.why->'for') o where o->>'code' = n->>'code'))
    then null else d.${sql.raw(column)} end`;
  await sql`insert into duplicate_pairs as d (workspace_id, id, one_id, other_id, score, why, found_at)
    select ${place.workspaceId}::uuid, n.id, n.one_id, n.other_id, n.score, n.why, ${place.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(once)}::jsonb) as n(id uuid, one_id uuid, other_id uuid, score real, why jsonb)
    where (select count(*) from people p where p.workspace_id = ${place.workspaceId} and p.id in (n.one_id, n.other_id)) = 2
    on conflict (workspace_id, one_id, other_id) do update set score = excluded.score, why = excluded.why, found_at = excluded.found_at,
      two_at = ${unlessNew('two_at')}, two_by = ${unlessNew('two_by')}, later_at = ${unlessNew('later_at')}, later_by = ${unlessNew('later_by')}`.execute(
    place.db,
  );
}

/** Pairs of which this member may know both: `table` is the alias of a row of duplicate_pairs. The few whom only another knows are an index of their own. */
export function mayKnowBoth({ workspaceId, member }: Reader, table: string): RawBuilder<boolean> {
  const d = sql.raw(table);
  return sql<boolean>`not exists (select from people q where q.workspace_id = ${workspaceId} and q.private_to is not null
    and q.private_to <> ${member.id}::uuid and q.id in (${d}.one_id, ${d}.other_id))`;
}

/** Beyond so many they are not counted: one page of the list shows more than anybody decides in a day. */
const ENOUGH = 100;

/** How many pairs wait for this member, at most a hundred: one piece of an index. */
export function pairsWaiting(reader: Reader): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select from duplicate_pairs d where d.workspace_id = ${reader.workspaceId} and d.two_at is null
    and d.later_at is null and ${mayKnowBoth(reader, 'd')} limit ${ENOUGH}) d)`;
}
