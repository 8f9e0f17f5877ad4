import { z } from 'zod';
import { acceptInvitation } from '#domain/invitations/accept.ts';
import { inviteMember, withdrawInvitation } from '#domain/invitations/invite.ts';
import { lookAtInvitation } from '#domain/invitations/look.ts';
import { changeMember, shareListening } from '#domain/members/change.ts';
import { listMembers } from '#domain/members/list.ts';
import { membershipIn } from '#domain/session/membership.ts';
import { idShape, momentShape, okShape, roleShape, writtenShape } from '#model/names.shape.ts';
import { Refusal } from '#model/refusal.ts';
import { invitationRowShape, memberRowShape, sessionShape } from '#model/session.shape.ts';
import { anybody, may, signedIn } from './base.ts';
import { flag, idOf } from './inputs.ts';
import { enter } from './session.ts';

export const members = {
  list: may('member')
    .route({ method: 'GET', path: '/members', summary: 'Who belongs to the workspace, and who is invited' })
    .output(z.object({ members: z.array(memberRowShape), invitations: z.array(invitationRowShape) }))
    .handler(({ context }) => listMembers(context.scope)),
  invite: may('admin', 'invitation.made')
    .route({ method: 'POST', path: '/invitations', summary: 'Make a link that lets one person in' })
    .input(
      z.object({
        role: roleShape.describe('What they may do: owner, admin, member or guest; not above your own'),
        days: z.int().min(1).max(90).describe('Days until the link stops working, 1 to 90'),
      }),
    )
    .output(z.object({ url: z.string(), invitation: invitationRowShape }))
    .handler(({ context, input }) => inviteMember(context.scope, { ...input, publicUrl: context.publicUrl })),
  withdrawInvitation: may('admin', 'invitation.withdrawn')
    .route({ method: 'DELETE', path: '/invitations/{id}', summary: 'Make an invitation no longer work' })
    .input(idOf('invitation'))
    .output(okShape)
    .handler(async ({ context, input }) => {
      await withdrawInvitation(context.scope, input.id);
      return { ok: true as const };
    }),
  change: may('admin', 'member.changed')
    .route({ method: 'PATCH', path: '/members/{id}', summary: 'Give a member another role, or let them go' })
    .input(
      z.object({
        id: idShape.describe('Id of the member'),
        role: roleShape.optional().describe('The new role'),
        left: z.boolean().optional().describe('True: they leave the workspace; false: they come back'),
      }),
    )
    .output(memberRowShape)
    .handler(({ context, input }) => changeMember(context.scope, input)),
  shareListening: may('member', 'member.listening-shared')
    .route({ method: 'PUT', path: '/members/me/listening', summary: 'Let others see how you listen, or no longer' })
    .input(z.object({ shared: flag.describe('Whether the others may see it') }))
    .output(z.object({ shared: z.boolean() }))
    .handler(({ context, input }) => shareListening(context.scope, input.shared)),
};

const tokenInput = z.object({ token: writtenShape.min(1).max(200).describe('The last part of the link of the invitation') });

export const invitations = {
  look: anybody()
    .route({ method: 'GET', path: '/invitations/{token}', summary: 'What an invitation leads to' })
    .input(tokenInput)
    .output(z.object({ workspace: z.string(), role: roleShape, expiresAt: momentShape, usable: z.boolean() }))
    .handler(async ({ context, input }) => {
      const seen = await lookAtInvitation(context.db, { token: input.token, now: context.now });
      if (!seen) throw new Refusal('missing.invitation', 'There is no such invitation. Ask for a new link.');
      return seen;
    }),
  accept: signedIn('invitation.accepted')
    .route({ method: 'POST', path: '/invitations/{token}/accept', summary: 'Become a member by an invitation' })
    .input(tokenInput)
    .output(sessionShape)
    .handler(async ({ context, input }) => {
      const { workspaceId } = await acceptInvitation(context.visitor, input.token);
      return enter(context, await membershipIn(context.visitor, workspaceId));
    }),
};
