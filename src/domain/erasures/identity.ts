import { sql } from 'kysely';
import { matchEmailOf } from '#model/match.ts';
import type { Change } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import type { MarkKind } from './marks.ts';

/** By what somebody can be told. */
export interface Identity {
  /** What is looked for in every text, longest first: addresses, numbers, profiles, whole names. A single given name is everybody's, and stays. */
  traces: string[];
  marks: { kind: MarkKind; value: string }[];
}

interface Found {
  names: string[];
  emails: string[];
  phones: { phone: string; e164: string }[];
  links: { url: string; matchUrl: string }[];
  externals: string[];
}

/** Theirs, and those of everybody who became one with them, by however many steps: what is kept to take things back knows them by these. */
export async function everyIdOf({ db, workspaceId: w }: Change, id: string): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: string }>`with recursive them (id) as (select ${id}::uuid union select m.gone_id from them
        join merges m on m.workspace_id = ${w} and m.kept_id = them.id and m.undone_at is null) select id from them`,
  );
  return rows.map((row) => row.id);
}

/** Read before anything is taken away; `ids` are those of `everyIdOf`. */
export async function identityOf({ db, workspaceId: w }: Change, id: string, ids: string[]): Promise<Identity> {
  const found = await firstOf(
    db,
    sql<Found>`select
      (select array_remove(array[p.name, nullif(concat_ws(' ', nullif(p.given_name, ''), nullif(p.family_name, '')), '')], null) from people p where p.workspace_id = ${w} and p.id = ${id})
        || coalesce((select array_agg(distinct s.name) from speakers s where s.workspace_id = ${w} and s.person_id = ${id}), '{}')
        || coalesce((select array_agg((r->>'row')::jsonb->>'name') from merges m, jsonb_array_elements(m.before->'removed') r
          where m.workspace_id = ${w} and m.kept_id = any(${ids}::uuid[]) and m.undone_at is null and r->>'table' = 'people'), '{}') as names,
      coalesce((select array_agg(e.email) from person_emails e where e.workspace_id = ${w} and e.person_id = ${id}), '{}')
        || coalesce((select array_agg(distinct s.email) from speakers s where s.workspace_id = ${w} and s.person_id = ${id} and s.email is not null), '{}') as emails,
      coalesce((select json_agg(json_build_object('phone', e.phone, 'e164', e.e164)) from person_phones e where e.workspace_id = ${w} and e.person_id = ${id}), '[]') as phones,
      coalesce((select json_agg(json_build_object('url', e.url, 'matchUrl', e.match_url)) from person_links e where e.workspace_id = ${w} and e.person_id = ${id}), '[]') as links,
      coalesce((select array_agg(concat_ws(E'\\t', x.source, x.object, x.external_id)) from external_ids x where x.workspace_id = ${w} and x.person_id = ${id}), '{}') as externals`,
  );
  if (!found) throw new Error('a statement without a table always has a row');
  const whole = found.names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => /\S\s+\S/.test(name));
  const numbers = found.phones.flatMap(({ phone, e164 }) => [phone, e164]).filter((number) => number.replace(/\D/g, '').length >= 6);
  const all = new Set([...whole, ...found.emails, ...numbers, ...found.links.flatMap(({ url, matchUrl }) => [url, matchUrl])]);
  const traces = await theirsAlone({ db, workspaceId: w }, id, [...all]);
  return {
    traces: traces.filter((trace) => trace.length >= 5).sort((a, b) => b.length - a.length),
    marks: [
      ...found.emails.map((email) => ({ kind: 'email' as const, value: matchEmailOf(email) })),
      ...found.phones.filter(({ e164 }) => e164).map(({ e164 }) => ({ kind: 'phone' as const, value: e164 })),
      ...found.links.map(({ matchUrl }) => ({ kind: 'link' as const, value: matchUrl })),
      ...found.externals.map((value) => ({ kind: 'external' as const, value })),
    ],
  };
}

/** What somebody else here is called or reached by as well (a name twice, the number of a house) is that one's too, and stays. */
async function theirsAlone({ db, workspaceId: w }: Pick<Change, 'db' | 'workspaceId'>, id: string, traces: string[]): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<{ trace: string }>`select t as trace from unnest(${traces}::text[]) t where not exists (select from people p
        where p.workspace_id = ${w} and p.id <> ${id} and plain_name(p.name) = plain_name(t))
      and not exists (select from person_phones h where h.workspace_id = ${w} and h.person_id <> ${id} and t in (h.phone, h.e164))
      and not exists (select from person_links l where l.workspace_id = ${w} and l.person_id <> ${id} and t in (l.url, l.match_url))
      and not exists (select from organisations o where o.workspace_id = ${w} and t in (o.phone, o.website))`,
  );
  return rows.map((row) => row.trace);
}
