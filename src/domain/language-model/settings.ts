import { sql } from 'kysely';
import type { AskModel, LanguageModelView, ModelAddress } from '#model/language-model.ts';
import type { Place } from '../scope.ts';
import type { Sealing } from '../seal.ts';
import { documentOf, firstOf } from '../statement.ts';

/** The way out, as whoever runs Heed hands it in. */
export interface Outside {
  ask: AskModel;
  sealing: Sealing;
}

export interface KeptModel {
  endpoint: string;
  model: string;
  keySealed: Buffer | null;
  turnedOnAt: string | null;
}

export const NOTHING_KEPT: KeptModel = { endpoint: '', model: '', keySealed: null, turnedOnAt: null };

/** What the workspace has typed, on or off; `hold`: until the change is done nobody else changes it (`share`) or looks at it to change it (`update`). */
export async function keptModel(place: Place, hold?: 'share' | 'update'): Promise<KeptModel | null> {
  const held = hold ? sql.raw(`for ${hold}`) : sql``;
  return firstOf(
    place.db,
    sql<KeptModel>`select endpoint, model, key_sealed, turned_on_at from language_models
      where workspace_id = ${place.workspaceId} and id = ${place.workspaceId} ${held}`,
  );
}

/** Null while it is off. */
export async function addressInUse(place: Place, sealing: Sealing): Promise<ModelAddress | 'key-lost' | null> {
  const kept = await keptModel(place);
  if (!kept?.turnedOnAt) return null;
  const key = keyOf(place, kept, sealing);
  return key === 'lost' ? 'key-lost' : { endpoint: kept.endpoint, model: kept.model, key: key?.key ?? null };
}

/** Null: there is none. `lost`: it cannot be opened any more. */
export function keyOf({ workspaceId }: Place, { keySealed }: KeptModel, sealing: Sealing): { key: string } | 'lost' | null {
  if (!keySealed) return null;
  const key = sealing.open(keySealed, workspaceId);
  return key === null ? 'lost' : { key };
}

/** The settings, never the key, and how it went lately. */
export async function viewLanguageModel(place: Place, sealing: Sealing): Promise<LanguageModelView> {
  const kept = (await keptModel(place)) ?? NOTHING_KEPT;
  const key = keyOf(place, kept, sealing);
  return {
    on: kept.turnedOnAt !== null,
    endpoint: kept.endpoint,
    model: kept.model,
    key: key === null ? 'none' : key === 'lost' ? 'lost' : 'kept',
    health: await healthOf(place),
  };
}

async function healthOf({ db, workspaceId }: Place): Promise<LanguageModelView['health']> {
  const health = await documentOf<LanguageModelView['health']>(
    db,
    sql`select json_build_object('askedAt', max(a.asked_at), 'answeredAt', max(a.asked_at) filter (where a.outcome = 'answered'),
        'failure', (select json_build_object('at', f.asked_at, 'why', f.outcome) from language_model_answers f
          where f.workspace_id = ${workspaceId} and f.outcome not in ('answered', 'taken-back') order by f.asked_at desc limit 1),
        'unanswered', count(*) filter (where a.outcome not in ('answered', 'taken-back')))
      from language_model_answers a where a.workspace_id = ${workspaceId}`,
  );
  return health ?? { askedAt: null, answeredAt: null, failure: null, unanswered: 0 };
}
