import { sql } from 'kysely';
import type { ImportReason } from '#model/import.ts';
import { documentOf } from '../statement.ts';
import { type Decision, decided, keyOfRow, setAside } from './decision.ts';
import { externalIdsOf, keepExternal, keyOfExternal } from './external.ts';
import { addTo } from './insert.ts';
import { imagesOf, mergeField, merging } from './merge.ts';
import { type Resolve, refsOf } from './refs.ts';
import type { Chunk } from './run.ts';
import type { StagedRow } from './staged.ts';
import { tiedTo } from './tied.ts';
import { updateOf } from './words.ts';

export type NoteRow = StagedRow<'note'>;

export interface NotesLook {
  external: Map<string, string>;
  states: Map<string, Record<string, unknown>>;
  organisation: Resolve;
  person: Resolve;
  deal: Resolve;
}

export async function lookAtNotes(chunk: Chunk, rows: NoteRow[]): Promise<NotesLook> {
  const { run, place } = chunk;
  const external = await externalIdsOf(chunk, 'note', rows);
  const ids = [...external.values()];
  if (!run.dry)
    await sql`select from notes where workspace_id = ${run.workspaceId} and id = any(${ids}::uuid[]) order by id for update`.execute(
      place.db,
    );
  const found = await documentOf<{ id: string; columns: Record<string, unknown> }[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', n.id, 'columns', json_build_object('title', n.title, 'body', n.body))), '[]')
      from notes n where n.workspace_id = ${run.workspaceId} and n.id = any(${ids}::uuid[]) and n.removed_at is null
        and (n.private_to is null or n.private_to = ${run.member.id}::uuid)`,
  );
  const asked = (pick: 'people' | 'organisations' | 'deals') =>
    rows.flatMap((row) => (row.data[pick] ?? []).map((ref) => ({ source: row.source, ref })));
  return {
    external,
    states: new Map((found ?? []).map(({ id, columns }) => [id, columns])),
    organisation: await refsOf(chunk, 'organisation', asked('organisations')),
    person: await refsOf(chunk, 'person', asked('people')),
    deal: await refsOf(chunk, 'deal', asked('deals')),
  };
}

/** What happens to a note, call, e-mail or meeting that was kept elsewhere. One that is with nobody we know does not come in. */
export function decideNote(chunk: Chunk, look: NotesLook, row: NoteRow): Decision {
  const { run } = chunk;
  const { data } = row;
  const label = ((data.title || data.body) ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
  const aside = setAside(row, run.leftOut, label);
  if (aside) return aside;
  const why: ImportReason[] = [...(data.problems ?? [])];
  if (!label) return decided('skip', { why: [...why, { code: 'row.says-nothing' }] });
  const made: Record<string, string[]> = {};
  const tied = tiedTo(chunk, look, row.source, data, { made, why, makes: false });
  const common = { label, where: tied.where, why };
  const key = keyOfExternal(row);
  const known = look.external.get(key) ?? run.seen.ids.get(`note X ${key}`);
  if (known) return again(chunk, look, { row, id: known, common });
  const ends = [...tied.people.map(({ id }) => ({ person_id: id })), ...tied.organisations.map((id) => ({ organisation_id: id }))];
  const all = [...ends, ...tied.deals.map((id) => ({ deal_id: id }))];
  if (all.length === 0) return decided('fail', { ...common, why: [...why, { code: 'with-nobody' }] });
  const id = run.id();
  const happenedAt = data.happenedAt ?? data.createdAt ?? run.at;
  const kind = data.kind ?? 'note';
  const after = { title: (data.title ?? '').slice(0, 500), body: (data.body ?? '').slice(0, 200_000) };
  addTo(chunk.inserts, 'notes', { id, kind, ...after, happened_at: happenedAt, created_at: run.at, created_by: run.member.id });
  for (const end of all) addTo(chunk.inserts, 'note_links', { id: run.id(), note_id: id, ...end, happened_at: happenedAt });
  keepExternal(chunk, 'note', row, id);
  run.seen.ids.set(`note X ${key}`, id);
  look.states.set(id, after);
  // A call or a meeting is between two; an e-mail may be ours alone.
  if (kind === 'call' || kind === 'meeting') for (const { id: person } of tied.people) chunk.met.add(person);
  return decided('create', { ...common, rowId: id, after: null });
}

function again(
  chunk: Chunk,
  look: NotesLook,
  { row, id, common }: { row: NoteRow; id: string; common: Pick<Decision, 'label' | 'where' | 'why'> },
): Decision {
  const { run } = chunk;
  const state = look.states.get(id);
  if (!state) return decided('same', { ...common, rowId: id });
  const takesFile = run.takesFile || run.filesWord.has(keyOfRow(row));
  const merge = merging(state, { takesFile, isNew: false, cells: run.cells });
  mergeField(merge, { field: 'title', column: 'title', file: row.data.title?.slice(0, 500) });
  mergeField(merge, { field: 'body', column: 'body', file: row.data.body?.slice(0, 200_000) });
  if (merge.changed.length === 0) return decided('same', { ...common, rowId: id, cells: merge.cells ?? [] });
  const { before, after } = imagesOf(merge);
  updateOf(chunk, 'notes', id, merge.next);
  look.states.set(id, { ...state, ...merge.next });
  const why = [...common.why, { code: 'changes', params: { fields: merge.changed.join(', ') } }];
  return decided('update', { ...common, why, rowId: id, before: { notes: before }, after: { notes: after }, cells: merge.cells ?? [] });
}
