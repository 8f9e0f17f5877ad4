import { type RawBuilder, sql } from 'kysely';
import { later } from '#db/later.ts';
import type { ChangingPlace } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** What may be told outside: nothing that is private to one member, and nothing that was taken away. On the alias c, of conversations. */
export const mayLeave: RawBuilder<boolean> = sql<boolean>`(c.private_to is null and c.removed_at is null)`;

/** Have the language model asked about a conversation, where the workspace has it on. In the transaction of what makes it worth asking. */
export async function askWhenOn(change: ChangingPlace, conversationId: string): Promise<void> {
  const on = await firstOf(
    change.db,
    sql<{ id: string }>`select c.id from language_models m join conversations c on c.workspace_id = m.workspace_id
      where m.workspace_id = ${change.workspaceId} and m.turned_on_at is not null and c.id = ${conversationId} and ${mayLeave}`,
  );
  if (on) await askLater(change, { conversationId, tries: 1 });
}

export interface AskingAbout {
  conversationId: string;
  /** How often it was asked since it last answered, this time included. */
  tries: number;
}

/**
 * After everything else and one at a time: a model that takes minutes for an answer must not hold up what is quick. `minutes`: not before then.
 * Once for a conversation, however often it was asked for while it waits.
 */
export async function askLater(change: ChangingPlace, { conversationId, tries }: AskingAbout, minutes = 0): Promise<void> {
  const payload = { workspaceId: change.workspaceId, conversationId, tries };
  await later(change.db, 'ask-language-model', payload, {
    ...{ key: `ask:${conversationId}`, queue: 'language-model', priority: 10, attempts: 3 },
    ...(minutes > 0 && { runAt: new Date(Date.parse(change.now) + minutes * 60_000).toISOString() }),
  });
}
