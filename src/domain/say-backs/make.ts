import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { SAY_BACK_DAYS } from '#model/say-back.ts';
import { remember } from '../audit.ts';
import { isForAll, lockNeed, lockPerson } from '../needs/lock.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';

export interface NewSayBack {
  personId: string;
  /** Which needs, and our words for each as they will read them. */
  needs: { id: string; statement: string }[];
  greeting?: string | undefined;
  publicUrl: string;
}

/**
 * A page that asks one person whether we got it right, and the link to it. The link is told once: only its hash is kept.
 * @throws Refusal `missing.person`, `person.in-private`, `person.do-not-contact`, `missing.need`, `say-back.others-need`, `need.in-private`.
 */
export function makeSayBack(
  scope: Scope,
  { personId, needs, greeting, publicUrl }: NewSayBack,
): Promise<{ id: string; url: string; expiresAt: string }> {
  return wholly(scope, async (change) => {
    const person = await lockPerson(change, personId);
    if (person.doNotContactAt)
      throw new Refusal('person.do-not-contact', `${person.name} asked not to be contacted, so there is no link to send.`, {
        name: person.name,
      });
    const id = uuidv7();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.parse(change.now) + SAY_BACK_DAYS * 86_400_000).toISOString();
    await sql`insert into say_backs (workspace_id, id, person_id, token_hash, greeting, expires_at, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${personId}, ${hashOfLink(token)}, ${greeting?.trim() ?? ''}, ${expiresAt}, ${change.now},
        ${change.member.id})`.execute(change.db);
    for (const [i, need] of needs.entries()) await ask(change, { sayBackId: id, personId, i, ...need });
    await remember(change, { action: 'say-back.made', about: 'say-back', id, detail: { needs: needs.length } });
    return { id, url: `${publicUrl}/said/${token}`, expiresAt };
  });
}

async function ask(
  change: Change,
  { sayBackId, personId, i, id, statement }: { sayBackId: string; personId: string; i: number; id: string; statement: string },
): Promise<void> {
  const need = await lockNeed(change, id);
  if (need.personId !== personId)
    throw new Refusal('say-back.others-need', 'That is a need of somebody else. Ask them on a page of their own.');
  // What they answer is seen by whoever sees the need; and what all may see must not be worded from what one may.
  if (!(await isForAll(change, need)))
    throw new Refusal(
      'need.in-private',
      'That talk is for you alone to read, and this need is for all. Ask them again where others may hear it.',
    );
  await sql`insert into say_back_needs (workspace_id, id, say_back_id, need_id, i, statement)
    values (${change.workspaceId}, ${uuidv7()}, ${sayBackId}, ${id}, ${i}, ${statement.trim()})
    on conflict (workspace_id, say_back_id, need_id) do nothing`.execute(change.db);
}

export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The link leads nowhere from here on; what was answered stays. Twice is once. @throws Refusal `missing.say-back`. */
export function revokeSayBack(scope: Scope, id: string): Promise<void> {
  return wholly(scope, async (change) => {
    const found = await firstOf(
      change.db,
      sql<{ revoked: boolean }>`select b.revoked_at is not null as revoked from say_backs b
        join people p on p.workspace_id = b.workspace_id and p.id = b.person_id
        where b.workspace_id = ${change.workspaceId} and b.id = ${id} and ${known(change, 'p')} for update of b`,
    );
    if (!found) throw missingSayBack();
    if (found.revoked) return;
    await sql`update say_backs set revoked_at = ${change.now}, revoked_by = ${change.member.id}
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    await remember(change, { action: 'say-back.revoked', about: 'say-back', id });
  });
}

export function missingSayBack(): Refusal {
  return new Refusal('missing.say-back', 'There is nothing at this link any more. Ask whoever sent it to you for a new one.');
}
