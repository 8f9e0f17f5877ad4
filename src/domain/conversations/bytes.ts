import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { clean } from '#model/letters.ts';
import type { RawMessage, Source } from '#understanding/read/reader.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';

/** Bytes a row: large enough to be few, small enough that 200 MB never stand in memory at once. */
const PART = 1024 * 1024;
/** Messages are stored in batches of at most this many bytes. */
const BATCH = 4 * PART;

export interface FileToStore {
  sha256: string;
  name: string;
  format: string;
  size: number;
  privateTo: string | null;
}

/** Lower-case hex, read a part at a time. */
export async function sha256Of(source: Source): Promise<string> {
  const hash = createHash('sha256');
  for (let from = 0; from < source.size; from += PART) hash.update(await source.slice(from, Math.min(from + PART, source.size)));
  return hash.digest('hex');
}

export async function storeFile(change: Change, file: FileToStore): Promise<string> {
  const id = uuidv7();
  await sql`insert into files (workspace_id, id, sha256, name, format, size, private_to, created_at, created_by)
    values (${change.workspaceId}, ${id}, ${file.sha256}, ${clean(file.name).slice(0, 300)}, ${file.format}, ${file.size}, ${file.privateTo}, ${change.now}, ${change.member.id})`.execute(
    change.db,
  );
  return id;
}

export async function storeBytes(change: Change, fileId: string, source: Source): Promise<void> {
  for (let i = 0; i * PART < source.size; i++) {
    const bytes = await source.slice(i * PART, Math.min((i + 1) * PART, source.size));
    await sql`insert into file_parts (workspace_id, file_id, i, bytes) values (${change.workspaceId}, ${fileId}, ${i}, ${Buffer.from(bytes)})`.execute(
      change.db,
    );
  }
}

interface Message {
  id: string;
  key: string;
  sha256: string;
  bytes: Buffer;
}

/** Keep each message of a mailbox as a file of its own; the ones that are kept already are found again. Gives file ids by message key. */
export async function storeMessages(
  change: Change,
  source: Source,
  messages: RawMessage[],
  privateTo: string | null,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let batch: Message[] = [];
  let size = 0;
  for (const { key: written, from, to } of messages) {
    const key = clean(written);
    const bytes = Buffer.from(await source.slice(from, to));
    batch.push({ id: uuidv7(), key, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    size += bytes.byteLength;
    if (size < BATCH) continue;
    await storeBatch(change, batch, privateTo, ids);
    batch = [];
    size = 0;
  }
  if (batch.length > 0) await storeBatch(change, batch, privateTo, ids);
  return ids;
}

async function storeBatch(change: Change, batch: Message[], privateTo: string | null, ids: Map<string, string>): Promise<void> {
  const hashes = batch.map((message) => message.sha256);
  const made = await rowsOf(
    change.db,
    sql<{ id: string }>`insert into files (workspace_id, id, sha256, name, format, size, private_to, created_at, created_by)
      select ${change.workspaceId}, m.id, m.sha256, left(m.key, 200) || '.eml', 'eml', m.size, ${privateTo}, ${change.now}, ${change.member.id}
      from unnest(${batch.map((m) => m.id)}::uuid[], ${hashes}::text[], ${batch.map((m) => m.key)}::text[],
        ${batch.map((m) => m.bytes.byteLength)}::bigint[]) as m(id, sha256, key, size)
      on conflict do nothing returning id`,
  );
  const fresh = new Set(made.map((row) => row.id));
  const rows = batch.filter((message) => fresh.has(message.id)).flatMap(partsOf);
  if (rows.length > 0)
    await sql`insert into file_parts (workspace_id, file_id, i, bytes)
      select ${change.workspaceId}, p.file_id, p.i, p.bytes
      from unnest(${rows.map((r) => r.fileId)}::uuid[], ${rows.map((r) => r.i)}::int[], ${rows.map((r) => r.bytes)}::bytea[]) as p(file_id, i, bytes)`.execute(
      change.db,
    );
  const kept = await rowsOf(
    change.db,
    sql<{ id: string; sha256: string }>`select id, sha256 from files where workspace_id = ${change.workspaceId}
      and sha256 = any(${hashes}::text[]) and private_to is not distinct from ${privateTo}::uuid`,
  );
  const byHash = new Map(kept.map((row) => [row.sha256, row.id]));
  for (const message of batch) ids.set(message.key, byHash.get(message.sha256) ?? message.id);
}

function partsOf({ id, bytes }: Message): { fileId: string; i: number; bytes: Buffer }[] {
  const count = Math.ceil(bytes.byteLength / PART);
  return Array.from({ length: count }, (_, i) => ({ fileId: id, i, bytes: bytes.subarray(i * PART, (i + 1) * PART) }));
}

/** A message that turned out to be here already, written another way: its second copy is not kept. */
export async function dropUnused(change: Change, fileIds: string[]): Promise<void> {
  await sql`delete from files f where f.workspace_id = ${change.workspaceId} and f.id = any(${fileIds}::uuid[])
    and not exists (select from turns t where t.workspace_id = f.workspace_id and t.file_id = f.id)
    and not exists (select from conversations c where c.workspace_id = f.workspace_id and c.file_id = f.id)`.execute(change.db);
}
