import { z } from 'zod';
import { membershipIn, newestMembership } from '#domain/session/membership.ts';
import { changeWorkspace } from '#domain/workspaces/change.ts';
import { createWorkspace, openSample } from '#domain/workspaces/create.ts';
import { removeSample } from '#domain/workspaces/remove.ts';
import { changedWorkspaceShape, newWorkspaceShape, sessionShape, zoneShape } from '#model/session.shape.ts';
import { may, signedIn } from './base.ts';
import { enter } from './session.ts';

// Anything may be sent, and what is no language of ours is refused: so a caller may hold it as plain text.
const locale = z.string().pipe(z.enum(['en', 'nl']));

export const workspaces = {
  create: signedIn('workspace.created')
    .route({ method: 'POST', path: '/workspaces', summary: 'Make a workspace and own it' })
    .input(newWorkspaceShape.extend({ locale: locale.describe('Language of the screens: en or nl') }))
    .output(sessionShape)
    .handler(async ({ context, input }) => {
      const { workspaceId } = await createWorkspace(context.visitor, input);
      return enter(context, await membershipIn(context.visitor, workspaceId));
    }),
  change: may('admin', 'workspace.changed')
    .route({ method: 'PATCH', path: '/workspace', summary: 'Change what the workspace says of itself' })
    .input(changedWorkspaceShape.extend({ locale: locale.optional().describe('Language of the screens: en or nl') }))
    .output(sessionShape)
    .handler(async ({ context, input }) => {
      await changeWorkspace(context.scope, input);
      return enter(context, { id: context.scope.member.id, workspaceId: context.scope.workspaceId });
    }),
  openSample: signedIn('workspace.created')
    .route({ method: 'POST', path: '/workspaces/sample', summary: 'Look around in a made-up workspace of your own' })
    .input(
      z.object({
        locale: locale.default('en').describe('Language of the screens: en or nl'),
        zone: zoneShape.default('UTC').describe('Time zone, IANA name'),
      }),
    )
    .output(sessionShape)
    .handler(async ({ context, input }) => {
      const { workspaceId } = await openSample(context.visitor, input.locale, input.zone);
      return enter(context, await membershipIn(context.visitor, workspaceId));
    }),
  removeSample: may('owner', 'workspace.removed')
    .route({ method: 'DELETE', path: '/workspaces/sample', summary: 'Remove the made-up workspace with everything in it' })
    .output(sessionShape)
    .handler(async ({ context }) => {
      await removeSample(context.scope);
      const { account } = context.caller;
      return enter(context, account ? await newestMembership({ ...context.scope, account }) : null);
    }),
};
