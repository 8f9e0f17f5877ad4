import { type RawBuilder, sql } from 'kysely';
import type { NoteView } from '#model/note.ts';
import { Refusal } from '#model/refusal.ts';
import type { Reader, Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';

export function missing(): Refusal {
  return new Refusal('missing.note', 'That note is not here any more, or it is not yours to read.');
}

/** Not removed, and for this member to read: `table` is the alias of a row of notes. */
export function readableNote(scope: Reader, table: string): RawBuilder<boolean> {
  const n = sql.raw(table);
  return sql<boolean>`(${n}.removed_at is null and (${n}.private_to is null or ${n}.private_to = ${scope.member.id}::uuid))`;
}

/** One note, whole. @throws Refusal `missing.note`. */
export async function openNote(scope: Scope, id: string): Promise<NoteView> {
  const view = await documentOf<NoteView>(
    scope.db,
    sql`select json_build_object('id', n.id, 'kind', n.kind, 'title', n.title, 'body', n.body, 'happenedAt', n.happened_at,
        'isPrivate', n.private_to is not null, 'isYours', n.created_by is not distinct from ${scope.member.id}::uuid,
        'writtenBy', case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end,
        'writtenAt', n.created_at, 'changedAt', n.changed_at, 'about', ${aboutOf(scope)}, 'mentions', ${mentionsOf(scope, 'n')},
        'attachments', ${filesOf(scope, 'n')})
      from notes n left join members m on m.workspace_id = n.workspace_id and m.id = n.created_by
      where n.workspace_id = ${scope.workspaceId} and n.id = ${id} and ${readableNote(scope, 'n')}`,
  );
  if (!view) throw missing();
  return view;
}

function aboutOf(scope: Scope): RawBuilder<unknown> {
  const named = (table: 'people' | 'organisations' | 'deals', column: string, name: string, also: RawBuilder<unknown>) =>
    sql`(select coalesce(json_agg(json_build_object('id', x.id, 'name', x.${sql.ref(name)}) order by l.id), '[]') from note_links l
      join ${sql.table(table)} x on x.workspace_id = l.workspace_id and x.id = l.${sql.ref(column)} and ${also}
      where l.workspace_id = ${scope.workspaceId} and l.note_id = n.id and not l.mentioned)`;
  return sql`json_build_object('people', ${named('people', 'person_id', 'name', known(scope, 'x'))},
    'organisations', ${named('organisations', 'organisation_id', 'name', sql`true`)},
    'deals', ${named('deals', 'deal_id', 'title', sql`x.removed_at is null`)})`;
}

/** Everybody linked to the note of alias `table`, with the names they have now: by these its mentions are said. */
export function mentionsOf(scope: Scope, table: string): RawBuilder<unknown> {
  const n = sql.raw(table);
  return sql`(select coalesce(json_agg(json_build_object('kind', case when p.id is null then 'member' else 'person' end,
      'id', coalesce(p.id, lm.id), 'name', coalesce(p.name, lm.name)) order by l.id), '[]') from note_links l
    left join people p on p.workspace_id = l.workspace_id and p.id = l.person_id and ${known(scope, 'p')}
    left join members lm on lm.workspace_id = l.workspace_id and lm.id = l.member_id
    where l.workspace_id = ${scope.workspaceId} and l.note_id = ${n}.id and (p.id is not null or lm.id is not null))`;
}

/** The files that stand with the note of alias `table`. */
export function filesOf(scope: Scope, table: string): RawBuilder<unknown> {
  const n = sql.raw(table);
  return sql`(select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size) order by a.id), '[]')
    from attachments a where a.workspace_id = ${scope.workspaceId} and a.note_id = ${n}.id and a.removed_at is null
      and (a.private_to is null or a.private_to = ${scope.member.id}::uuid))`;
}
