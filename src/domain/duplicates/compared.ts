import { type RawBuilder, sql } from 'kysely';
import type { Between, Compared } from '#model/duplicate.ts';
import type { Place } from '../scope.ts';
import { documentOf } from '../statement.ts';

/** Somebody as they are compared; whose alone they are, if anybody's. */
export interface ComparedPerson extends Compared {
  id: string;
  privateTo: string | null;
}

export interface Pair {
  oneId: string;
  otherId: string;
}

/** What is compared of these people; who is not here any more is not among them. */
export async function comparedOf(place: Place, ids: string[]): Promise<Map<string, ComparedPerson>> {
  const w = place.workspaceId;
  const texts = (column: string, table: string, more: string = '') =>
    sql`(select coalesce(json_agg(x.${sql.raw(column)}), '[]') from ${sql.raw(table)} x where x.workspace_id = ${w} and x.person_id = p.id ${sql.raw(more)})`;
  const people = await documentOf<ComparedPerson[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'privateTo', p.private_to,
        'emails', ${texts('email', 'person_emails')}, 'phones', ${texts('e164', 'person_phones', "and x.e164 <> ''")},
        'links', ${texts('match_url', 'person_links')},
        'organisations', (select coalesce(json_agg(json_build_object('key', o.match_key, 'name', o.name)), '[]') from affiliations a
          join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id where a.workspace_id = ${w} and a.person_id = p.id),
        'birthdays', (select coalesce(json_agg(json_build_object('month', d.month, 'day', d.day, 'year', d.year)), '[]') from person_dates d
          where d.workspace_id = ${w} and d.person_id = p.id and d.kind = 'birthday'))), '[]')
      from people p where p.workspace_id = ${w} and p.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map((people ?? []).map((person) => [person.id, person]));
}

/**
 * What happened between each of these pairs, in their order: of conversations only those that the whole workspace may read, because what is found here is
 * shown to all.
 */
export async function betweenOf(place: Place, pairs: Pair[]): Promise<Between[]> {
  const ids = (pick: (pair: Pair) => string): RawBuilder<string[]> => sql`${pairs.map(pick)}::uuid[]`;
  const found = await documentOf<Between[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('saidTwo', coalesce(d.two_at is not null, false), 'together', (
        select case when bool_or(c.kind <> 'email') then 'spoke' when count(*) > 0 then 'wrote' end
        from speakers a join speakers b on b.workspace_id = a.workspace_id and b.conversation_id = a.conversation_id and b.person_id = q.other and b.turns > 0
        join conversations c on c.workspace_id = a.workspace_id and c.id = a.conversation_id and c.removed_at is null and c.private_to is null
        where a.workspace_id = ${place.workspaceId} and a.person_id = q.one and a.turns > 0)) order by q.i), '[]')
      from unnest(${ids((pair) => pair.oneId)}, ${ids((pair) => pair.otherId)}) with ordinality as q(one, other, i)
      left join duplicate_pairs d on d.workspace_id = ${place.workspaceId} and d.one_id = least(q.one, q.other) and d.other_id = greatest(q.one, q.other)`,
  );
  return found ?? [];
}
