import { z } from 'zod';
import { lookAtSpeaker, namesOfPerson } from '#domain/speakers/look.ts';
import { mendSpeaker } from '#domain/speakers/mend.ts';
import { nameSpeakers, unnameSpeakers } from '#domain/speakers/name.ts';
import { unknownSpeakers } from '#domain/speakers/unknown.ts';
import { unmendSpeaker } from '#domain/speakers/unmend.ts';
import { speakerLookShape, unknownSpeakerShape } from '#model/conversation-pages.shape.ts';
import { idShape, okShape, personKindShape, writtenShape } from '#model/names.shape.ts';
import { may } from './base.ts';
import { idOf } from './inputs.ts';

const who = {
  is: z.enum(['me', 'member', 'person', 'new', 'nobody']).describe('Who it is; nobody: a room or a recorder, never asked again'),
  memberId: idShape.optional().describe('member: which one'),
  personId: idShape.optional().describe('person: which one'),
  name: writtenShape.trim().min(1).max(200).optional().describe('new: the full name'),
  kinds: z.array(personKindShape).max(8).optional().describe('new: kinds of relationship'),
  organisation: writtenShape.trim().max(200).optional().describe('new: where they work'),
  roleTitle: writtenShape.trim().max(200).optional().describe('new: what they do there'),
};

const answer = z.object({ alias: writtenShape.min(1).max(500).describe('The `alias` of the unknown speaker'), ...who });

const mended = z.object({
  speakerId: idShape.describe('Id of the speaker, as a conversation gives it'),
  everywhere: z
    .boolean()
    .default(false)
    .describe('Wherever this name is taken for the same one, and from now on; else in this conversation alone'),
  ...who,
});

export const speakers = {
  unknown: may('member')
    .route({ method: 'GET', path: '/speakers/unknown', summary: 'Whom we do not know yet, each once, with who it could be' })
    .input(z.object({ conversationId: idShape.optional().describe('Only those of this conversation') }))
    .output(z.object({ speakers: z.array(unknownSpeakerShape) }))
    .handler(async ({ context, input }) => ({ speakers: await unknownSpeakers(context.scope, input.conversationId ?? null) })),
  name: may('member', 'speaker.named')
    .route({ method: 'POST', path: '/speakers/name', summary: 'Say who speakers are, for all conversations they stand in' })
    .input(z.object({ answers: z.array(answer).min(1).max(200).describe('One answer a speaker') }))
    .output(z.object({ ok: z.literal(true), undo: z.string() }))
    .handler(async ({ context, input }) => ({ ok: true as const, ...(await nameSpeakers(context.scope, input.answers)) })),
  unname: may('member', 'speaker.unnamed')
    .route({ method: 'POST', path: '/speakers/unname', summary: 'Take back who speakers were said to be' })
    .input(z.object({ undo: idShape.describe('The `undo` that naming them answered') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await unnameSpeakers(context.scope, input.undo);
      return { ok: true as const };
    }),
  look: may('guest')
    .route({ method: 'GET', path: '/speakers/{id}', summary: 'Whom a speaker is taken for, and why' })
    .input(idOf('speaker'))
    .output(speakerLookShape)
    .handler(({ context, input }) => lookAtSpeaker(context.scope, input.id)),
  ofPerson: may('guest')
    .route({ method: 'GET', path: '/people/{id}/names', summary: 'The names under which a person speaks, each once' })
    .input(idOf('person'))
    .output(z.object({ names: z.array(speakerLookShape) }))
    .handler(async ({ context, input }) => ({ names: await namesOfPerson(context.scope, input.id) })),
  mend: may('member', 'speaker.mended')
    .route({
      method: 'POST',
      path: '/speakers/{speakerId}/mend',
      summary: 'Say that a speaker is somebody else: their confirmed words go along',
    })
    .input(mended)
    .output(z.object({ undo: z.string(), conversations: z.int(), moved: z.int(), takenBack: z.int() }))
    .handler(({ context, input }) => mendSpeaker(context.scope, input)),
  unmend: may('member', 'speaker.unmended')
    .route({ method: 'POST', path: '/speakers/unmend', summary: 'Take back that a speaker was said to be somebody else' })
    .input(z.object({ undo: idShape.describe('The `undo` that mending answered') }))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await unmendSpeaker(context.scope, input.undo);
      return { ok: true as const };
    }),
};
