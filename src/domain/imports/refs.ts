import { type RawBuilder, sql } from 'kysely';
import type { ImportRef } from '#model/import.ts';
import { matchEmailOf, matchKeyOf, matchUrlOf, organisationKeyOf } from '#model/match.ts';
import { documentOf, known } from '../statement.ts';
import { domainOf } from './contact.ts';
import type { Chunk, Run } from './run.ts';

export type Referred = 'organisation' | 'person' | 'deal';
export interface Asked {
  source: string;
  ref: ImportRef;
}
/** Whom or what a file means; a name that two have is nobody. */
type Meant = { id: string; name: string } | 'ambiguous' | null;
export type Resolve = (source: string, ref: ImportRef) => Meant;

interface FoundRef {
  key: string;
  id: string;
  name: string;
}
interface FoundRefs {
  ids: FoundRef[];
  names: FoundRef[];
}

/** Look up all that some rows refer to at once; what the import itself has met and not written is known too. */
export async function refsOf(chunk: Chunk, object: Referred, asked: Asked[]): Promise<Resolve> {
  const { run } = chunk;
  const found = asked.length > 0 ? await lookUp(chunk, object, asked) : { ids: [], names: [] };
  const ids = new Map(found.ids.map((one) => [one.key, one]));
  const names = new Map<string, FoundRef[]>();
  for (const one of found.names) names.set(one.key, [...(names.get(one.key) ?? []), one]);
  return (source, ref) => byId(run, object, { source, ref }, ids) ?? byName(run, object, ref, names);
}

function byId(run: Run, object: Referred, asked: Asked, ids: Map<string, FoundRef>): Meant {
  for (const key of idKeysOf(object, asked)) {
    const seen = key.startsWith('x ') ? seenById(run, object, asked) : run.seen.ids.get(`${object} ${key}`);
    if (seen) return { id: seen, name: run.seen.names.get(seen) ?? asked.ref.name ?? '' };
    const there = ids.get(key);
    if (there) return there;
  }
  return null;
}

function seenById({ objects, seen }: Run, object: Referred, { source, ref }: Asked): string | undefined {
  for (const name of objects.get(`${source} ${object}`) ?? []) {
    const id = seen.ids.get(`${object} X ${source}\t${name}\t${ref.externalId}`);
    if (id) return id;
  }
  return undefined;
}

function byName(run: Run, object: Referred, { name }: ImportRef, names: Map<string, FoundRef[]>): Meant {
  const key = nameKeyOf(object, name);
  if (!name || !key) return null;
  const called = new Map<string, string>();
  for (const one of names.get(key) ?? []) called.set(one.id, one.name);
  const seen = object === 'person' ? (run.seen.people.get(key) ?? []).map(({ id }) => id) : (run.seen.named.get(`${object} ${key}`) ?? []);
  for (const id of seen) called.set(id, run.seen.names.get(id) ?? name);
  if (called.size === 0) return null;
  const [only] = called.size === 1 ? called : [...called].filter(([, other]) => other.toLowerCase() === name.toLowerCase());
  const exact = [...called].filter(([, other]) => other.toLowerCase() === name.toLowerCase()).length;
  if (called.size > 1 && exact !== 1) return 'ambiguous';
  return only ? { id: only[0], name: only[1] } : null;
}

/** The keys by which one record alone can be meant, the surest first. */
function idKeysOf(object: Referred, { source, ref }: Asked): string[] {
  const keys: string[] = [];
  if (ref.externalId) keys.push(`x ${source} ${ref.externalId}`);
  if (object === 'organisation' && ref.domain) keys.push(`d ${domainOf(ref.domain)}`);
  if (object === 'person' && ref.email) keys.push(`e ${matchEmailOf(ref.email)}`);
  if (object === 'person' && ref.url) keys.push(`u ${matchUrlOf(ref.url)}`);
  return keys;
}

function nameKeyOf(object: Referred, name: string | undefined): string {
  if (!name) return '';
  if (object === 'organisation') return organisationKeyOf(name);
  return object === 'person' ? matchKeyOf(name) : name.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 300);
}

const OF = {
  organisation: { table: sql`organisations`, key: sql`x.match_key`, name: sql`x.name`, there: sql`true`, id: sql`e.organisation_id` },
  person: { table: sql`people`, key: sql`x.match_key`, name: sql`x.name`, there: sql`true`, id: sql`e.person_id` },
  deal: { table: sql`deals`, key: sql`plain_name(x.title)`, name: sql`x.title`, there: sql`x.removed_at is null`, id: sql`e.deal_id` },
};

async function lookUp({ place, run }: Chunk, object: Referred, asked: Asked[]): Promise<FoundRefs> {
  const { table, key, name, there, id } = OF[object];
  const mayKnow = object === 'person' ? known(run, 'x') : there;
  const external = externalsOf(run, object, asked);
  const keys = [...new Set(asked.map(({ ref }) => nameKeyOf(object, ref.name)).filter(Boolean))];
  const names =
    object === 'deal'
      ? sql`(select json_build_object('key', k.key, 'id', x.id, 'name', ${name}) from unnest(${keys}::text[]) k(key) join ${table} x
          on x.workspace_id = ${run.workspaceId} and ${key} = plain_name(k.key) and ${mayKnow})`
      : sql`(select json_build_object('key', ${key}, 'id', x.id, 'name', ${name}) from ${table} x
          where x.workspace_id = ${run.workspaceId} and ${key} = any(${keys}::text[]) and ${mayKnow})`;
  const found = await documentOf<FoundRefs>(
    place.db,
    sql`select json_build_object('ids', coalesce((select json_agg(j) from (
        (select json_build_object('key', 'x ' || e.source || ' ' || e.external_id, 'id', x.id, 'name', ${name}) as j from
          (select * from unnest(${external.sources}::text[], ${external.objects}::text[], ${external.ids}::text[]) as u(source, object, external_id)) u
          join external_ids e on e.workspace_id = ${run.workspaceId} and e.source = u.source and e.object = u.object and e.external_id = u.external_id
          join ${table} x on x.workspace_id = e.workspace_id and x.id = ${id} and ${mayKnow})
        ${beside(run, object, asked)}) a), '[]'),
      'names', coalesce((select json_agg(j) from ${names} n(j)), '[]'))`,
  );
  return found ?? { ids: [], names: [] };
}

/** A reference says an id but not what its source calls such records: every name that is known for that kind is asked for. */
function externalsOf(run: Run, object: Referred, asked: Asked[]) {
  const sources: string[] = [];
  const objects: string[] = [];
  const ids: string[] = [];
  const done = new Set<string>();
  for (const { source, ref } of asked) {
    if (!ref.externalId || done.has(`${source} ${ref.externalId}`)) continue;
    done.add(`${source} ${ref.externalId}`);
    for (const name of run.objects.get(`${source} ${object}`) ?? []) {
      sources.push(source);
      objects.push(name);
      ids.push(ref.externalId);
    }
  }
  return { sources, objects, ids };
}

function beside(run: Run, object: Referred, asked: Asked[]): RawBuilder<unknown> {
  if (object === 'organisation') {
    const domains = asked.flatMap(({ ref }) => (ref.domain ? [domainOf(ref.domain)] : []));
    return sql`union all (select json_build_object('key', 'd ' || d.domain, 'id', x.id, 'name', x.name) from organisation_domains d
      join organisations x on x.workspace_id = d.workspace_id and x.id = d.organisation_id
      where d.workspace_id = ${run.workspaceId} and d.domain = any(${domains}::text[]))`;
  }
  if (object === 'deal') return sql``;
  const emails = asked.flatMap(({ ref }) => (ref.email ? [matchEmailOf(ref.email)] : []));
  const urls = asked.flatMap(({ ref }) => (ref.url ? [matchUrlOf(ref.url)] : []));
  return sql`union all (select json_build_object('key', 'e ' || m.match_email, 'id', x.id, 'name', x.name) from person_emails m
      join people x on x.workspace_id = m.workspace_id and x.id = m.person_id and ${known(run, 'x')}
      where m.workspace_id = ${run.workspaceId} and m.match_email = any(${emails}::text[]))
    union all (select json_build_object('key', 'u ' || l.match_url, 'id', x.id, 'name', x.name) from person_links l
      join people x on x.workspace_id = l.workspace_id and x.id = l.person_id and ${known(run, 'x')}
      where l.workspace_id = ${run.workspaceId} and l.match_url = any(${urls}::text[]))`;
}
