import { z } from 'zod';
import { claim, rewordClaim, standByClaim, withdrawClaim } from '#domain/offerings/claim.ts';
import { listOfferings } from '#domain/offerings/list.ts';
import { bringBackOffering, changeOffering, offer, putAwayOffering } from '#domain/offerings/offer.ts';
import { idShape } from '#model/names.shape.ts';
import {
  changedClaimShape,
  changedOfferingShape,
  claimViewShape,
  newClaimShape,
  newOfferingShape,
  offeringViewShape,
} from '#model/offering.shape.ts';
import { may } from './base.ts';
import { flag, idOf } from './inputs.ts';

const offering = z.object({ id: idShape.describe('Id of the offering') });
const ofClaim = z.object({ id: idShape.describe('Id of the claim') });

export const offerings = {
  list: may('guest')
    .route({ method: 'GET', path: '/offerings', summary: 'What you offer, and what you say of it' })
    .input(z.object({ away: flag.default(false).describe('Also what was put away, and claims that were withdrawn') }))
    .output(z.object({ offerings: z.array(offeringViewShape) }))
    .handler(async ({ context, input }) => ({ offerings: await listOfferings(context.scope, input) })),
  offer: may('member', 'offering.offered')
    .route({ method: 'POST', path: '/offerings', summary: 'Write down something you offer, or point people to' })
    .input(newOfferingShape)
    .output(offeringViewShape)
    .handler(({ context, input }) => offer(context.scope, input)),
  change: may('member', 'offering.changed')
    .route({ method: 'PATCH', path: '/offerings/{id}', summary: 'Change what an offering is called, whose it is, whom it serves' })
    .input(offering.extend(changedOfferingShape.shape))
    .output(offeringViewShape)
    .handler(({ context, input: { id, ...given } }) => changeOffering(context.scope, id, given)),
  putAway: may('member', 'offering.put-away')
    .route({ method: 'DELETE', path: '/offerings/{id}', summary: 'It is not offered any more; it can be brought back' })
    .input(idOf('offering'))
    .output(offeringViewShape)
    .handler(({ context, input }) => putAwayOffering(context.scope, input.id)),
  bringBack: may('member', 'offering.brought-back')
    .route({ method: 'POST', path: '/offerings/{id}/restore', summary: 'It is offered after all, with the claims it had' })
    .input(idOf('offering'))
    .output(offeringViewShape)
    .handler(({ context, input }) => bringBackOffering(context.scope, input.id)),
  claim: may('member', 'claim.made')
    .route({ method: 'POST', path: '/offerings/{id}/claims', summary: 'Say something of an offering; beliefs are held against it' })
    .input(offering.extend(newClaimShape.shape))
    .output(claimViewShape)
    .handler(({ context, input: { id, ...said } }) => claim(context.scope, id, said)),
  reword: may('member', 'claim.reworded')
    .route({ method: 'PATCH', path: '/offerings/claims/{id}', summary: 'Say the same in better words, or add how you know' })
    .input(ofClaim.extend(changedClaimShape.shape))
    .output(claimViewShape)
    .handler(({ context, input: { id, ...said } }) => rewordClaim(context.scope, id, said)),
  withdraw: may('member', 'claim.withdrawn')
    .route({ method: 'DELETE', path: '/offerings/claims/{id}', summary: 'You say it no longer; nothing new is held against it' })
    .input(idOf('claim'))
    .output(claimViewShape)
    .handler(({ context, input }) => withdrawClaim(context.scope, input.id)),
  standBy: may('member', 'claim.stood-by')
    .route({ method: 'POST', path: '/offerings/claims/{id}/restore', summary: 'You say it after all' })
    .input(idOf('claim'))
    .output(claimViewShape)
    .handler(({ context, input }) => standByClaim(context.scope, input.id)),
};
