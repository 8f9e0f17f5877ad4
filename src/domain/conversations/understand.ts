import { sql } from 'kysely';
import type { ListeningReport } from '#model/listening.ts';
import { understand } from '#understanding/understand.ts';
import { countOpenFindings } from '../findings/count.ts';
import { writeSuggestions } from '../findings/suggest.ts';
import { askWhenOn } from '../language-model/later.ts';
import { correctionOf } from '../learning/learn.ts';
import { heldClaims } from '../offerings/held.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { hintsOf } from './hints.ts';
import { loadConversation, lockUnchanged } from './load.ts';

/**
 * Let the engine go over a conversation and keep what it says: acts, figures and suggestions. May be done again at any time: suggestions that
 * people confirmed, rejected or edited stay as they are, and none of them comes a second time.
 */
export async function understandConversation(place: Place, conversationId: string): Promise<void> {
  const loaded = await loadConversation(place, conversationId);
  if (!loaded || loaded.turns.length === 0) return;
  const { turnIds, speakers, ...conversation } = loaded;
  const { zone } = await hintsOf(place);
  const correction = (await correctionOf(place)) ?? undefined;
  const { version, report } = await understand(conversation, { zone, claims: await heldClaims(place), correction });
  await wholly(place, async (change) => {
    if (!(await lockUnchanged(change, conversationId, turnIds.length))) return;
    await writeActs(change, report, turnIds);
    await writeSuggestions(change, { conversationId, by: 'engine', version, findings: report.findings, turnIds, speakers, whole: true });
    await writeReport(change, conversationId, { version, report });
    await countOpenFindings(change, [conversationId]);
    await refreshPeople(change, await peopleIn(change, [conversationId]));
    await askWhenOn(change, conversationId);
  });
}

async function writeActs(change: ChangingPlace, report: ListeningReport, turnIds: string[]): Promise<void> {
  const rows = report.turns.map((turn) => ({ id: turnIds[turn.i], acts: turn.acts }));
  await sql`update turns t set acts = a.acts from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, acts jsonb)
    where t.workspace_id = ${change.workspaceId} and t.id = a.id and t.acts <> a.acts`.execute(change.db);
}

async function writeReport(
  change: ChangingPlace,
  conversationId: string,
  done: { version: string; report: ListeningReport },
): Promise<void> {
  // Turns and suggestions have their own rows; what is left of the report is small.
  const { conversation, listening } = done.report;
  await sql`update conversations set report = ${JSON.stringify({ conversation, listening })}::jsonb, engine_version = ${done.version},
    understood_at = ${change.now} where workspace_id = ${change.workspaceId} and id = ${conversationId}`.execute(change.db);
}
