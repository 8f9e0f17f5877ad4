import { type RawBuilder, sql } from 'kysely';
import type { ConversationRow, Page } from '#model/pages.ts';
import { type Cursor, momentOf, readCursor, writeCursor } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf, pieceOf, readable } from '../statement.ts';
import { isUnknown } from './already.ts';

export interface ConversationsAsked {
  cursor?: string | undefined;
  limit: number;
  /** A piece of a title, or of the name of somebody in it. */
  find?: string | undefined;
  /** Only those with suggestions or speakers that wait for somebody. */
  waiting?: boolean | undefined;
}

interface Found {
  rows: (ConversationRow & { key: string })[];
  total: number;
}

/** A page of conversations, the newest on top, in one statement. */
export async function listConversations(scope: Scope, asked: ConversationsAsked): Promise<Page<ConversationRow>> {
  const cursor = asked.cursor ? readCursor(asked.cursor) : null;
  const found = await documentOf<Found>(
    scope.db,
    pageSql(scope, asked, cursor),
    asked.find || asked.waiting ? undefined : 'conversations.list',
  );
  const rows = found?.rows ?? [];
  const total = cursor?.total ?? found?.total ?? 0;
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined;
  return {
    rows: rows.slice(0, asked.limit).map(({ key: _, ...row }) => row),
    next: last ? writeCursor({ key: last.key, id: last.id, total }) : null,
    total,
  };
}

export function pageSql(scope: Scope, asked: ConversationsAsked, cursor: Cursor | null): RawBuilder<unknown> {
  const filter = sql`c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')} ${findSql(scope, asked.find)} ${waitingSql(asked.waiting)}`;
  const after = cursor ? sql`and (c.happened_at, c.id) < (${momentOf(cursor)}::timestamptz, ${cursor.id}::uuid)` : sql``;
  const total = cursor ? sql`0` : sql`(select count(*)::int from conversations c where ${filter})`;
  return sql`
    select json_build_object('total', ${total}, 'rows', coalesce(json_agg(json_build_object('key', c.happened_at, 'id', c.id, 'title', c.title,
      'kind', c.kind, 'happenedAt', c.happened_at, 'durationMs', c.duration_ms, 'openFindings', c.open_findings,
      'understoodAt', c.understood_at, 'isPrivate', c.private_to is not null, 'people', ${peopleOf(scope)}, 'quote', ${quoteOf(scope)},
      'unknownSpeakers', (select count(*)::int from speakers s
        where s.workspace_id = c.workspace_id and s.conversation_id = c.id and ${isUnknown('s')})) order by c.happened_at desc, c.id desc), '[]'))
    from (select * from conversations c where ${filter} ${after} order by c.happened_at desc, c.id desc limit ${asked.limit + 1}) c`;
}

function findSql(scope: Scope, find: string | undefined): RawBuilder<unknown> {
  if (!find?.trim()) return sql``;
  const piece = pieceOf(find.trim());
  return sql`and (plain_name(c.title) like ${piece} or exists (select from speakers s
    left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
    where s.workspace_id = ${scope.workspaceId} and s.conversation_id = c.id and (plain_name(s.name) like ${piece} or plain_name(p.name) like ${piece})))`;
}

function waitingSql(waiting: boolean | undefined): RawBuilder<unknown> {
  if (!waiting) return sql``;
  return sql`and (c.open_findings > 0 or exists (select from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id and ${isUnknown('s')}))`;
}

function peopleOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', s.person_id, 'name', coalesce(p.name, m.name, s.name), 'side', s.side)
      order by (s.side = 'us'), s.i), '[]')
    from speakers s
    left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
    left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
    where s.workspace_id = ${scope.workspaceId} and s.conversation_id = c.id)`;
}

/** Of theirs: what was confirmed goes before what is only likely, what lies deeper before what does not. */
function quoteOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select f.quote from findings f join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id and s.side <> 'us'
    where f.workspace_id = ${scope.workspaceId} and f.conversation_id = c.id and f.rejected_at is null
    order by (f.confirmed_at is not null) desc, (f.fields->>'depth')::int desc nulls last, f.p desc, f.id limit 1)`;
}
