import { type RawBuilder, sql } from 'kysely';
import type { AttachedTo } from '#model/attachment.ts';
import { Refusal } from '#model/refusal.ts';
import { readableNote } from '../notes/view.ts';
import type { Reader, Scope } from '../scope.ts';
import { firstOf, known } from '../statement.ts';

/** Whom or what a file stands beside. */
export interface Beside {
  about: AttachedTo;
  id: string;
}

const COLUMN = { person: 'person_id', organisation: 'organisation_id', deal: 'deal_id', note: 'note_id' } as const;
const TABLE = { person: 'people', organisation: 'organisations', deal: 'deals', note: 'notes' } as const;
const MISSING = {
  person: 'That person is not here any more.',
  organisation: 'That organisation is not here any more.',
  deal: 'That deal is not here any more.',
  note: 'That note is not here any more, or it is not yours to read.',
} as const;

export function columnOf({ about }: Beside): RawBuilder<unknown> {
  return sql.ref(COLUMN[about]);
}

/**
 * To whom alone the thing is known or to be read, null for the whole workspace: files beside it are as private as it is. Within a change the
 * row is held, so that the same file brought twice in one moment is one. @throws Refusal `missing.person` and so on.
 */
export async function privacyBeside(scope: Scope, { about, id }: Beside): Promise<string | null> {
  const visible = { person: known(scope, 'x'), organisation: sql`true`, deal: sql`x.removed_at is null`, note: readableNote(scope, 'x') };
  const privateTo = about === 'person' || about === 'note' ? sql`x.private_to` : sql`null::uuid`;
  const found = await firstOf(
    scope.db,
    sql<{ privateTo: string | null }>`select ${privateTo} as private_to from ${sql.table(TABLE[about])} x
      where x.workspace_id = ${scope.workspaceId} and x.id = ${id} and ${visible[about]} ${scope.db.isTransaction ? sql`for no key update` : sql``}`,
  );
  if (!found) throw new Refusal(`missing.${about}`, MISSING[about]);
  return found.privateTo;
}

/** Not removed, and for this member to read, as what it stands beside is: `table` is the alias of a row of attachments. */
export function readableFile(scope: Reader, table: string): RawBuilder<boolean> {
  const a = sql.raw(table);
  return sql<boolean>`(${a}.removed_at is null and ${openTo(scope, table)} and (${a}.note_id is null or exists (select from notes an
    where an.workspace_id = ${scope.workspaceId} and an.id = ${a}.note_id and ${readableNote(scope, 'an')})))`;
}

/** For this member, removed or not. */
export function openTo(scope: Reader, table: string): RawBuilder<boolean> {
  const a = sql.raw(table);
  return sql<boolean>`((${a}.private_to is null or ${a}.private_to = ${scope.member.id}::uuid) and (${a}.person_id is null or exists (
    select from people ap where ap.workspace_id = ${scope.workspaceId} and ap.id = ${a}.person_id and ${known(scope, 'ap')})))`;
}
