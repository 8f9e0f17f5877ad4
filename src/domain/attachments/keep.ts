import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { type Attached, LARGEST_PHOTO, PHOTOS } from '#model/attachment.ts';
import { clean } from '#model/letters.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { type Beside, columnOf, privacyBeside } from './beside.ts';
import { fileTypeOf, HEAD } from './file-type.ts';
import { viewAttachment } from './view.ts';

/** Bytes a row: so that no file ever stands in memory as a whole. */
const PART = 1024 * 1024;

export interface NewAttachment extends Beside {
  /** Where the bytes wait on our disk; for whoever brought them there to remove. */
  path: string;
  name: string;
  private?: boolean | undefined;
}

interface Looked {
  size: number;
  sha256: string;
  type: string;
}

/**
 * A file beside somebody or something. The same bytes in the same place twice are there once.
 * @throws Refusal `file.empty`, and `missing.…` of what it stands beside.
 */
export async function keepAttachment(scope: Scope, given: NewAttachment): Promise<Attached> {
  return withFile(given.path, async (file) => {
    const looked = await look(file, given.name);
    return wholly(scope, async (change) => {
      const privacy = await privacyBeside(change, given);
      const privateTo = privacy ?? (given.private ? change.member.id : null);
      const same = await sameBytes(change, given, looked.sha256, privateTo);
      if (same) return { attachment: await viewAttachment(change, same), already: true };
      const id = await store(change, file, { ...given, ...looked, privateTo, isPhoto: false });
      await remember(change, { action: 'attachment.added', about: 'attachment', id });
      return { attachment: await viewAttachment(change, id), already: false };
    });
  });
}

/**
 * A picture of somebody's face, worn from now on. The one before it is kept, so that it can be put back.
 * @throws Refusal `missing.person`, `photo.type`, `photo.too-large`, `file.empty`.
 */
export async function keepPhoto(scope: Scope, { personId, path, name }: { personId: string; path: string; name: string }) {
  return withFile(path, async (file) => {
    const looked = await look(file, name);
    if (!PHOTOS.some((type) => type === looked.type))
      throw new Refusal('photo.type', 'A photo is a PNG, JPEG or WebP picture. Choose another file.');
    if (looked.size > LARGEST_PHOTO) throw new Refusal('photo.too-large', 'A photo has at most 5 MB. Make it smaller.');
    return wholly(scope, async (change) => {
      const privateTo = await privacyBeside(change, { about: 'person', id: personId });
      const id = await store(change, file, { about: 'person', id: personId, name, ...looked, privateTo, isPhoto: true });
      const before = await wear(change, personId, id);
      return { photoId: id, before };
    });
  });
}

/** Which of somebody's photos is worn, null for none; gives the one before. @throws Refusal `missing.person`, `missing.attachment`. */
export function choosePhoto(
  scope: Scope,
  personId: string,
  photoId: string | null,
): Promise<{ photoId: string | null; before: string | null }> {
  return wholly(scope, async (change) => {
    await privacyBeside(change, { about: 'person', id: personId });
    if (photoId !== null) {
      const theirs = await firstOf(
        change.db,
        sql`select id from attachments where workspace_id = ${change.workspaceId} and id = ${photoId} and person_id = ${personId} and is_photo`,
      );
      if (!theirs) throw new Refusal('missing.attachment', 'That file is not here any more, or it is not yours to read.');
    }
    return { photoId, before: await wear(change, personId, photoId) };
  });
}

async function wear(change: Change, personId: string, photoId: string | null): Promise<string | null> {
  const before = await firstOf(
    change.db,
    sql<{ photoId: string | null }>`select photo_id from people where workspace_id = ${change.workspaceId} and id = ${personId}`,
  );
  await sql`update people set photo_id = ${photoId} where workspace_id = ${change.workspaceId} and id = ${personId}`.execute(change.db);
  await remember(change, { action: photoId ? 'photo.chosen' : 'photo.taken-off', about: 'person', id: personId });
  return before?.photoId ?? null;
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function look(file: FileHandle, name: string): Promise<Looked> {
  const { size } = await file.stat();
  if (size === 0) throw new Refusal('file.empty', 'The file is empty. Choose another one.');
  const hash = createHash('sha256');
  let type = '';
  for await (const { i, bytes } of partsOf(file, size)) {
    hash.update(bytes);
    if (i === 0) type = fileTypeOf(bytes.subarray(0, HEAD), name);
  }
  return { size, sha256: hash.digest('hex'), type };
}

async function sameBytes(change: Change, beside: Beside, sha256: string, privateTo: string | null): Promise<string | null> {
  const row = await firstOf(
    change.db,
    sql<{ id: string }>`select a.id from attachments a where a.workspace_id = ${change.workspaceId} and a.${columnOf(beside)} = ${beside.id}
      and a.sha256 = ${sha256} and a.removed_at is null and not a.is_photo
      and (a.private_to is null or a.private_to is not distinct from ${privateTo}::uuid) order by a.id limit 1`,
  );
  return row?.id ?? null;
}

interface ToStore extends Beside, Looked {
  name: string;
  privateTo: string | null;
  isPhoto: boolean;
}

async function store(change: Change, file: FileHandle, what: ToStore): Promise<string> {
  const id = uuidv7();
  await sql`insert into attachments (workspace_id, id, name, type, size, sha256, ${columnOf(what)}, private_to, is_photo, created_at, created_by)
    values (${change.workspaceId}, ${id}, ${clean(what.name).slice(0, 300)}, ${what.type}, ${what.size}, ${what.sha256}, ${what.id}, ${what.privateTo},
      ${what.isPhoto}, ${change.now}, ${change.member.id})`.execute(change.db);
  for await (const { i, bytes } of partsOf(file, what.size))
    await sql`insert into attachment_parts (workspace_id, attachment_id, i, bytes) values (${change.workspaceId}, ${id}, ${i}, ${bytes})`.execute(
      change.db,
    );
  return id;
}

async function* partsOf(file: FileHandle, size: number): AsyncIterable<{ i: number; bytes: Buffer }> {
  for (let i = 0; i * PART < size; i++) {
    const bytes = Buffer.alloc(Math.min(PART, size - i * PART));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, i * PART);
    yield { i, bytes: bytes.subarray(0, bytesRead) };
  }
}
