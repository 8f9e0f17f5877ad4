import { sql } from 'kysely';
import type { NewClaim, NewOffering } from '#model/offering.shape.ts';
import { claim } from '../offerings/claim.ts';
import { offer } from '../offerings/offer.ts';
import type { Change } from '../scope.ts';

/** What Lantern offers and says of it; the story names a claim by its key. */
export const OFFERINGS: (NewOffering & { claims: Record<string, NewClaim> })[] = [
  {
    name: 'The night desk',
    kind: 'ours',
    forWhom: 'Whoever answers for food or medicine that must stay cold, and has nobody awake at night',
    notForWhom: 'Loads that may warm up: dry goods, bottled drinks',
    emotionalNeed: 'To sleep, and to sign something and know it is true',
    claims: {
      answers: {
        statement: 'When it warms, a person picks up the phone and calls your driver',
        proof: 'Four people in Porto, every night. The record says who called, when, who answered and what they did.',
      },
      fetch: { statement: 'Somebody comes and fetches a van that fails', proof: 'Agreed with hauliers wherever our customers drive' },
    },
  },
  {
    name: 'The sensors',
    kind: 'ours',
    forWhom: 'Vans, cold rooms and fridges that have none yet',
    notForWhom: 'Who has sensors already: those may stay',
    emotionalNeed: '',
    claims: {
      signal: {
        statement: 'It keeps measuring without a signal, in tunnels too',
        proof: 'Three networks; what was measured meanwhile is sent afterwards',
      },
      battery: { statement: 'The battery lasts five years', proof: '' },
    },
  },
];

/** Before anybody's words are understood, so that nothing has to be looked at again; the ids of the claims by key. */
export async function offerEverything(change: Change): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { claims, ...offering } of OFFERINGS) {
    const { id } = await offer(change, offering);
    for (const [key, said] of Object.entries(claims)) ids.set(key, (await claim(change, id, said)).id);
  }
  await sql`select graphile_worker.remove_job(${`look-again:${change.workspaceId}`})`.execute(change.db);
  return ids;
}
