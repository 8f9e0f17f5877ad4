import { z } from 'zod';
import { idShape, momentShape, writtenShape } from './names.shape.ts';
import { type Against, type ClaimView, OFFERING_KINDS, type OfferingView } from './offering.ts';

const words = writtenShape.trim().max(1000);

export const newOfferingShape = z.object({
  name: writtenShape.trim().min(1).max(200).describe('What it is called'),
  kind: z
    .enum(OFFERING_KINDS)
    .default('ours')
    .describe('Whose it is: ours; a partner’s; or another’s, to whom you point when that serves them better'),
  forWhom: words.default('').describe('Whom it serves well'),
  notForWhom: words.default('').describe('Whom it does not serve, so that you can say so'),
  emotionalNeed: words.default('').describe('The need somebody feels that it fulfils'),
});

/** Without defaults: what is not given stays. */
export const changedOfferingShape = z.object({
  name: newOfferingShape.shape.name.optional(),
  kind: newOfferingShape.shape.kind.unwrap().optional().describe('Whose it is: ours, a partner’s or another’s'),
  forWhom: words.optional().describe('Whom it serves well; empty when not known'),
  notForWhom: words.optional().describe('Whom it does not serve; empty when not known'),
  emotionalNeed: words.optional().describe('The need somebody feels that it fulfils; empty when not known'),
});
export type NewOffering = z.infer<typeof newOfferingShape>;

const statement = writtenShape.trim().min(1).max(500).describe('What you say of it, in one sentence that can be true or not');
const proof = writtenShape.trim().max(2000).describe('How you know: a figure, a contract, who can be asked');

export const newClaimShape = z.object({
  statement,
  proof: proof.default('').describe('How you know: a figure, a contract, who can be asked'),
});
export const changedClaimShape = z.object({ statement: statement.optional(), proof: proof.optional() });
export type NewClaim = z.infer<typeof newClaimShape>;

export const claimViewShape = z.object({
  id: idShape,
  offeringId: idShape,
  statement: z.string(),
  proof: z.string(),
  withdrawnAt: momentShape.nullable(),
}) satisfies z.ZodType<ClaimView>;

export const offeringViewShape = z.object({
  id: idShape,
  name: z.string(),
  kind: z.enum(OFFERING_KINDS),
  forWhom: z.string(),
  notForWhom: z.string(),
  emotionalNeed: z.string(),
  putAwayAt: momentShape.nullable(),
  claims: z.array(claimViewShape),
}) satisfies z.ZodType<OfferingView>;

export const againstShape = z.object({ statement: z.string(), offering: z.string(), withdrawn: z.boolean() }) satisfies z.ZodType<Against>;
