import { sql } from 'kysely';
import type { ImportReason } from '#model/import.ts';
import { documentOf } from '../statement.ts';
import type { CustomState } from './custom-state.ts';
import { type DealState, newDealState } from './deal-state.ts';
import { type Decision, decided, keyOfRow, setAside } from './decision.ts';
import { externalIdsOf, keepExternal, keyOfExternal } from './external.ts';
import { addTo } from './insert.ts';
import { imagesOf, type Merging, mergeField, mergeList, merging, sameMoment, sameNumber } from './merge.ts';
import { type Resolve, refsOf } from './refs.ts';
import type { Chunk, Run } from './run.ts';
import { nameAs } from './seen.ts';
import type { StagedDeal, StagedRow } from './staged.ts';
import { stageOf } from './stages.ts';
import { tiedTo } from './tied.ts';
import { mergeCustom, mergeTags, push, together, updateOf } from './words.ts';

export type DealRow = StagedRow<'deal'>;

export interface DealsLook {
  external: Map<string, string>;
  /** Title and organisation → deals. */
  titled: Map<string, string[]>;
  states: Map<string, DealState>;
  organisation: Resolve;
  person: Resolve;
}

interface Row {
  id: string;
  key: string;
  columns: Record<string, unknown>;
  people: string[];
  tags: string[];
  custom: (CustomState & { field: string })[];
  external: string[];
}

export async function lookAtDeals(chunk: Chunk, rows: DealRow[]): Promise<DealsLook> {
  const { run, place } = chunk;
  const asked = (pick: (deal: StagedDeal) => StagedDeal['people']) =>
    rows.flatMap((row) => (pick(row.data) ?? []).map((ref) => ({ source: row.source, ref })));
  const external = await externalIdsOf(chunk, 'deal', rows);
  const titles = [...new Set(rows.map((row) => row.matchKey).filter(Boolean))];
  const of = (json: string, table: string, join = '') =>
    sql.raw(
      `coalesce((select json_agg(${json}) from ${table} x ${join} where x.workspace_id = d.workspace_id and x.deal_id = d.id), '[]')`,
    );
  const wanted = sql`d.workspace_id = ${run.workspaceId} and d.removed_at is null and (d.id = any(${[...external.values()]}::uuid[])
    or plain_name(d.title) = any(array(select plain_name(t) from unnest(${titles}::text[]) t)))`;
  if (!run.dry) await sql`select from deals d where ${wanted} order by d.id for update`.execute(place.db);
  const found = await documentOf<Row[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', d.id, 'key', lower(d.title),
        'columns', json_build_object('title', d.title, 'stage_id', d.stage_id, 'organisation_id', d.organisation_id, 'owner_id', d.owner_id,
          'amount', d.amount, 'currency', d.currency, 'close_on', d.close_on, 'next_step', d.next_step, 'about', d.about, 'won_at', d.won_at,
          'lost_at', d.lost_at, 'ended_why', d.ended_why),
        'people', ${of('x.person_id', 'deal_people')}, 'tags', ${of('lower(t.name)', 'taggings', 'join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id')},
        'custom', ${of("json_build_object('id', x.id, 'field', x.field_id, 'text', coalesce(x.text_value, x.number_value::text, x.date_value::text, ''), 'at', x.changed_at, 'by', x.changed_by)", 'custom_values')},
        'external', ${of('x.source || chr(9) || x.object || chr(9) || x.external_id', 'external_ids')}) order by d.id), '[]')
      from deals d where ${wanted}`,
  );
  const look: DealsLook = {
    ...{ external, titled: new Map(), states: new Map() },
    organisation: await refsOf(
      chunk,
      'organisation',
      asked(({ organisation }) => (organisation ? [organisation] : [])),
    ),
    person: await refsOf(
      chunk,
      'person',
      asked(({ people }) => people),
    ),
  };
  for (const { key, ...row } of found ?? []) {
    const custom = new Map(row.custom.map(({ field, ...value }) => [field, value]));
    look.states.set(row.id, { ...row, custom, people: new Set(row.people), tags: new Set(row.tags), external: new Set(row.external) });
    nameAs(look.titled, titleKey(key, row.columns.organisation_id as string | null), row.id);
  }
  return look;
}

function titleKey(title: string, organisationId: string | null): string {
  return `${title.replace(/\s+/g, ' ').trim().toLowerCase()}\t${organisationId ?? ''}`;
}

/** What happens to a row of deals: by id, else by title and organisation. */
export function decideDeal(chunk: Chunk, look: DealsLook, row: DealRow): Decision {
  const { run } = chunk;
  const { data } = row;
  const label = (data.title ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  const aside = setAside(row, run.leftOut, label);
  if (aside) return aside;
  const why: ImportReason[] = [...(data.problems ?? [])];
  const made: Record<string, string[]> = {};
  const tied = tiedTo(
    chunk,
    look,
    row.source,
    { organisations: data.organisation ? [data.organisation] : [], people: data.people ?? [] },
    { made, why },
  );
  const organisationId = tied.organisations[0] ?? null;
  const id = whichIs(run, look, row, titleKey(label, organisationId));
  const there = id ? (look.states.get(id) ?? run.seen.deals.get(id)) : undefined;
  // Ties of a deal that stands in another file come as a row with its id and no title.
  if (!label && !there) return decided('fail', { why: [...why, { code: 'row.untitled' }] });
  if (id && !there) return decided('same', { rowId: id, label, where: tied.where, why });
  // In a dry run the id says where to read it again.
  const state = there ?? newDealState(run.dry ? `new:${row.file}:${row.row}` : run.id());
  const takesFile = run.takesFile || run.filesWord.has(keyOfRow(row));
  const merge = merging(state.columns, { takesFile, isNew: !there, cells: run.cells });
  mergeColumns(chunk, merge, row, { label, organisationId, made });
  const rest = mergeTies(chunk, merge, row, { state, people: tied.people });
  meet(run, row, state, titleKey(label, organisationId));
  const common = { rowId: state.id, label, where: tied.where, cells: merge.cells ?? [], why };
  if (!there) {
    const movedAt = data.endedAt ?? data.createdAt ?? run.at;
    addTo(chunk.inserts, 'deals', { id: state.id, ...merge.next, moved_at: movedAt, created_at: run.at, created_by: run.member.id });
    state.columns = { ...merge.next };
    look.states.set(state.id, state);
    run.seen.names.set(state.id, label);
    nameAs(run.seen.named, `deal ${row.matchKey}`, state.id);
    return decided('create', { ...common, made: together(made, outliving(rest.made)), after: merge.next });
  }
  if (merge.changed.length === 0) return decided('same', { ...common, made });
  if (Object.keys(merge.next).length > 0) updateOf(chunk, 'deals', state.id, merge.next);
  why.push({ code: 'changes', params: { fields: [...new Set(merge.changed)].join(', ') } });
  const images = imagesOf(merge);
  state.columns = { ...state.columns, ...merge.next };
  const { before, after } = rest.changed;
  const values = Object.keys(before).length > 0;
  return decided('update', {
    ...{ ...common, made: together(made, rest.made), before: { deals: images.before, ...(values && { custom_values: before }) } },
    after: { deals: images.after, ...(values && { custom_values: after }) },
  });
}

/** Make a deal of an earlier chunk known again from the row that brought it, for another row of a dry run that means the same. */
export function replayDeal(chunk: Chunk, look: DealsLook, row: DealRow, id: string): void {
  const state = newDealState(id);
  const merge = merging(state.columns, { takesFile: false, isNew: true, cells: false });
  const { data } = row;
  const made: Record<string, string[]> = {};
  const ends = { organisations: data.organisation ? [data.organisation] : [], people: data.people ?? [] };
  const tied = tiedTo(chunk, look, row.source, ends, { made, why: [] });
  mergeColumns(chunk, merge, row, { label: data.title ?? '', organisationId: tied.organisations[0] ?? null, made });
  mergeTies(chunk, merge, row, { state, people: tied.people });
  state.columns = merge.next;
  chunk.run.seen.deals.set(id, state);
}

function whichIs(run: Run, look: DealsLook, row: DealRow, titled: string): string | null {
  const key = keyOfExternal(row);
  if (row.externalId !== null) {
    const known = look.external.get(key) ?? run.seen.ids.get(`deal X ${key}`);
    if (known) return known;
  }
  const mark = `${row.source}\t${row.externalObject}\t`;
  const free = (look.titled.get(titled) ?? []).filter(
    (id) => row.externalId === null || ![...(look.states.get(id)?.external ?? [])].some((one) => one.startsWith(mark)),
  );
  return free[0] ?? (row.externalId === null ? (run.seen.ids.get(`deal t ${titled}`) ?? null) : null);
}

interface About {
  label: string;
  organisationId: string | null;
  made: Record<string, string[]>;
}

function mergeColumns(chunk: Chunk, merge: Merging, { data }: DealRow, { label, organisationId, made }: About): void {
  const { run } = chunk;
  mergeField(merge, { field: 'title', column: 'title', file: label });
  const wanted = merge.isNew || data.stage ? stageOf(chunk, { pipeline: data.pipeline ?? '', stage: data.stage ?? '', made }) : null;
  mergeField(merge, { field: 'stage', column: 'stage_id', file: wanted, shown: (id) => (id === wanted ? (data.stage ?? '') : '') });
  mergeField(merge, {
    field: 'organisation',
    column: 'organisation_id',
    file: organisationId,
    shown: (id) => run.seen.names.get(String(id)) ?? '',
  });
  mergeField(merge, {
    field: 'owner',
    column: 'owner_id',
    file: run.owner(data.owner ?? ''),
    shown: (id) => run.memberName(id as string | null),
  });
  const amount = data.amount && /^-?\d{1,15}(\.\d+)?$/.test(data.amount) ? data.amount : null;
  mergeField(merge, { field: 'amount', column: 'amount', file: amount, same: sameNumber });
  mergeField(merge, { field: 'currency', column: 'currency', file: /^[A-Z]{3}$/.test(data.currency ?? '') ? data.currency : null });
  mergeField(merge, { field: 'closeOn', column: 'close_on', file: data.closeOn });
  mergeField(merge, { field: 'nextStep', column: 'next_step', file: data.nextStep?.slice(0, 2000) });
  mergeField(merge, { field: 'about', column: 'about', file: data.about?.slice(0, 20_000) });
  const over = merge.now.won_at || merge.now.lost_at;
  const ended = data.ended === 'won' ? 'won_at' : 'lost_at';
  const at = data.endedAt ?? data.closeOn ?? data.createdAt ?? run.at;
  if (data.ended && (!over || merge.now[ended]))
    mergeField(merge, { field: 'ended', column: ended, file: at, same: data.endedAt ? sameMoment : () => true });
  mergeField(merge, { field: 'endedWhy', column: 'ended_why', file: data.endedWhy?.slice(0, 2000) });
}

function mergeTies(
  chunk: Chunk,
  merge: Merging,
  row: DealRow,
  { state, people }: { state: DealState; people: { id: string; name: string }[] },
) {
  const { run } = chunk;
  const own: Record<string, string[]> = {};
  const has = ({ id }: { id: string }) => state.people.has(id);
  for (const person of mergeList(merge, {
    field: 'people',
    file: people,
    has,
    shown: ({ name }) => name,
    now: [...state.people].map(() => '…'),
  })) {
    const id = run.id();
    state.people.add(person.id);
    addTo(chunk.inserts, 'deal_people', { id, deal_id: state.id, person_id: person.id, created_at: run.at });
    push(own, 'deal_people', id);
  }
  const tags = mergeTags(chunk, merge, 'deal', state.id, { tags: row.data.tags ?? [], now: state.tags });
  const custom = mergeCustom(chunk, merge, 'deal', state.id, { custom: row.data.custom ?? [], now: state.custom });
  const key = keyOfExternal(row);
  if (row.externalId !== null && !state.external.has(key)) {
    state.external.add(key);
    push(own, 'external_ids', keepExternal(chunk, 'deal', row, state.id));
    merge.changed.push('external');
  }
  return { made: together(own, tags, custom.made), changed: custom.changed };
}

const GOES = new Set(['deal_people', 'taggings', 'custom_values', 'external_ids']);
function outliving(made: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(made).filter(([table]) => !GOES.has(table)));
}

function meet(run: Run, row: DealRow, state: DealState, titled: string): void {
  if (row.externalId !== null) {
    run.seen.ids.set(`deal X ${keyOfExternal(row)}`, state.id);
  }
  run.seen.ids.set(`deal t ${titled}`, state.id);
}
