import { sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import { rowsOf } from '../statement.ts';
import { TABLE_OF } from './changed-since.ts';
import { addTo } from './insert.ts';
import type { Chunk } from './run.ts';
import type { StagedRow } from './staged.ts';

const OF = { organisation: 'organisation_id', person: 'person_id', deal: 'deal_id', note: 'note_id', task: 'task_id' } as const;

export function keyOfExternal({ source, externalObject, externalId }: Pick<StagedRow, 'source' | 'externalObject' | 'externalId'>): string {
  return `${source}\t${externalObject}\t${externalId}`;
}

export interface Keyed {
  source: string;
  externalObject: string;
  externalId: string | null;
}

/** Records that were brought in before, by where they came from: key → id. Whether one may know of a person is judged elsewhere. */
export async function externalIdsOf(chunk: Chunk, object: ImportObject, rows: Keyed[]): Promise<Map<string, string>> {
  const { place } = chunk;
  const wanted = rows.filter(({ externalId }) => externalId !== null);
  if (wanted.length === 0) return new Map();
  const found = await rowsOf(
    place.db,
    sql<{ source: string; object: string; externalId: string; id: string }>`
      select e.source, e.object, e.external_id, e.${sql.raw(OF[object])} as id
      from unnest(${wanted.map((row) => row.source)}::text[], ${wanted.map((row) => row.externalObject)}::text[],
        ${wanted.map((row) => row.externalId)}::text[]) as u(source, object, external_id)
      join external_ids e on e.workspace_id = ${place.workspaceId} and e.source = u.source and e.object = u.object and e.external_id = u.external_id
        and e.${sql.raw(OF[object])} is not null`,
  );
  const own = await ownIdsOf(chunk, object, wanted);
  return new Map([...own, ...found.map((row) => [`${row.source}\t${row.object}\t${row.externalId}`, row.id] as const)]);
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** What was taken out of this workspace comes back under its own id. */
async function ownIdsOf({ place, run }: Chunk, object: ImportObject, rows: Keyed[]): Promise<[string, string][]> {
  const ours = rows.filter(
    ({ source, externalObject, externalId }) => source === 'heed' && externalObject === object && UUID.test(externalId ?? ''),
  );
  if (ours.length === 0) return [];
  const found = await rowsOf(
    place.db,
    sql<{ id: string }>`select id from ${sql.table(TABLE_OF[object])} where workspace_id = ${place.workspaceId}
      and id = any(${ours.map(({ externalId }) => externalId)}::uuid[])
      ${object === 'note' || object === 'person' ? sql`and (private_to is null or private_to = ${run.member.id}::uuid)` : sql``}`,
  );
  return found.map(({ id }) => [keyOfExternal({ source: 'heed', externalObject: object, externalId: id }), id]);
}

/** Keep where it came from, for ever; returns the id of that row. */
export function keepExternal(chunk: Chunk, object: ImportObject, keyed: Keyed, id: string): string {
  const own = chunk.run.id();
  const { source, externalObject, externalId } = keyed;
  addTo(chunk.inserts, 'external_ids', {
    ...{ id: own, source, object: externalObject, external_id: externalId, created_at: chunk.run.at },
    [OF[object]]: id,
  });
  return own;
}
