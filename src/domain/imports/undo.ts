import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import { remember } from '../audit.ts';
import { countPeople } from '../people/count.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { changedSince, TABLE_OF } from './changed-since.ts';
import { importOf, markImport } from './find.ts';
import { IN_ORDER } from './stage.ts';
import { restore } from './undo-restore.ts';
import type { UndoRow } from './undo-row.ts';
import { takeWords } from './undo-words.ts';

const CHUNK = 1000;

/**
 * Take an import back, the last row first, some rows a transaction: it goes on where it was after a crash. What somebody changed since stays, and with
 * it what hangs on it.
 */
export async function takeBackImport(place: Place, importId: string, stop?: AbortSignal): Promise<void> {
  const record = await importOf(place, importId);
  if (!record.undoingAt || record.undoneAt || !record.startedAt) return;
  await wholly(place, (change) => untie(change, importId));
  for (const object of [...IN_ORDER].reverse()) {
    while (await takeSome(place, importId, object, record.startedAt)) stop?.throwIfAborted();
  }
  await wholly(place, async (change) => {
    await takeWords(change, importId, record.startedAt ?? '');
    await sql`delete from import_staged where workspace_id = ${place.workspaceId} and import_id = ${importId}`.execute(change.db);
    await markImport(change, importId, sql`undone_at = ${new Date().toISOString()}`);
    await remember({ ...change, member: { id: record.createdBy } }, { action: 'import.taken-back', about: 'import', id: importId });
  });
}

/** Whose part an organisation is and who reports to whom goes first, so that ends can go in any order. */
async function untie({ db, workspaceId }: ChangingPlace, importId: string): Promise<void> {
  await sql`update organisations o set parent_id = null from import_rows r
    where r.workspace_id = ${workspaceId} and r.import_id = ${importId} and r.object = 'organisation' and r.made ? 'parent' and r.undone_at is null
      and o.workspace_id = r.workspace_id and o.id = r.row_id and o.parent_id = (r.made->'parent'->>0)::uuid`.execute(db);
  await sql`delete from ties t using import_rows r cross join lateral jsonb_array_elements_text(r.made->'ties') as m(id)
    where r.workspace_id = ${workspaceId} and r.import_id = ${importId} and r.object = 'person' and r.made ? 'ties'
      and t.workspace_id = r.workspace_id and t.id = m.id::uuid`.execute(db);
}

async function takeSome(place: Place, importId: string, object: ImportObject, at: string): Promise<boolean> {
  return wholly(place, async (change) => {
    const rows = await rowsOf(
      change.db,
      sql<UndoRow>`select file_i, row_no, outcome, label, row_id, made, before, after from import_rows
        where workspace_id = ${place.workspaceId} and import_id = ${importId} and object = ${object} and undone_at is null
        order by file_i desc, row_no desc limit ${CHUNK}`,
    );
    if (rows.length === 0) return false;
    await restore(
      change,
      rows.filter(({ outcome }) => outcome !== 'create'),
      object,
    );
    await takeNotesAbout(change, rows, at);
    await takeMade(
      change,
      object,
      rows.filter(({ outcome }) => outcome === 'create'),
      at,
    );
    await sql`update import_rows r set undone_at = ${change.now} from unnest(${rows.map(({ fileI }) => fileI)}::int[], ${rows.map(({ rowNo }) => rowNo)}::int[]) as u(f, n)
      where r.workspace_id = ${place.workspaceId} and r.import_id = ${importId} and r.object = ${object} and r.file_i = u.f and r.row_no = u.n`.execute(
      change.db,
    );
    return true;
  });
}

/** Notes that came in as what a row said about somebody. */
async function takeNotesAbout(change: ChangingPlace, rows: UndoRow[], at: string): Promise<void> {
  const ids = rows.flatMap(({ made }) => made?.notes ?? []);
  await take(
    change,
    'note',
    ids.map((id) => ({ id, label: '', after: null })),
    at,
  );
}

async function takeMade(change: ChangingPlace, object: ImportObject, rows: UndoRow[], at: string): Promise<void> {
  const records = rows.flatMap(({ rowId, label, after }) => (rowId ? [{ id: rowId, label, after }] : []));
  await take(change, object, records, at);
}

async function take(
  change: ChangingPlace,
  object: ImportObject,
  records: { id: string; label: string; after: Record<string, unknown> | null }[],
  at: string,
): Promise<void> {
  if (records.length === 0) return;
  const table = TABLE_OF[object];
  await sql`select from ${sql.table(table)} where workspace_id = ${change.workspaceId} and id = any(${records.map(({ id }) => id)}::uuid[]) order by id for update`.execute(
    change.db,
  );
  const kept = await changedSince(change, object, records, { at, beforehand: null });
  const gone = records.map(({ id }) => id).filter((id) => !kept.has(id));
  const met = object === 'note' ? await peopleOf(change, gone) : [];
  const taken = await rowsOf(
    change.db,
    sql<{ known: boolean }>`delete from ${sql.table(table)} x where x.workspace_id = ${change.workspaceId} and x.id = any(${gone}::uuid[])
      returning ${object === 'person' ? sql`x.private_to is null` : sql`true`} as known`,
  );
  await refreshPeople(change, met);
  if (object === 'person') await countPeople(change, -taken.filter(({ known }) => known).length);
}

/** Whose last contact may have been a call or a meeting that goes. */
async function peopleOf({ db, workspaceId }: ChangingPlace, noteIds: string[]): Promise<string[]> {
  const found = await rowsOf(
    db,
    sql<{
      personId: string;
    }>`select distinct l.person_id from note_links l join notes n on n.workspace_id = l.workspace_id and n.id = l.note_id
      where l.workspace_id = ${workspaceId} and l.note_id = any(${noteIds}::uuid[]) and l.person_id is not null and n.kind in ('call', 'meeting')`,
  );
  return found.map(({ personId }) => personId);
}
