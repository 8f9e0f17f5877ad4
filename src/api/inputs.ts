import { z } from 'zod';
import { idShape } from '#model/names.shape.ts';

/** A flag, also as REST's query strings write it. */
export const flag = z.union([z.boolean(), z.stringbool()]);

export function idOf(what: string) {
  return z.object({ id: idShape.describe(`Id of the ${what}`) });
}

/** The way through a list: where the page before ended, and how many rows. */
export const paging = {
  cursor: z.string().max(1000).optional().describe('The `next` of the page before; none for the first page'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows at most, 1 to 200'),
};
