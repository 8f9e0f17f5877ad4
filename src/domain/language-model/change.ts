import { sql } from 'kysely';
import { isSameHouse, type LanguageModelView } from '#model/language-model.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { countOpenFindings } from '../findings/count.ts';
import { openOf } from '../findings/suggest.ts';
import { peopleIn, refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import type { Sealing } from '../seal.ts';
import { rowsOf } from '../statement.ts';
import { askLater, mayLeave } from './later.ts';
import { type KeptModel, keptModel, NOTHING_KEPT, viewLanguageModel } from './settings.ts';

export interface TypedModel {
  on?: boolean | undefined;
  endpoint?: string | undefined;
  model?: string | undefined;
  /** Empty or null: there is none from here on. Left out: the one that is kept stays, as long as the house stays the same. */
  key?: string | null | undefined;
}

// A change that puts right what was wrong asks about these again, the newest first.
const MOST_AGAIN = 1000;

/**
 * Change which language model is asked, or turn it on or off. Off takes its open suggestions away; what somebody confirmed or mended stays. What it
 * was asked and did not answer is asked again when it is on after a change.
 * @throws Refusal `model.no-address`, `input.nothing`.
 */
export async function changeLanguageModel(scope: Scope, typed: TypedModel, sealing: Sealing): Promise<LanguageModelView> {
  const changed = Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (changed.length === 0) throw new Refusal('input.nothing', 'Nothing was given to change.');
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const before = await lockModel(change);
      const after = changedModel(change, before, typed, sealing);
      await sql`update language_models set endpoint = ${after.endpoint}, model = ${after.model}, key_sealed = ${after.keySealed},
        turned_on_at = ${after.turnedOnAt}::timestamptz, turned_on_by = case when ${after.turnedOnAt}::timestamptz is null then null
          when turned_on_at is null then ${change.member.id}::uuid else turned_on_by end,
        changed_at = ${change.now}, changed_by = ${change.member.id}
        where workspace_id = ${change.workspaceId} and id = ${change.workspaceId}`.execute(change.db);
      if (before.turnedOnAt && !after.turnedOnAt) await takeSuggestionsBack(change);
      if (after.turnedOnAt) await askAgain(change);
      const detail = { changed, on: after.turnedOnAt !== null };
      await remember(change, { action: 'language-model.changed', about: 'workspace', id: change.workspaceId, detail });
      return viewLanguageModel(change, sealing);
    }),
  );
}

async function lockModel(change: Change): Promise<KeptModel> {
  await sql`insert into language_models (workspace_id, id, endpoint, model, changed_at, changed_by)
    values (${change.workspaceId}, ${change.workspaceId}, '', '', ${change.now}, ${change.member.id}) on conflict do nothing`.execute(
    change.db,
  );
  return (await keptModel(change, 'update')) ?? NOTHING_KEPT;
}

function changedModel({ workspaceId, now }: Change, before: KeptModel, typed: TypedModel, sealing: Sealing): KeptModel {
  const endpoint = typed.endpoint ?? before.endpoint;
  const model = typed.model ?? before.model;
  const on = typed.on ?? before.turnedOnAt !== null;
  if (on && (!endpoint || !model)) throw noAddress();
  const keySealed = typed.key === undefined ? kept(before, endpoint) : typed.key ? sealing.seal(typed.key, workspaceId) : null;
  return { endpoint, model, keySealed, turnedOnAt: on ? (before.turnedOnAt ?? now) : null };
}

export function noAddress(): Refusal {
  return new Refusal('model.no-address', 'Type the address and the model first.');
}

/** Another house gets no key that was given for this one: whoever may type an address may not read the key. */
function kept({ keySealed, endpoint }: KeptModel, next: string): Buffer | null {
  return isSameHouse(endpoint, next) ? keySealed : null;
}

async function takeSuggestionsBack(change: Change): Promise<void> {
  const ofModel = sql`from findings f where f.workspace_id = ${change.workspaceId} and ${openOf('language-model')}`;
  // Conversations first, as the engine and every decision lock them.
  const talks = await rowsOf(
    change.db,
    sql<{ id: string }>`select c.id from conversations c where c.workspace_id = ${change.workspaceId}
      and c.id in (select f.conversation_id ${ofModel}) order by c.id for no key update`,
  );
  const ids = talks.map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`delete ${ofModel} and f.conversation_id = any(${ids}::uuid[])`.execute(change.db);
  await sql`update language_model_answers set outcome = 'taken-back'
    where workspace_id = ${change.workspaceId} and conversation_id = any(${ids}::uuid[])`.execute(change.db);
  await countOpenFindings(change, ids);
  await refreshPeople(change, await peopleIn(change, ids));
}

async function askAgain(change: Change): Promise<void> {
  const talks = await rowsOf(
    change.db,
    sql<{ id: string }>`select c.id from language_model_answers a
      join conversations c on c.workspace_id = a.workspace_id and c.id = a.conversation_id
      where a.workspace_id = ${change.workspaceId} and a.outcome <> 'answered' and ${mayLeave} order by a.asked_at desc limit ${MOST_AGAIN}`,
  );
  for (const { id } of talks) await askLater(change, { conversationId: id, tries: 1 });
}
