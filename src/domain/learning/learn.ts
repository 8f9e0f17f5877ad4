import { sql } from 'kysely';
import type { Correction } from '#understanding/learn/correction.ts';
import { LEARNING_VERSION, packed, unpacked } from '#understanding/learn/packed.ts';
import { taughtBy } from '#understanding/learn/teach.ts';
import type { Place } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { decisionsOf, teaching } from './decisions.ts';

/**
 * What the decisions of the workspace teach as they stand now: as it was kept when they are the same ones, else learned anew and kept.
 * So a decision teaches from the next conversation on, and one that is taken back has taught nothing. Null while nobody decided anything.
 */
export async function correctionOf(place: Place): Promise<Correction | null> {
  const kept = await lookAtKept(place);
  if (!kept || kept.count === 0) return null;
  const known = kept.weights && kept.learnedFrom === kept.mark ? unpacked(kept.weights, kept.version ?? '', kept.count) : null;
  return known ?? learn(place, kept.mark);
}

interface Kept {
  /** The decisions that stand now: how many, and a mark that changes with any of them. */
  count: number;
  mark: string;
  weights: Buffer | null;
  version: string | null;
  learnedFrom: string | null;
}

async function lookAtKept(place: Place): Promise<Kept | null> {
  return firstOf(
    place.db,
    sql<Kept>`select now.count, now.mark, k.weights, k.version, k.learned_from from (
        select count(*)::int as count,
          concat(count(*), '/', sum(hashtextextended(concat_ws('/', d.id, d.kind, d.yes, d.ours), 0)::numeric)) as mark
        from (${teaching(place)}) d) now
      left join corrections k on k.workspace_id = ${place.workspaceId} and k.id = ${place.workspaceId}`,
  );
}

// Two who learn at once learn the same; whoever read a decision less leaves its own mark, and the next look learns anew.
async function learn(place: Place, mark: string): Promise<Correction> {
  const decisions = await decisionsOf(place);
  const correction = taughtBy(decisions);
  await sql`insert into corrections (workspace_id, id, weights, version, decisions, learned_from, learned_at)
    values (${place.workspaceId}, ${place.workspaceId}, ${packed(correction)}, ${LEARNING_VERSION}, ${decisions.length}, ${mark}, ${place.now})
    on conflict (workspace_id, id) do update set weights = excluded.weights, version = excluded.version, decisions = excluded.decisions,
      learned_from = excluded.learned_from, learned_at = excluded.learned_at`.execute(place.db);
  return correction;
}
