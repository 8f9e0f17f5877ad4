import { sql } from 'kysely';
import type { ImportRef } from '#model/import.ts';
import { type Place, wholly } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { importOf, markImport, merged } from './find.ts';
import { addTo, insertAll } from './insert.ts';
import { refsOf } from './refs.ts';
import { newChunk, type Run } from './run.ts';

const CHUNK = 2000;

interface Tie {
  fileI: number;
  rowNo: number;
  source: string;
  ref: ImportRef;
  id: string;
}

/** The second pass: whose parts organisations are, and who reports to whom, now that both ends are there. Done twice it changes nothing. */
export async function tieUp(place: Place, run: Run, stop?: AbortSignal): Promise<'stopped' | 'done'> {
  for (const object of ['organisation', 'person'] as const)
    for (let after = { file: -1, row: 0 }; ; ) {
      stop?.throwIfAborted();
      const last = await tieSome(place, run, object, after);
      if (last === 'stopped') return 'stopped';
      if (!last) break;
      after = { file: last.fileI, row: last.rowNo };
    }
  return 'done';
}

async function tieSome(
  place: Place,
  run: Run,
  object: 'organisation' | 'person',
  after: { file: number; row: number },
): Promise<Tie | 'stopped' | null> {
  const field = object === 'organisation' ? 'parent' : 'reportsTo';
  return wholly(place, async (change) => {
    const record = await importOf(change, run.importId, 'lock');
    if (record.pausedAt || record.undoingAt) return 'stopped';
    const ties = await rowsOf(
      change.db,
      sql<Tie>`select s.file_i, s.row_no, s.source, s.data->${field} as ref, r.row_id as id from import_staged s
        join import_rows r on r.workspace_id = s.workspace_id and r.import_id = s.import_id and r.object = s.object and r.file_i = s.file_i and r.row_no = s.row_no
        where s.workspace_id = ${run.workspaceId} and s.import_id = ${run.importId} and s.object = ${object} and s.data ? ${field}
          and r.row_id is not null and r.outcome in ('create', 'update', 'same') and (s.file_i, s.row_no) > (${after.file}, ${after.row})
        order by s.file_i, s.row_no limit ${CHUNK}`,
    );
    if (ties.length === 0) return null;
    const chunk = newChunk(change, run);
    const resolve = await refsOf(
      chunk,
      object,
      ties.map(({ source, ref }) => ({ source, ref })),
    );
    const ends = ties.flatMap((tie) => {
      const meant = resolve(tie.source, tie.ref);
      return meant && meant !== 'ambiguous' && meant.id !== tie.id ? [{ ...tie, other: meant.id, own: run.id() }] : [];
    });
    if (object === 'organisation') await setParents(run, change, ends);
    else {
      const there = await reportsThere(run, change, ends);
      const fresh = ends.filter(({ id, other }) => !there.has(`${id} ${other}`));
      for (const { own, id, other } of fresh)
        addTo(chunk.inserts, 'ties', {
          id: own,
          from_id: id,
          to_id: other,
          kind: 'reports-to',
          created_at: run.at,
          created_by: run.member.id,
        });
      await insertAll(change, chunk.inserts);
      await noteMade(
        run,
        change,
        'person',
        'ties',
        fresh.map(({ fileI, rowNo, own }) => ({ fileI, rowNo, made: own })),
      );
    }
    const part = record.progress.far?.ties ?? { done: 0, of: 0 };
    const n = part.done + ties.length;
    await markImport(change, run.importId, merged('progress', { far: { ...record.progress.far, ties: { done: n, of: n } } }));
    return ties.at(-1) ?? null;
  });
}

type End = Tie & { other: string; own: string };
type Change = Parameters<Parameters<typeof wholly<Place, unknown>>[1]>[0];

async function setParents(run: Run, { db }: Change, ends: End[]): Promise<void> {
  const set = await rowsOf(
    db,
    sql<{ id: string; parentId: string }>`update organisations o set parent_id = u.other
      from unnest(${ends.map(({ id }) => id)}::uuid[], ${ends.map(({ other }) => other)}::uuid[]) as u(id, other)
      where o.workspace_id = ${run.workspaceId} and o.id = u.id and o.parent_id is null returning o.id, o.parent_id`,
  );
  const fresh = new Map(set.map(({ id, parentId }) => [id, parentId]));
  const made = ends.flatMap(({ id, fileI, rowNo }) => {
    const parent = fresh.get(id);
    fresh.delete(id);
    return parent ? [{ fileI, rowNo, made: parent }] : [];
  });
  await noteMade(run, { db } as Change, 'organisation', 'parent', made);
}

async function reportsThere(run: Run, { db }: Change, ends: End[]): Promise<Set<string>> {
  const found = await rowsOf(
    db,
    sql<{
      fromId: string;
      toId: string;
    }>`select t.from_id, t.to_id from ties t where t.workspace_id = ${run.workspaceId} and t.kind = 'reports-to'
      and t.from_id = any(${ends.map(({ id }) => id)}::uuid[])`,
  );
  return new Set(found.map(({ fromId, toId }) => `${fromId} ${toId}`));
}

/** So that it can be taken back. */
async function noteMade(
  run: Run,
  { db }: Change,
  object: string,
  key: string,
  made: { fileI: number; rowNo: number; made: string }[],
): Promise<void> {
  await sql`update import_rows r set made = coalesce(r.made, '{}') || jsonb_build_object(${key}::text, coalesce(r.made->${key}, '[]') || to_jsonb(u.made))
    from unnest(${made.map(({ fileI }) => fileI)}::int[], ${made.map(({ rowNo }) => rowNo)}::int[], ${made.map((one) => one.made)}::text[]) as u(file_i, row_no, made)
    where r.workspace_id = ${run.workspaceId} and r.import_id = ${run.importId} and r.object = ${object} and r.file_i = u.file_i and r.row_no = u.row_no`.execute(
    db,
  );
}
