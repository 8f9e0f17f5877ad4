import { z } from 'zod';
import type { Db } from '#db/pool.ts';
import { understandConversation } from '#domain/conversations/understand.ts';

const ofConversation = z.object({ workspaceId: z.uuid(), conversationId: z.uuid() });

/** What runs by itself: a name and one call each. The payload is judged here, at the door. */
export const tasks: Record<string, (db: Db, payload: unknown) => Promise<void>> = {
  'understand-conversation': (db, payload) => {
    const { workspaceId, conversationId } = ofConversation.parse(payload);
    return understandConversation({ db, workspaceId, now: new Date().toISOString() }, conversationId);
  },
};
