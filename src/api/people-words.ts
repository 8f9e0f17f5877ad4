import { z } from 'zod';
import { idShape, personKindShape, writtenDayShape, writtenShape } from '#model/names.shape.ts';
import { FIELD_TESTS, SPOKE } from '#model/people-sentence.ts';
import { flag } from './inputs.ts';

/** One or several: REST's query strings write one without brackets. */
function several<Item extends z.ZodType>(item: Item, most: number) {
  return z.union([z.array(item).max(most), item.transform((one) => [one])]).optional();
}

const fieldWord = z.object({
  id: idShape.describe('Id of the field'),
  test: z.enum(FIELD_TESTS).describe('Equals, contains, at least or since, at most or until, filled in, not filled in'),
  value: writtenShape.max(200).optional().describe('What it is held against; an id for a person'),
});

/** The words of the sentence over the list of people. */
export const peopleWords = {
  find: writtenShape.max(200).optional().describe('A piece of a name'),
  of: writtenShape.max(200).optional().describe('Only who works at the organisation of this name'),
  kinds: several(personKindShape, 8).describe('Only these kinds of relationship'),
  spoke: z.enum(SPOKE).optional().describe('Last real contact: within a week or month, or none for a month or a quarter'),
  owe: flag.optional().describe('Only those to whom you owe something'),
  tags: several(idShape, 8).describe('Ids of tags that all hang on them'),
  owner: z
    .union([z.enum(['me', 'nobody']), idShape])
    .optional()
    .describe('Looked after by you, by nobody, or by the member of this id'),
  fields: several(fieldWord, 8).describe('What is filled in in fields of your own'),
  contact: z.enum(['no', 'yes']).optional().describe('Only who asked to be left alone, or only who did not'),
  close: several(z.coerce.number().int().min(1).max(4), 4).describe('Only these layers of closeness, 1 to 4'),
  added: writtenDayShape.optional().describe('Only who was added on this day or later'),
  brought: idShape.optional().describe('Only whom the import of this id made'),
};
