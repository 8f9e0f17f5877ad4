import { z } from 'zod';
import { idShape, momentShape, nameRefShape, personKindShape, roleShape, writtenShape } from './names.shape.ts';
import type { InvitationRow, MemberRow, Session } from './pages.ts';

export const sessionShape = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  member: z.object({ id: idShape, name: z.string(), role: roleShape, sharesListening: z.boolean() }).nullable(),
  workspace: z
    .object({
      id: idShape,
      name: z.string(),
      whatWeDo: z.string(),
      mission: z.string(),
      locale: z.string(),
      zone: z.string(),
      personKinds: z.array(personKindShape),
      isSample: z.boolean(),
    })
    .nullable(),
  workspaces: z.array(nameRefShape),
  setup: z.object({ needed: z.boolean(), token: z.boolean() }),
  counts: z.object({ today: z.int(), people: z.int(), conversations: z.int(), promises: z.int(), pairs: z.int() }),
}) satisfies z.ZodType<Session>;

/** An IANA zone name, as this machine knows them. */
export const zoneShape = z.string().max(60).refine(isZone, 'That is not a time zone, like Europe/Amsterdam.');

// Intl is the only one who knows, and it answers by throwing; its list leaves out the older names that it still takes.
function isZone(zone: string): boolean {
  // Intl takes an offset ("+02:00") for a zone, the database takes it the other way round.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const workspaceFields = {
  name: writtenShape.trim().min(1).max(200).describe('What the workspace is called: your company, team or practice'),
  whatWeDo: writtenShape
    .trim()
    .max(2000)
    .describe('What you do, in a sentence or two; tells talk about your product from talk about their world'),
  mission: writtenShape.trim().max(2000).describe('Why you do it, in a sentence'),
  personKinds: z.array(personKindShape).max(8).describe('The kinds of relationships you have'),
  locale: z.enum(['en', 'nl']).describe('Language of the screens'),
  zone: zoneShape.describe('Time zone of the workspace, IANA name'),
};

export const newWorkspaceShape = z.object(workspaceFields);
export const changedWorkspaceShape = newWorkspaceShape.partial();
export type NewWorkspace = z.infer<typeof newWorkspaceShape>;
export type ChangedWorkspace = z.infer<typeof changedWorkspaceShape>;

export const memberRowShape = z.object({
  id: idShape,
  name: z.string(),
  email: z.string(),
  role: roleShape,
  isYou: z.boolean(),
}) satisfies z.ZodType<MemberRow>;

export const invitationRowShape = z.object({
  id: idShape,
  role: roleShape,
  expiresAt: momentShape,
  acceptedAt: momentShape.nullable(),
}) satisfies z.ZodType<InvitationRow>;
