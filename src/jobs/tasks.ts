import { z } from 'zod';
import type { Db } from '#db/pool.ts';
import { goOnToTheEnd } from '#domain/bulk/go-on.ts';
import { understandConversation } from '#domain/conversations/understand.ts';
import { findDuplicates } from '#domain/duplicates/look.ts';
import { lookAgain } from '#domain/offerings/look-again.ts';

const ofWorkspace = z.object({ workspaceId: z.uuid() });
const ofChange = z.object({ workspaceId: z.uuid(), changeId: z.uuid() });
const ofConversation = z.object({ workspaceId: z.uuid(), conversationId: z.uuid() });

/** What runs by itself: a name and one call each. The payload is judged here, at the door. */
export const tasks: Record<string, (db: Db, payload: unknown) => Promise<void>> = {
  'understand-conversation': (db, payload) => {
    const { workspaceId, conversationId } = ofConversation.parse(payload);
    return understandConversation({ db, workspaceId, now: new Date().toISOString() }, conversationId);
  },
  'find-duplicates': (db, payload) => {
    const { workspaceId } = ofWorkspace.parse(payload);
    return findDuplicates({ db, workspaceId, now: new Date().toISOString() });
  },
  'look-again': (db, payload) => {
    const { workspaceId } = ofWorkspace.parse(payload);
    return lookAgain({ db, workspaceId, now: new Date().toISOString() });
  },
  'change-many': (db, payload) => {
    const { workspaceId, changeId } = ofChange.parse(payload);
    return goOnToTheEnd({ db, workspaceId, now: new Date().toISOString() }, changeId);
  },
};
