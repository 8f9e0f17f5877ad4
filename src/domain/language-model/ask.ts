import { sql } from 'kysely';
import { type AskFailure, askAgainAfter, BY_MODEL, type ModelAnswer } from '#model/language-model.ts';
import { judge } from '#understanding/second/judge.ts';
import { tellTurns } from '#understanding/second/tell.ts';
import { hintsOf } from '../conversations/hints.ts';
import { type Loaded, loadConversation, lockUnchanged } from '../conversations/load.ts';
import { countOpenFindings } from '../findings/count.ts';
import { writeSuggestions } from '../findings/suggest.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type ChangingPlace, type Place, wholly } from '../scope.ts';
import { type AskingAbout, askLater, mayLeave } from './later.ts';
import { addressInUse, keptModel, type Outside } from './settings.ts';

/**
 * Ask the workspace's language model about a conversation, and keep what holds of its answer as suggestions beside the engine's. Nothing is sent
 * while it is off, and nothing ever of what is private or was taken away. What went wrong is kept, and asked again where that may help.
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
  const answer: ModelAnswer = lost ? { candidates: [], failure: 'key-lost' } : await ask(address, tellTurns(loaded), { signal });
  const { zone } = await hintsOf(place);
  const findings = judge(loaded, answer.candidates, { zone });
  await wholly(place, async (change) => {
    // It may have been turned off, and the conversation taken away, while the model was thinking.
    const kept = await keptModel(change, 'share');
    if (!kept?.turnedOnAt || !(await lockUnchanged(change, about.conversationId, loaded.turns.length, mayLeave))) return;
    if (answer.failure === 'stopped') return askLater(change, about);
    const model = lost ? kept.model : address.model;
    await keep(change, about, { loaded, findings, model, failure: answer.failure });
  });
}

interface Kept {
  loaded: Loaded;
  findings: ReturnType<typeof judge>;
  model: string;
  failure: AskFailure | null;
}

async function keep(change: ChangingPlace, about: AskingAbout, { loaded, findings, model, failure }: Kept): Promise<void> {
  const { conversationId } = about;
  const { turnIds, speakers } = loaded;
  await writeSuggestions(change, {
    ...{ conversationId, by: 'language-model', version: `${BY_MODEL}${model}` },
    ...{ findings, turnIds, speakers, whole: failure === null },
  });
  await countOpenFindings(change, [conversationId]);
  await refreshPeople(change, await peopleIn(change, [conversationId]));
  await sql`insert into language_model_answers (workspace_id, conversation_id, asked_at, model, outcome, tries)
    values (${change.workspaceId}, ${conversationId}, ${change.now}, ${model}, ${failure ?? 'answered'}, ${about.tries})
    on conflict (workspace_id, conversation_id) do update set asked_at = excluded.asked_at, model = excluded.model,
      outcome = excluded.outcome, tries = excluded.tries`.execute(change.db);
  const minutes = failure && askAgainAfter(failure, about.tries);
  if (minutes) await askLater(change, { conversationId, tries: about.tries + 1 }, minutes);
}
