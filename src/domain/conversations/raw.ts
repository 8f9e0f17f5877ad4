import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import type { Scope } from '../scope.ts';
import { firstOf, readable, rowsOf } from '../statement.ts';
import { missing } from './open.ts';

export interface RawFile {
  name: string;
  /** Bytes. */
  size: number;
  parts: AsyncIterable<Uint8Array>;
}

interface Piece {
  id: string;
  name: string;
  size: number;
}

/**
 * The bytes a conversation was read from, a part at a time. Of mail: its messages, one file when there is one, else an mbox of the thread.
 * @throws Refusal `missing.conversation`, `missing.file` (it was written by hand).
 */
export async function rawFileOf(scope: Scope, conversationId: string): Promise<RawFile> {
  const found = await firstOf(
    scope.db,
    sql<{ source: string; title: string; fileId: string | null }>`select c.source, c.title, c.file_id from conversations c
      where c.workspace_id = ${scope.workspaceId} and c.id = ${conversationId} and ${readable(scope, 'c')}`,
  );
  if (!found) throw missing();
  const isMail = found.source === 'eml' || found.source === 'mbox';
  const pieces = await rowsOf(scope.db, isMail ? messagesOf(scope, conversationId) : fileOf(scope, found.fileId));
  const only = pieces[0];
  if (!only) throw new Refusal('missing.file', 'There is no file to this conversation: it was written by hand.');
  await remember(scope, { action: 'file.read', about: 'conversation', id: conversationId });
  if (pieces.length === 1)
    return { name: isMail ? `${safe(found.title)}.eml` : only.name, size: only.size, parts: partsOf(scope, only.id) };
  const size = pieces.reduce((sum, piece) => sum + piece.size + FROM_LINE.byteLength + END.byteLength, 0);
  return { name: `${safe(found.title)}.mbox`, size, parts: boxOf(scope, pieces) };
}

// RFC 4155: each message of an mbox begins with a line "From <address> <asctime>".
const FROM_LINE = Buffer.from('From heed@localhost Thu Jan  1 00:00:00 1970\n');
const END = Buffer.from('\n\n');

function messagesOf(scope: Scope, conversationId: string) {
  return sql<Piece>`select f.id, f.name, f.size from files f join (select t.file_id, min(t.i) as i from turns t
    where t.workspace_id = ${scope.workspaceId} and t.conversation_id = ${conversationId} group by t.file_id) t on t.file_id = f.id
    where f.workspace_id = ${scope.workspaceId} order by t.i`;
}

function fileOf(scope: Scope, fileId: string | null) {
  return sql<Piece>`select id, name, size from files where workspace_id = ${scope.workspaceId} and id = ${fileId}::uuid`;
}

async function* boxOf(scope: Scope, pieces: Piece[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) {
    yield FROM_LINE;
    yield* partsOf(scope, piece.id);
    yield END;
  }
}

async function* partsOf({ db, workspaceId }: { db: Db; workspaceId: string }, fileId: string): AsyncIterable<Uint8Array> {
  for (let i = 0; ; i++) {
    const part = await firstOf(
      db,
      sql<{ bytes: Buffer }>`select bytes from file_parts where workspace_id = ${workspaceId} and file_id = ${fileId} and i = ${i}`,
    );
    if (!part) return;
    yield part.bytes;
  }
}

function safe(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || 'mail'
  );
}
