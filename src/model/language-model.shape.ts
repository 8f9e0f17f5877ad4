import { z } from 'zod';
import { ASK_FAILURES, type Candidate, endpointOf, type LanguageModelView, type ModelTried } from './language-model.ts';
import { momentShape } from './names.shape.ts';

const wordsOrNull = z
  .string()
  .nullish()
  .catch(null)
  .transform((said) => said ?? null);

/** Shape alone: whether any of it is so is judged by understanding/second/judge.ts. What has no place here is left out. */
export const candidateShape = z.object({
  kind: z.string().max(40),
  turn: z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(0)),
  quote: z.string().max(4000),
  statement: wordsOrNull,
  depth: z
    .number()
    .nullish()
    .catch(null)
    .transform((depth) => depth ?? null),
  what: wordsOrNull,
  feeling: wordsOrNull,
  tone: wordsOrNull,
  verdict: wordsOrNull,
  name: wordsOrNull,
}) satisfies z.ZodType<Candidate>;

export const endpointShape = z
  .string()
  .max(500)
  .transform((typed, context) => {
    const endpoint = typed.trim() === '' ? '' : endpointOf(typed);
    if (endpoint === null) context.addIssue('Write the whole address, such as https://models.example.com/v1');
    return endpoint ?? '';
  });

/** One line that can be shown. */
export const modelNameShape = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\p{L}\p{N}\p{P}\p{S} ]*$/u, 'A name of a model is one line.');

/** What an HTTP header can carry. */
export const modelKeyShape = z
  .string()
  .trim()
  .max(2000)
  .regex(/^[\x21-\x7e]*$/, 'A key has no spaces or letters outside of ASCII.');

const failureShape = z.enum(ASK_FAILURES);

export const languageModelViewShape = z.object({
  on: z.boolean(),
  endpoint: z.string(),
  model: z.string(),
  key: z.enum(['none', 'kept', 'lost']),
  health: z.object({
    askedAt: momentShape.nullable(),
    answeredAt: momentShape.nullable(),
    failure: z.object({ at: momentShape, why: failureShape }).nullable(),
    unanswered: z.int(),
  }),
}) satisfies z.ZodType<LanguageModelView>;

export const modelTriedShape = z.object({
  failure: failureShape.nullable(),
  found: z.int(),
  ms: z.int(),
}) satisfies z.ZodType<ModelTried>;
