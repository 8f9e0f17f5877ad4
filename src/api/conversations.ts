import { z } from 'zod';
import { remember } from '#domain/audit.ts';
import { changeConversation, removeConversation, restoreConversation } from '#domain/conversations/change.ts';
import { listConversations } from '#domain/conversations/list.ts';
import { logByHand } from '#domain/conversations/log.ts';
import { openConversation } from '#domain/conversations/open.ts';
import { receiveText } from '#domain/conversations/receive.ts';
import { whyHeard } from '#domain/conversations/why.ts';
import { conversationPageShape, conversationRowShape, receivedShape } from '#model/conversation-pages.shape.ts';
import { conversationKindShape, idShape, okShape, pageShape, writtenMomentShape, writtenShape } from '#model/names.shape.ts';
import { whyViewShape } from '#model/why.shape.ts';
import { may, unchecked } from './base.ts';
import { flag, idOf, paging } from './inputs.ts';

const happenedAt = writtenMomentShape.describe('When it was, ISO 8601 with offset');
const hidden = flag.optional().describe('Only for your own eyes');

const promised = z.object({
  by: z.enum(['us', 'them']).describe('Whose promise it is'),
  what: writtenShape.trim().min(1).max(2000).describe('What was promised'),
  due: writtenShape.max(40).optional().describe('By when, ISO 8601 date'),
});

export const conversations = {
  list: may('guest')
    .route({ method: 'GET', path: '/conversations', summary: 'Conversations, the newest on top' })
    .input(
      z.object({
        ...paging,
        find: writtenShape.max(200).optional().describe('A piece of a title, or of the name of somebody in it'),
        waiting: flag.optional().describe('Only those where suggestions or unknown speakers wait'),
      }),
    )
    .output(unchecked(pageShape(conversationRowShape)))
    .handler(({ context, input }) => listConversations(context.scope, input)),
  open: may('guest', 'conversation.read')
    .route({ method: 'GET', path: '/conversations/{id}', summary: 'One conversation: turns, findings, listening' })
    .input(idOf('conversation'))
    .output(unchecked(conversationPageShape))
    .handler(async ({ context, input }) => {
      const page = await openConversation(context.scope, input.id);
      await remember(context.scope, { action: 'conversation.read', about: 'conversation', id: input.id });
      return page;
    }),
  why: may('guest')
    .route({
      method: 'GET',
      path: '/conversations/{id}/turns/{turn}/why',
      summary: 'Why a turn was heard as it was: the words that say so',
    })
    .input(
      z.object({
        id: idShape.describe('Id of the conversation'),
        turn: z.coerce.number().int().min(0).max(1_000_000).describe('Number of the turn, the first is 0'),
      }),
    )
    .output(whyViewShape)
    .handler(({ context, input }) => whyHeard(context.scope, input.id, input.turn)),
  paste: may('member', 'conversation.received')
    .route({ method: 'POST', path: '/conversations/text', summary: 'Bring in a conversation as text' })
    .input(
      z.object({
        text: writtenShape.max(20_000_000).describe('What was said, as copied: a transcript, a chat, a mail, lines with names'),
        title: writtenShape.max(500).optional().describe('What to call it; else its own title'),
        happenedAt: happenedAt.optional(),
        private: hidden,
      }),
    )
    .output(receivedShape)
    .handler(({ context, input }) => receiveText(context.scope, input)),
  log: may('member', 'conversation.logged')
    .route({ method: 'POST', path: '/conversations/by-hand', summary: 'Note a call or visit: who, when, a few lines, what was promised' })
    .input(
      z.object({
        who: z.array(writtenShape.trim().min(1).max(200)).min(1).max(50).describe('Ids of people, or names; a new name is a new person'),
        kind: conversationKindShape.describe('What it was'),
        happenedAt,
        lines: writtenShape.max(100_000).describe('What was said, in your words, a line each'),
        promised: z.array(promised).max(50).optional().describe('What was promised, by us or by them'),
        private: hidden,
      }),
    )
    .output(z.object({ id: idShape }))
    .handler(({ context, input }) => logByHand(context.scope, input)),
  change: may('member', 'conversation.changed')
    .route({ method: 'PATCH', path: '/conversations/{id}', summary: 'Mend the title, day or kind of a conversation' })
    .input(
      z.object({
        id: idShape.describe('Id of the conversation'),
        title: writtenShape.trim().min(1).max(500).optional().describe('The new title'),
        happenedAt: happenedAt.optional(),
        kind: conversationKindShape.optional().describe('What it was'),
      }),
    )
    .output(okShape)
    .handler(async ({ context, input: { id, ...fields } }) => {
      await changeConversation(context.scope, id, fields);
      return { ok: true as const };
    }),
  remove: may('member', 'conversation.removed')
    .route({ method: 'DELETE', path: '/conversations/{id}', summary: 'Take a conversation away; it can be brought back' })
    .input(idOf('conversation'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeConversation(context.scope, input.id);
      return { ok: true as const };
    }),
  restore: may('member', 'conversation.restored')
    .route({ method: 'POST', path: '/conversations/{id}/restore', summary: 'Bring back a conversation that was taken away' })
    .input(idOf('conversation'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await restoreConversation(context.scope, input.id);
      return { ok: true as const };
    }),
};
