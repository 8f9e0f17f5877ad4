import { type RawBuilder, sql } from 'kysely';
import { type Db, preparedAs } from '#db/pool.ts';
import type { Reader } from './scope.ts';

export async function rowsOf<Row>(db: Db, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db)).rows;
}

export async function firstOf<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | null> {
  return (await query.execute(db)).rows[0] ?? null;
}

/**
 * One JSON document from one statement; null when the statement has no row. Taken as text: parsed once, walked never. With `name` the statement is prepared once a
 * connection (planning a page took longer than reading it): only where its text is the same for everybody, whatever is asked.
 */
export async function documentOf<T>(db: Db, document: RawBuilder<unknown>, name?: string): Promise<T | null> {
  const prepared = sql.raw(name ? preparedAs(name) : '');
  const row = await firstOf(
    db,
    sql<{ document: string }>`${prepared}select document::text as document from (${document}) as found(document)`,
  );
  return row ? (JSON.parse(row.document) as T) : null;
}

/** Not taken away, and for this member to read: `table` is the alias of a row of conversations. */
export function readable(scope: Reader, table: string): RawBuilder<boolean> {
  const c = sql.raw(table);
  return sql<boolean>`(${c}.removed_at is null and (${c}.private_to is null or ${c}.private_to = ${scope.member.id}::uuid))`;
}

/** The day it is at a moment (ISO 8601) where the workspace is, as a date. */
export function dayOf({ workspaceId }: { workspaceId: string }, moment: string): RawBuilder<string> {
  return sql<string>`(select (${moment}::timestamptz at time zone w.zone)::date from workspaces w
    where w.workspace_id = ${workspaceId} and w.id = ${workspaceId})`;
}

/** Somebody this member may know of (docs/decisions/009): `table` is the alias of a row of people. */
export function known(scope: Reader, table: string): RawBuilder<boolean> {
  const p = sql.raw(table);
  return sql<boolean>`(${p}.private_to is null or ${p}.private_to = ${scope.member.id}::uuid)`;
}

/** A pattern for `plain_name(…) like`: a piece of a name or title, whatever its capitals and marks; what a person types has no wildcards. */
export function pieceOf(text: string): RawBuilder<string> {
  return sql<string>`('%' || replace(replace(replace(plain_name(${text}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`;
}

/**
 * What came out of conversations is seen by whoever may read one of them; what came out of none, by all.
 * `about` is the kind of evidence, `table` the alias of the row it is about.
 */
export function evident(scope: Reader, about: 'need' | 'trait' | 'belief' | 'promise', table: string): RawBuilder<boolean> {
  const x = sql.raw(table);
  return sql<boolean>`coalesce((
    select bool_or(${readable(scope, 'ec')}) from evidence e
    join turns et on et.workspace_id = e.workspace_id and et.id = e.turn_id
    join conversations ec on ec.workspace_id = et.workspace_id and ec.id = et.conversation_id
    where e.workspace_id = ${scope.workspaceId} and e.about = ${about} and e.about_id = ${x}.id), true)`;
}

/** The words behind a row, newest first, as `Quote`s; only those this member may read. */
export function quotesOf(scope: Reader, about: 'need' | 'trait' | 'belief' | 'promise', table: string): RawBuilder<unknown> {
  const x = sql.raw(table);
  return sql`coalesce((
    select json_agg(${quote()} order by c.happened_at desc, t.i) from evidence e
    join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    left join findings f on f.workspace_id = e.workspace_id and f.id = e.finding_id
    left join members m on m.workspace_id = e.workspace_id and m.id = coalesce(f.confirmed_by, e.created_by)
    where e.workspace_id = ${scope.workspaceId} and e.about = ${about} and e.about_id = ${x}.id and ${readable(scope, 'c')}), '[]'::json)`;
}

/**
 * A `Quote` from the aliases f (finding or none), t (turn), c (conversation) and m (who confirmed, or none). The finding's own words, not a
 * substring: PostgreSQL counts characters, `from` and `to` count UTF-16 units.
 */
export function quote(): RawBuilder<unknown> {
  return sql`json_build_object('findingId', f.id, 'text', coalesce(f.quote, t.text), 'conversationId', c.id, 'conversationTitle', c.title,
    'conversationKind', c.kind, 'turn', t.i, 'happenedAt', coalesce(t.at, c.happened_at), 'startMs', t.start_ms,
    'confirmedBy', case when m.id is null then null else json_build_object('id', m.id, 'name', m.name) end)`;
}
