import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type AskFailure, askAgainAfter, BY_MODEL, type ModelAddress, type ModelAnswer, type ToldTurn } from '#model/language-model.ts';
import { judge } from '#understanding/second/judge.ts';
import { tellTurns } from '#understanding/second/tell.ts';
import { hintsOf } from '../conversations/hints.ts';
import { type Loaded, loadConversation, lockUnchanged } from '../conversations/load.ts';
import { countOpenFindings } from '../findings/count.ts';
import { writeSuggestions } from '../findings/suggest.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';
import { type AskingAbout, askLater, mayLeave } from './later.ts';
import { addressInUse, keptModel, type Outside } from './settings.ts';

/**
 * Ask the workspace's language model about a conversation, and keep what holds of its answer as suggestions beside the engine's. Nothing is sent
 * while it is off, nothing ever of what is private or was taken away, and nothing twice for an answer that is here. What went wrong is kept, and
 * asked again where that may help.
 */
export async function askAboutConversation(
  place: Place,
  about: AskingAbout,
  { ask, sealing, signal }: Outside & { signal?: AbortSignal | undefined },
): Promise<void> {
  const address = await addressInUse(place, sealing);
  if (!address) return;
  const loaded = await loadConversation(place, about.conversationId, mayLeave);
  if (!loaded || loaded.turns.length === 0) return;
  const lost = address === 'key-lost';
  const turns = tellTurns(loaded);
  const told = lost ? '' : fingerprintOf(address, loaded, turns);
  if (await isAnswered(place, about.conversationId, told)) return;
  const answer: ModelAnswer = lost ? { candidates: [], failure: 'key-lost' } : await ask(address, turns, { signal });
  const { zone } = await hintsOf(place);
  const findings = judge(loaded, answer.candidates, { zone });
  await wholly(place, async (change) => {
    // It may have been turned off, and the conversation taken away, while the model was thinking.
    const kept = await keptModel(change, 'share');
    if (!kept?.turnedOnAt || !(await lockUnchanged(change, about.conversationId, loaded.turns.length, mayLeave))) return;
    if (answer.failure === 'stopped') return askLater(change, about);
    const model = lost ? kept.model : address.model;
    await keep(change, about, { loaded, findings, model, told, failure: answer.failure });
  });
}

/** Understood again without another word, side or day in it (claims changed, say), a conversation is not asked about again. */
function fingerprintOf({ endpoint, model }: ModelAddress, { startedAt }: Loaded, turns: ToldTurn[]): string {
  return createHash('sha256')
    .update(JSON.stringify([endpoint, model, startedAt, turns]))
    .digest('hex');
}

async function isAnswered({ db, workspaceId }: Place, conversationId: string, told: string): Promise<boolean> {
  const row = await firstOf(
    db,
    sql<{
      told: string;
    }>`select told from language_model_answers where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
      and told = ${told} and outcome = 'answered'`,
  );
  return row !== null;
}

interface Kept {
  loaded: Loaded;
  findings: ReturnType<typeof judge>;
  model: string;
  told: string;
  failure: AskFailure | null;
}

async function keep(change: ChangingPlace, about: AskingAbout, { loaded, findings, model, told, failure }: Kept): Promise<void> {
  const { conversationId } = about;
  const { turnIds, speakers } = loaded;
  await writeSuggestions(change, {
    ...{ conversationId, by: 'language-model', version: `${BY_MODEL}${model}` },
    ...{ findings, turnIds, speakers, whole: failure === null },
  });
  await countOpenFindings(change, [conversationId]);
  await refreshPeople(change, await peopleIn(change, [conversationId]));
  await sql`insert into language_model_answers (workspace_id, conversation_id, asked_at, model, told, outcome, tries)
    values (${change.workspaceId}, ${conversationId}, ${change.now}, ${model}, ${told}, ${failure ?? 'answered'}, ${about.tries})
    on conflict (workspace_id, conversation_id) do update set asked_at = excluded.asked_at, model = excluded.model,
      told = excluded.told, outcome = excluded.outcome, tries = excluded.tries`.execute(change.db);
  const minutes = failure && askAgainAfter(failure, about.tries);
  if (minutes) await askLater(change, { conversationId, tries: about.tries + 1 }, minutes);
}
