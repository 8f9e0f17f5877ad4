import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '#db/pool.ts';

export interface Setup {
  /** Nobody has an account yet. */
  needed(): Promise<boolean>;
  /** What must be shown to claim the first account from elsewhere; printed at the start. */
  token: string;
  matches(given: string | undefined): boolean;
}

/** Until the first account exists it can be claimed: from this machine freely, from elsewhere with the token printed at the start. */
export function openSetup(db: Db): Setup {
  const token = randomBytes(16).toString('base64url');
  let done = false;
  return {
    token,
    needed: async () => {
      // Once there is an account there will always be one: no need to ask again.
      done ||= (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
      return !done;
    },
    matches: (given) => given !== undefined && given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token)),
  };
}
