import { sql } from 'kysely';
import { documentOf, known, rowsOf } from '../statement.ts';
import { externalIdsOf, keyOfExternal } from './external.ts';
import { aboutKeyOf } from './person-about.ts';
import type { PersonState } from './person-state.ts';
import { personStates } from './person-states.ts';
import { type Asked, type Resolve, refsOf } from './refs.ts';
import type { Chunk } from './run.ts';
import type { Candidate } from './seen.ts';
import type { PersonRow, StagedPerson } from './staged.ts';

/** All that is known of the people some rows may be, looked up at once. */
export interface PeopleLook {
  /** `source object id` → person. */
  external: Map<string, string>;
  /** Exact address → whose it is; nobody's name for whom this member may not know. */
  addresses: Map<string, { id: string; name: string | null }>;
  /** Address as mailboxes tell them apart → people. */
  emails: Map<string, string>;
  links: Map<string, string>;
  /** Number → who has it. */
  phones: Map<string, Candidate>;
  named: Map<string, Candidate[]>;
  states: Map<string, PersonState>;
  /** Hashes that belong to somebody who was erased. */
  erased: Set<string>;
  /** Notes about them that were brought in before. */
  abouts: Map<string, string>;
  organisation: Resolve;
}

interface Found {
  emails: { email: string; match: string; id: string; name: string | null }[];
  links: { match: string; id: string }[];
  phones: { e164: string; id: string; name: string }[];
  named: (Candidate & { key: string })[];
}

export async function lookAtPeople(chunk: Chunk, rows: PersonRow[]): Promise<PeopleLook> {
  const asked: Asked[] = rows.flatMap((row) => (row.data.organisations ?? []).map((ref) => ({ source: row.source, ref })));
  const organisation = await refsOf(chunk, 'organisation', asked);
  const external = await knownAlone(chunk, await externalIdsOf(chunk, 'person', rows));
  const found = (await documentOf<Found>(chunk.place.db, findAll(chunk, rows))) ?? { emails: [], links: [], phones: [], named: [] };
  const named = new Map<string, Candidate[]>();
  for (const { key, ...one } of found.named) named.set(key, [...(named.get(key) ?? []), one]);
  const byName = rows.flatMap((row) => (isFirm(row) ? [] : (named.get(row.matchKey) ?? []).map(({ id }) => id)));
  const may = found.emails.filter(({ name }) => name !== null);
  const ids = new Set([...external.values(), ...may.map(({ id }) => id), ...found.links.map(({ id }) => id), ...byName]);
  return {
    ...{ external, organisation, named },
    addresses: new Map(found.emails.map(({ email, id, name }) => [email, { id, name }])),
    emails: new Map(may.map(({ match, id }) => [match, id])),
    links: new Map(found.links.map(({ match, id }) => [match, id])),
    phones: new Map(found.phones.map(({ e164, id, name }) => [e164, { id, name, organisations: [], links: [] }])),
    states: await personStates(chunk, [...ids]),
    erased: await erasedAmong(chunk, rows),
    abouts: await externalIdsOf(chunk, 'note', rows.filter((row) => row.data.about).map(aboutKeyOf)),
  };
}

/** The file says who it is by more than a name. */
export function isFirm({ externalId, data }: PersonRow): boolean {
  return externalId !== null || (data.emails ?? []).length > 0;
}

/** Without people who are another member's own. */
async function knownAlone({ place, run }: Chunk, found: Map<string, string>): Promise<Map<string, string>> {
  if (found.size === 0) return found;
  const may = await rowsOf(
    place.db,
    sql<{
      id: string;
    }>`select p.id from people p where p.workspace_id = ${run.workspaceId} and p.id = any(${[...found.values()]}::uuid[]) and ${known(run, 'p')}`,
  );
  const ids = new Set(may.map(({ id }) => id));
  return new Map([...found].filter(([, id]) => ids.has(id)));
}

function findAll({ run }: Chunk, rows: PersonRow[]) {
  const ws = run.workspaceId;
  const of = (pick: (person: StagedPerson) => string[]) => [...new Set(rows.flatMap((row) => pick(row.data)).filter(Boolean))];
  const emails = of(({ emails = [] }) => emails.map(({ email }) => email));
  const matches = of(({ emails = [] }) => emails.map(({ match }) => match));
  const links = of(({ links: urls = [] }) => urls.map(({ match }) => match));
  const phones = of(({ phones: numbers = [] }) => numbers.map(({ e164 }) => e164));
  const keys = [...new Set(rows.map((row) => row.matchKey).filter(Boolean))];
  return sql`select json_build_object(
    'emails', coalesce((select json_agg(json_build_object('email', e.email, 'match', e.match_email, 'id', p.id, 'name', case when ${known(run, 'p')} then p.name end))
      from person_emails e join people p on p.workspace_id = e.workspace_id and p.id = e.person_id
      where e.workspace_id = ${ws} and (e.email = any(${emails}::text[]) or e.match_email = any(${matches}::text[]))), '[]'),
    'links', coalesce((select json_agg(json_build_object('match', l.match_url, 'id', p.id)) from person_links l
      join people p on p.workspace_id = l.workspace_id and p.id = l.person_id and ${known(run, 'p')}
      where l.workspace_id = ${ws} and l.match_url = any(${links}::text[])), '[]'),
    'phones', coalesce((select json_agg(json_build_object('e164', h.e164, 'id', p.id, 'name', p.name) order by p.id) from person_phones h
      join people p on p.workspace_id = h.workspace_id and p.id = h.person_id and ${known(run, 'p')}
      where h.workspace_id = ${ws} and h.e164 <> '' and h.e164 = any(${phones}::text[])), '[]'),
    'named', coalesce((select json_agg(json_build_object('key', p.match_key, 'id', p.id, 'name', p.name,
        'organisations', coalesce((select json_agg(a.organisation_id) from affiliations a where a.workspace_id = p.workspace_id and a.person_id = p.id), '[]'),
        'links', coalesce((select json_agg(l.match_url) from person_links l where l.workspace_id = p.workspace_id and l.person_id = p.id), '[]')) order by p.id)
      from people p where p.workspace_id = ${ws} and p.match_key = any(${keys}::text[]) and ${known(run, 'p')}), '[]'))`;
}

export function marksOf(run: Chunk['run'], row: PersonRow): string[] {
  const { mark } = run;
  if (!mark) return [];
  const { emails = [], phones = [], links = [] } = row.data;
  return [
    ...emails.map(({ match }) => mark('email', match)),
    ...phones.filter(({ e164 }) => e164).map(({ e164 }) => mark('phone', e164)),
    ...links.map(({ match }) => mark('link', match)),
    ...(row.externalId ? [mark('external', keyOfExternal(row))] : []),
  ];
}

async function erasedAmong(chunk: Chunk, rows: PersonRow[]): Promise<Set<string>> {
  const marks = rows.flatMap((row) => marksOf(chunk.run, row));
  if (marks.length === 0) return new Set();
  const found = await rowsOf(
    chunk.place.db,
    sql<{ mark: string }>`select mark from erased_marks where workspace_id = ${chunk.run.workspaceId} and mark = any(${marks}::text[])`,
  );
  return new Set(found.map(({ mark }) => mark));
}
