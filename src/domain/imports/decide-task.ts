import { sql } from 'kysely';
import type { ImportReason } from '#model/import.ts';
import { documentOf } from '../statement.ts';
import { type Decision, decided, keyOfRow, setAside } from './decision.ts';
import { externalIdsOf, keepExternal, keyOfExternal } from './external.ts';
import { addTo } from './insert.ts';
import { imagesOf, mergeField, merging, sameMoment } from './merge.ts';
import { type Resolve, refsOf } from './refs.ts';
import type { Chunk } from './run.ts';
import type { StagedRow } from './staged.ts';
import { tiedTo } from './tied.ts';
import { updateOf } from './words.ts';

export type TaskRow = StagedRow<'task'>;

export interface TasksLook {
  external: Map<string, string>;
  states: Map<string, Record<string, unknown>>;
  organisation: Resolve;
  person: Resolve;
  deal: Resolve;
}

export async function lookAtTasks(chunk: Chunk, rows: TaskRow[]): Promise<TasksLook> {
  const { run, place } = chunk;
  const external = await externalIdsOf(chunk, 'task', rows);
  const ids = [...external.values()];
  if (!run.dry)
    await sql`select from tasks where workspace_id = ${run.workspaceId} and id = any(${ids}::uuid[]) order by id for update`.execute(
      place.db,
    );
  const found = await documentOf<{ id: string; columns: Record<string, unknown> }[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', t.id, 'columns', json_build_object('what', t.what, 'about', t.about, 'due_on', t.due_on,
        'done_at', t.done_at, 'owner_id', t.owner_id))), '[]')
      from tasks t where t.workspace_id = ${run.workspaceId} and t.id = any(${ids}::uuid[]) and t.removed_at is null`,
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

/** What happens to a task. It is for the first person, organisation and deal that are named. */
export function decideTask(chunk: Chunk, look: TasksLook, row: TaskRow): Decision {
  const { run } = chunk;
  const { data } = row;
  const label = (data.what ?? '').replace(/\s+/g, ' ').trim().slice(0, 2000);
  const aside = setAside(row, run.leftOut, label);
  if (aside) return aside;
  const why: ImportReason[] = [...(data.problems ?? [])];
  if (!label) return decided('fail', { why: [...why, { code: 'row.untitled' }] });
  const tied = tiedTo(chunk, look, row.source, data, { made: {}, why, makes: false });
  const key = keyOfExternal(row);
  const known = look.external.get(key) ?? run.seen.ids.get(`task X ${key}`);
  const there = known ? look.states.get(known) : undefined;
  const common = { label, where: tied.where, why };
  if (known && !there) return decided('same', { ...common, rowId: known });
  const doneAt = data.doneAt ?? (data.done ? (data.dueOn ?? data.createdAt ?? run.at) : null);
  const takesFile = run.takesFile || run.filesWord.has(keyOfRow(row));
  const merge = merging(there ?? {}, { takesFile, isNew: !there, cells: run.cells });
  mergeField(merge, { field: 'what', column: 'what', file: label });
  mergeField(merge, { field: 'about', column: 'about', file: data.about?.slice(0, 20_000) });
  mergeField(merge, { field: 'dueOn', column: 'due_on', file: data.dueOn });
  mergeField(merge, { field: 'doneAt', column: 'done_at', file: doneAt, same: data.doneAt ? sameMoment : () => true });
  mergeField(merge, {
    field: 'owner',
    column: 'owner_id',
    file: run.owner(data.owner ?? ''),
    shown: (id) => run.memberName(id as string | null),
  });
  if (known) {
    if (merge.changed.length === 0) return decided('same', { ...common, rowId: known, cells: merge.cells ?? [] });
    const { before, after } = imagesOf(merge);
    updateOf(chunk, 'tasks', known, merge.next);
    look.states.set(known, { ...there, ...merge.next });
    why.push({ code: 'changes', params: { fields: merge.changed.join(', ') } });
    return decided('update', { ...common, rowId: known, before: { tasks: before }, after: { tasks: after }, cells: merge.cells ?? [] });
  }
  const id = run.id();
  const ends = { person_id: tied.people[0]?.id, organisation_id: tied.organisations[0], deal_id: tied.deals[0] };
  addTo(chunk.inserts, 'tasks', { id, ...merge.next, ...ends, created_at: run.at, created_by: run.member.id });
  keepExternal(chunk, 'task', row, id);
  run.seen.ids.set(`task X ${key}`, id);
  look.states.set(id, { ...merge.next });
  return decided('create', { ...common, rowId: id, after: merge.next, cells: merge.cells ?? [] });
}
