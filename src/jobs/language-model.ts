import { z } from 'zod';
import { askForFindings } from '#connectors/language-model.ts';
import type { Db } from '#db/pool.ts';
import { askAboutConversation } from '#domain/language-model/ask.ts';
import type { Sealing } from '#domain/seal.ts';

const asked = z.object({ workspaceId: z.uuid(), conversationId: z.uuid(), tries: z.int().min(1) });

/** What runs by itself and goes outside for it: a name and one call each. `stop` is raised when Heed is stopping. */
export function languageModelTasks(sealing: Sealing): Record<string, (db: Db, payload: unknown, stop?: AbortSignal) => Promise<void>> {
  return {
    'ask-language-model': (db, payload, signal) => {
      const { workspaceId, conversationId, tries } = asked.parse(payload);
      const place = { db, workspaceId, now: new Date().toISOString() };
      return askAboutConversation(place, { conversationId, tries }, { ask: askForFindings, sealing, signal });
    },
  };
}
