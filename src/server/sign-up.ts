import type { Context } from 'hono';
import { lookAtInvitation } from '#domain/invitations/look.ts';
import { Refusal } from '#model/refusal.ts';
import { type Bindings, type Ground, isLocal } from './context.ts';

/** One at a time, so that two cannot both be the first. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Who may make an account: the first one (from this machine, or with the token printed at the start), then whoever holds an invitation that still holds.
 * Passes on to better-auth; what it refuses it refuses itself (a taken address, a short password).
 */
export async function signUpGate(ground: Ground, c: Context<Bindings>, knocking: Promise<() => Promise<Response>>): Promise<Response> {
  const pass = await knocking;
  const mine = before.then(async () => {
    await refuseStrangers(ground, c);
    return pass();
  });
  before = mine.catch(() => undefined);
  return mine;
}

async function refuseStrangers(ground: Ground, c: Context<Bindings>): Promise<void> {
  const { setup, db, now } = ground;
  if (await setup.needed()) {
    if (isLocal(ground, c) || setup.matches(c.req.header('x-heed-setup-token'))) return;
    throw new Refusal('may.setup-token', 'The first account needs the setup token that Heed printed when it started.');
  }
  const token = c.req.header('x-heed-invitation');
  const invitation = token ? await lookAtInvitation(db, { token, now: now() }) : null;
  if (!invitation?.usable)
    throw new Refusal('may.invitation', 'An account is made from an invitation. Ask an owner of this Heed for a new link.');
}
