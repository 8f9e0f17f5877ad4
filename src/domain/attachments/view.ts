import { type RawBuilder, sql } from 'kysely';
import type { AttachmentView } from '#model/attachment.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import type { Place, Scope } from '../scope.ts';
import { documentOf, firstOf } from '../statement.ts';
import { type Beside, columnOf, privacyBeside, readableFile } from './beside.ts';

export function missing(): Refusal {
  return new Refusal('missing.attachment', 'That file is not here any more, or it is not yours to read.');
}

/** @throws Refusal `missing.attachment`. */
export async function viewAttachment(scope: Scope, id: string): Promise<AttachmentView> {
  const view = await documentOf<AttachmentView>(
    scope.db,
    sql`select ${attachmentJson()} from attachments a left join members am on am.workspace_id = a.workspace_id and am.id = a.created_by
      where a.workspace_id = ${scope.workspaceId} and a.id = ${id} and ${readableFile(scope, 'a')}`,
  );
  if (!view) throw missing();
  return view;
}

/** The files beside somebody or something, the newest first; photos are none. @throws Refusal `missing.…` of what they stand beside. */
export async function listAttachments(scope: Scope, beside: Beside): Promise<AttachmentView[]> {
  await privacyBeside(scope, beside);
  const found = await documentOf<AttachmentView[]>(
    scope.db,
    sql`select coalesce(json_agg(${attachmentJson()} order by a.created_at desc, a.id desc), '[]')
      from attachments a left join members am on am.workspace_id = a.workspace_id and am.id = a.created_by
      where a.workspace_id = ${scope.workspaceId} and a.${columnOf(beside)} = ${beside.id} and not a.is_photo and ${readableFile(scope, 'a')}`,
  );
  return found ?? [];
}

/** An `AttachmentView` from the aliases a (attachment) and am (who brought it, or nobody). */
function attachmentJson(): RawBuilder<unknown> {
  return sql`json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'isPrivate', a.private_to is not null,
    'addedAt', a.created_at, 'addedBy', case when am.id is not null then json_build_object('id', am.id, 'name', am.name) end)`;
}

export interface AttachedBytes {
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  sha256: string;
  isPhoto: boolean;
  parts: AsyncIterable<Uint8Array>;
}

/** The bytes, a part at a time; that a file was read is remembered, that a face was looked at is not. @throws Refusal `missing.attachment`. */
export async function bytesOf(scope: Scope, id: string): Promise<AttachedBytes> {
  const found = await firstOf(
    scope.db,
    sql<Omit<AttachedBytes, 'parts'>>`select a.name, a.type, a.size::float8 as size, a.sha256, a.is_photo from attachments a
      where a.workspace_id = ${scope.workspaceId} and a.id = ${id} and ${readableFile(scope, 'a')}`,
  );
  if (!found) throw missing();
  if (!found.isPhoto) await remember(scope, { action: 'attachment.read', about: 'attachment', id });
  return { ...found, parts: partsOf(scope, id) };
}

async function* partsOf({ db, workspaceId }: Place, id: string): AsyncIterable<Uint8Array> {
  for (let i = 0; ; i++) {
    const part = await firstOf(
      db,
      sql<{ bytes: Buffer }>`select bytes from attachment_parts where workspace_id = ${workspaceId} and attachment_id = ${id} and i = ${i}`,
    );
    if (!part) return;
    yield part.bytes;
  }
}
