import { type RawBuilder, sql } from 'kysely';
import type { Conversation } from '#model/conversation.ts';
import type { ChangingPlace, Place } from '../scope.ts';
import { documentOf, firstOf } from '../statement.ts';

/** A stored conversation as the engine takes it, with the ids of its rows. */
export interface Loaded extends Conversation {
  turnIds: string[];
  speakers: { id: string; name: string }[];
}

/** Null when it is gone, was written down afterwards, or is not `such` (a condition on the alias c). */
export async function loadConversation(place: Place, id: string, such: RawBuilder<boolean> = sql<boolean>`true`): Promise<Loaded | null> {
  return documentOf<Loaded>(
    place.db,
    sql`select json_build_object('source', c.source, 'sourceId', c.source_id, 'kind', c.kind, 'startedAt', c.happened_at, 'title', c.title,
      'timeQuality', c.time_quality,
      'participants', (select coalesce(json_agg(json_strip_nulls(json_build_object('name', s.name, 'email', s.email, 'side', s.side)) order by s.i), '[]')
        from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id),
      'speakers', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.i), '[]')
        from speakers s where s.workspace_id = c.workspace_id and s.conversation_id = c.id),
      'turnIds', (select coalesce(json_agg(t.id order by t.i), '[]') from turns t where t.workspace_id = c.workspace_id and t.conversation_id = c.id),
      'turns', (select coalesce(json_agg(json_strip_nulls(json_build_object('speaker', s.name, 'text', t.text, 'line', t.line,
          'startMs', t.start_ms, 'endMs', t.end_ms, 'spokenMs', t.spoken_ms, 'at', t.at, 'key', t.source_key)) order by t.i), '[]')
        from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
        where t.workspace_id = c.workspace_id and t.conversation_id = c.id))
      from conversations c where c.workspace_id = ${place.workspaceId} and c.id = ${id} and (c.source <> 'by-hand' or c.file_id is not null)
        and ${such}`,
  );
}

/** When it grew while somebody was at it, another job is waiting and will do it better. */
export async function lockUnchanged(
  change: ChangingPlace,
  id: string,
  turns: number,
  such: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<boolean> {
  const row = await firstOf(
    change.db,
    sql<{
      id: string;
    }>`select c.id from conversations c where c.workspace_id = ${change.workspaceId} and c.id = ${id} and ${such} for update`,
  );
  if (!row) return false;
  const counted = await firstOf(
    change.db,
    sql<{ count: number }>`select count(*)::int as count from turns where workspace_id = ${change.workspaceId} and conversation_id = ${id}`,
  );
  return counted?.count === turns;
}
