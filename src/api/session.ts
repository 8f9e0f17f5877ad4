import { z } from 'zod';
import { type Membership, membershipIn } from '#domain/session/membership.ts';
import { readSession } from '#domain/session/read.ts';
import { idShape } from '#model/names.shape.ts';
import type { Session } from '#model/pages.ts';
import { sessionShape } from '#model/session.shape.ts';
import { anybody, signedIn } from './base.ts';
import type { Context } from './context.ts';

/** From here on in that workspace: the answer is already of it, the session follows with the next request. */
export async function enter(context: Context, member: Membership | null): Promise<Session> {
  if (member) await context.chooseWorkspace(member.workspaceId);
  const { db, now, setup, caller } = context;
  return readSession({ db, now, setup, account: caller.account, member });
}

export const session = {
  read: anybody()
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, in which workspace, and what waits there' })
    .output(sessionShape)
    .handler(({ context: { db, now, setup, caller } }) => readSession({ db, now, setup, account: caller.account, member: caller.member })),
  openWorkspace: signedIn()
    .route({ method: 'POST', path: '/session/workspace', summary: 'Go to another workspace of yours' })
    .input(z.object({ workspaceId: idShape.describe('Id of the workspace to open') }))
    .output(sessionShape)
    .handler(async ({ context, input }) => enter(context, await membershipIn(context.visitor, input.workspaceId))),
};
