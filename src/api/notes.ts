import { z } from 'zod';
import { removeNote, restoreNote } from '#domain/notes/remove.ts';
import { openNote } from '#domain/notes/view.ts';
import { changeNote, writeNote } from '#domain/notes/write.ts';
import { idShape, okShape, writtenMomentShape, writtenShape } from '#model/names.shape.ts';
import { noteKindShape, noteViewShape } from '#model/note.shape.ts';
import { LONGEST_NOTE } from '#model/note.ts';
import { may, unchecked } from './base.ts';
import { idOf } from './inputs.ts';

const ids = (what: string) => z.array(idShape).max(50).optional().describe(`Ids of ${what}`);

const kind = noteKindShape.describe('What it tells of: a call or meeting counts as contact');
const title = writtenShape.trim().max(300).describe('A line at its head; may be empty');
const body = writtenShape.max(LONGEST_NOTE).describe('Markdown. A mention is [@Name](heed:person/<id>) or [@Name](heed:member/<id>)');
const happenedAt = writtenMomentShape.optional().describe('When it happened; now when left out');
const about = z
  .object({ people: ids('people'), organisations: ids('organisations'), deals: ids('deals') })
  .describe('Whom and what it is about: at least one');
const hidden = z.boolean().optional().describe('For your eyes alone');

export const notes = {
  open: may('guest')
    .route({ method: 'GET', path: '/notes/{id}', summary: 'One note, whole' })
    .input(idOf('note'))
    .output(unchecked(noteViewShape))
    .handler(({ context, input }) => openNote(context.scope, input.id)),
  write: may('member', 'note.written')
    .route({ method: 'POST', path: '/notes', summary: 'Write a note about people, organisations or deals' })
    .input(z.object({ kind: kind.default('note'), title: title.default(''), body: body.default(''), happenedAt, about, private: hidden }))
    .output(unchecked(noteViewShape))
    .handler(({ context, input }) => writeNote(context.scope, input)),
  change: may('member', 'note.changed')
    .route({ method: 'PATCH', path: '/notes/{id}', summary: 'Change a note you wrote' })
    .input(
      z.object({
        id: idShape.describe('Id of the note'),
        kind: kind.optional(),
        title: title.optional(),
        body: body.optional(),
        happenedAt,
        about: about.optional(),
        private: hidden,
        seen: writtenMomentShape
          .nullable()
          .optional()
          .describe('The changedAt you have seen: when it is another one by now, nothing is written over'),
      }),
    )
    .output(unchecked(noteViewShape))
    .handler(({ context, input: { id, ...given } }) => changeNote(context.scope, id, given)),
  remove: may('member', 'note.removed')
    .route({ method: 'DELETE', path: '/notes/{id}', summary: 'Take a note away; it can be brought back' })
    .input(idOf('note'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await removeNote(context.scope, input.id);
      return { ok: true as const };
    }),
  restore: may('member', 'note.restored')
    .route({ method: 'POST', path: '/notes/{id}/restore', summary: 'Bring a note back' })
    .input(idOf('note'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await restoreNote(context.scope, input.id);
      return { ok: true as const };
    }),
};
