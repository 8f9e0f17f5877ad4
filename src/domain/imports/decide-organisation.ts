import { sql } from 'kysely';
import type { ImportReason } from '#model/import.ts';
import { organisationKeyOf } from '#model/match.ts';
import { documentOf } from '../statement.ts';
import type { CustomState } from './custom-state.ts';
import { type Decision, decided, keyOfRow, setAside } from './decision.ts';
import { externalIdsOf, keepExternal, keyOfExternal } from './external.ts';
import { addTo } from './insert.ts';
import { imagesOf, type Merging, mergeField, mergeList, merging } from './merge.ts';
import type { OrganisationState } from './organisation-state.ts';
import type { Chunk, Run } from './run.ts';
import { nameAs } from './seen.ts';
import { domainsOf, type StagedOrganisation, type StagedRow } from './staged.ts';
import { mergeCustom, mergeTags, push, together, updateOf } from './words.ts';

export type OrganisationRow = StagedRow<'organisation'>;

export interface OrganisationsLook {
  external: Map<string, string>;
  domains: Map<string, string>;
  named: Map<string, string[]>;
  states: Map<string, OrganisationState>;
}

type Row = Omit<OrganisationState, 'domains' | 'tags' | 'custom' | 'external'> & {
  domains: string[];
  tags: string[];
  custom: (CustomState & { field: string })[];
  external: string[];
};

export async function lookAtOrganisations(chunk: Chunk, rows: OrganisationRow[]): Promise<OrganisationsLook> {
  const { run, place } = chunk;
  const external = await externalIdsOf(chunk, 'organisation', rows);
  const domains = [...new Set(rows.flatMap((row) => domainsOf(row.data)))];
  const keys = [...new Set(rows.map((row) => row.matchKey).filter(Boolean))];
  const ids = [...external.values()];
  const of = (json: string, table: string, join = '') =>
    sql.raw(
      `coalesce((select json_agg(${json}) from ${table} x ${join} where x.workspace_id = o.workspace_id and x.organisation_id = o.id), '[]')`,
    );
  const wanted = sql`o.workspace_id = ${run.workspaceId} and (o.id = any(${ids}::uuid[]) or o.match_key = any(${keys}::text[])
    or o.id in (select d.organisation_id from organisation_domains d where d.workspace_id = ${run.workspaceId} and d.domain = any(${domains}::text[])))`;
  if (!run.dry) await sql`select from organisations o where ${wanted} order by o.id for update`.execute(place.db);
  const found = await documentOf<Row[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', o.id, 'key', o.match_key,
        'columns', json_build_object('name', o.name, 'match_key', o.match_key, 'about', o.about, 'website', o.website, 'phone', o.phone, 'place', o.place, 'country', o.country,
          'industry', o.industry, 'owner_id', o.owner_id, 'parent_id', o.parent_id),
        'domains', ${of('x.domain', 'organisation_domains')},
        'tags', ${of('lower(t.name)', 'taggings', 'join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id')},
        'custom', ${of("json_build_object('id', x.id, 'field', x.field_id, 'text', coalesce(x.text_value, x.number_value::text, x.date_value::text, ''), 'at', x.changed_at, 'by', x.changed_by)", 'custom_values')},
        'external', ${of('x.source || chr(9) || x.object || chr(9) || x.external_id', 'external_ids')}) order by o.id), '[]')
      from organisations o where ${wanted}`,
  );
  const look: OrganisationsLook = { external, domains: new Map(), named: new Map(), states: new Map() };
  for (const row of found ?? []) {
    const custom = new Map(row.custom.map(({ field, ...value }) => [field, value]));
    look.states.set(row.id, { ...row, custom, domains: new Set(row.domains), tags: new Set(row.tags), external: new Set(row.external) });
    for (const domain of row.domains) look.domains.set(domain, row.id);
    if (row.key) nameAs(look.named, row.key, row.id);
  }
  return look;
}

/** What happens to a row of organisations: by id, then web address, then name where no web address speaks against it. */
export function decideOrganisation(chunk: Chunk, look: OrganisationsLook, row: OrganisationRow): Decision {
  const { run } = chunk;
  const domains = domainsOf(row.data);
  const label = (row.data.name || domains[0] || '').replace(/\s+/g, ' ').trim().slice(0, 200);
  const aside = setAside(row, run.leftOut, label);
  if (aside) return aside;
  const why: ImportReason[] = [...(row.data.problems ?? [])];
  if (!label) return decided('fail', { why: [...why, { code: 'row.nameless' }] });
  const id = whichIs(run, look, row, domains);
  const there = id ? stateIn(run, look, id) : undefined;
  const state = there ?? newState(run.id(), row.matchKey);
  const takesFile = run.takesFile || run.filesWord.has(keyOfRow(row));
  const merge = merging(state.columns, { takesFile, isNew: !there, cells: run.cells });
  const made = mergeAll({ chunk, look, row, state, merge, label, domains });
  const where = row.data.place ?? '';
  const common = { rowId: state.id, label, where, cells: merge.cells ?? [], why };
  if (typeof merge.next.name === 'string') merge.next.match_key = organisationKeyOf(merge.next.name);
  const images = imagesOf(merge);
  state.columns = { ...state.columns, ...merge.next };
  if (!there) {
    addTo(chunk.inserts, 'organisations', {
      id: state.id,
      place: '',
      ...merge.next,
      match_key: state.key,
      created_at: run.at,
      created_by: run.member.id,
    });
    meetNew(run, state, label);
  }
  meet(run, row, state);
  if (!there) return decided('create', { ...common, made: outliving(made.made), after: merge.next });
  if (merge.changed.length === 0) return decided('same', common);
  if (Object.keys(merge.next).length > 0 && !run.dry) {
    updateOf(chunk, 'organisations', state.id, merge.next);
  }
  why.push({ code: 'changes', params: { fields: [...new Set(merge.changed)].join(', ') } });
  const { before, after } = made.changed;
  const values = Object.keys(before).length > 0;
  return decided('update', {
    ...{ ...common, made: made.made, before: { organisations: images.before, ...(values && { custom_values: before }) } },
    after: { organisations: images.after, ...(values && { custom_values: after }) },
  });
}

function newState(id: string, key: string): OrganisationState {
  return { id, key, columns: {}, domains: new Set(), tags: new Set(), custom: new Map(), external: new Set() };
}

function stateIn(run: Run, look: OrganisationsLook, id: string): OrganisationState | undefined {
  return look.states.get(id) ?? run.seen.organisations.get(id);
}

function whichIs(run: Run, look: OrganisationsLook, row: OrganisationRow, domains: string[]): string | null {
  const { ids, named } = run.seen;
  const there = (id: string | undefined): id is string => id !== undefined && stateIn(run, look, id) !== undefined;
  const key = keyOfExternal(row);
  const known = row.externalId === null ? undefined : (look.external.get(key) ?? ids.get(`organisation X ${key}`));
  if (there(known)) return known;
  for (const domain of domains) {
    const owner = look.domains.get(domain) ?? ids.get(`organisation d ${domain}`);
    if (there(owner)) return owner;
  }
  if (!row.matchKey) return null;
  const called = new Set([...(look.named.get(row.matchKey) ?? []), ...(named.get(`organisation ${row.matchKey}`) ?? [])]);
  const fits = [...called].filter((id) => {
    const state = stateIn(run, look, id);
    return state && (domains.length === 0 || state.domains.size === 0 || domains.some((domain) => state.domains.has(domain)));
  });
  return fits.length === 1 || row.externalId === null ? (fits[0] ?? null) : null;
}

interface MergedOrganisation {
  chunk: Chunk;
  look: OrganisationsLook;
  row: OrganisationRow;
  state: OrganisationState;
  merge: Merging;
  label: string;
  domains: string[];
}

function mergeAll({ chunk, look, row, state, merge, label, domains }: MergedOrganisation) {
  const { run } = chunk;
  const { data } = row;
  mergeColumns(run, merge, data, label);
  const free = domains.filter(
    (domain) => (look.domains.get(domain) ?? run.seen.ids.get(`organisation d ${domain}`) ?? state.id) === state.id,
  );
  const own: Record<string, string[]> = {};
  const now = [...state.domains];
  for (const domain of mergeList(merge, { field: 'domains', file: free, has: (one) => state.domains.has(one), shown: (one) => one, now })) {
    const id = run.id();
    state.domains.add(domain);
    addTo(chunk.inserts, 'organisation_domains', { id, organisation_id: state.id, domain, created_at: run.at });
    push(own, 'organisation_domains', id);
  }
  const tags = mergeTags(chunk, merge, 'organisation', state.id, { tags: data.tags ?? [], now: state.tags });
  const custom = mergeCustom(chunk, merge, 'organisation', state.id, { custom: data.custom ?? [], now: state.custom });
  const key = keyOfExternal(row);
  if (row.externalId !== null && !state.external.has(key)) {
    state.external.add(key);
    push(own, 'external_ids', keepExternal(chunk, 'organisation', row, state.id));
    merge.changed.push('external');
  }
  return { made: together(own, tags, custom.made), changed: custom.changed };
}

function mergeColumns(run: Run, merge: Merging, data: StagedOrganisation, label: string): void {
  const text = (field: string, column: string, value: string | undefined, most: number) =>
    mergeField(merge, { field, column, file: value?.trim().slice(0, most) });
  text('name', 'name', label, 200);
  text('about', 'about', data.about, 20_000);
  text('website', 'website', data.website, 2000);
  text('phone', 'phone', data.phone, 60);
  text('place', 'place', data.place, 200);
  text('country', 'country', data.country, 200);
  text('industry', 'industry', data.industry, 200);
  const owner = run.owner(data.owner ?? '');
  mergeField(merge, { field: 'owner', column: 'owner_id', file: owner, shown: (id) => run.memberName(id as string | null) });
}

const GOES = new Set(['organisation_domains', 'taggings', 'custom_values', 'external_ids']);
function outliving(made: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(made).filter(([table]) => !GOES.has(table)));
}

function meetNew(run: Run, state: OrganisationState, label: string): void {
  run.seen.organisations.set(state.id, state);
  if (state.key) nameAs(run.seen.named, `organisation ${state.key}`, state.id);
  run.seen.names.set(state.id, label);
}

function meet(run: Run, row: OrganisationRow, state: OrganisationState): void {
  for (const domain of state.domains) run.seen.ids.set(`organisation d ${domain}`, state.id);
  if (row.externalId === null) return;
  run.seen.ids.set(`organisation X ${keyOfExternal(row)}`, state.id);
}
