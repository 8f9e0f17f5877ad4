import { type RawBuilder, sql } from 'kysely';
import { BY_MODEL } from '#model/language-model.ts';
import type { Decision } from '#understanding/learn/teach.ts';
import { NOTED } from '../findings/view.ts';
import type { Place } from '../scope.ts';
import { rowsOf } from '../statement.ts';

/**
 * The decisions that teach, as rows (id, kind, quote, p, ours, yes, at): what people said of suggestions of the engine since the last reset.
 * Mended to another kind is a no to the kind it was suggested as. What was noted by hand was no suggestion, what a language
 * model suggested is not the engine's; what was said in private, or in a
 * conversation that was taken away, teaches nobody (docs/decisions/013).
 */
export function teaching({ workspaceId }: Pick<Place, 'workspaceId'>): RawBuilder<unknown> {
  return sql`select f.id, f.suggested->>'kind' as kind, f.quote, coalesce((f.suggested->>'p')::float8, f.p) as p, s.side = 'us' as ours,
      f.confirmed_at is not null and f.kind = f.suggested->>'kind' as yes, coalesce(f.confirmed_at, f.rejected_at) as at
    from findings f
    join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
    join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id
    where f.workspace_id = ${workspaceId} and (f.confirmed_at is not null or f.rejected_at is not null)
      and f.engine_version <> ${NOTED} and not starts_with(f.engine_version, ${BY_MODEL}) and c.private_to is null and c.removed_at is null
      and coalesce(f.confirmed_at, f.rejected_at) > coalesce((select r.reset_at from corrections r
        where r.workspace_id = ${workspaceId} and r.id = ${workspaceId}), '-infinity')`;
}

export async function decisionsOf(place: Place): Promise<Decision[]> {
  return rowsOf(place.db, sql<Decision>`select d.kind, d.quote, d.p, d.ours, d.yes from (${teaching(place)}) d order by d.at, d.id`);
}
