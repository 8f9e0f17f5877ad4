import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import type { NewWorkspace } from '#model/session.shape.ts';
import { remember } from '../audit.ts';
import { WORKSPACE } from '../sample/cast.ts';
import { loadSample } from '../sample/load.ts';
import { type Scope, type Visitor, wholly } from '../scope.ts';
import { firstOf } from '../statement.ts';

/**
 * A workspace of one's own, with whoever makes it as its owner. The first account makes the first one; after that, who owns one may make more.
 * @throws Refusal `may.own-first`.
 */
export async function createWorkspace(visitor: Visitor, fields: NewWorkspace): Promise<{ workspaceId: string }> {
  return wholly(visitor, async (change) => {
    await refuseGuests(change);
    const scope = await found(change, { ...fields, isSample: false });
    return { workspaceId: scope.workspaceId };
  });
}

/**
 * The sample workspace of this account: made whole when it has none yet, else the one it has.
 * @throws Refusal `may.own-first`.
 */
export async function openSample(visitor: Visitor, locale: 'en' | 'nl', zone: string): Promise<{ workspaceId: string }> {
  return wholly(visitor, async (change) => {
    // One at a time an account: two clicks make one sample.
    await sql`select pg_advisory_xact_lock(hashtext(${change.account.id}))`.execute(change.db);
    const has = await sampleOf(change);
    if (has) return { workspaceId: has };
    await refuseGuests(change);
    const scope = await found(change, { ...WORKSPACE, personKinds: [...WORKSPACE.personKinds], locale, zone, isSample: true });
    await loadSample(scope);
    return { workspaceId: scope.workspaceId };
  });
}

async function found(visitor: Visitor, fields: NewWorkspace & { isSample: boolean }): Promise<Scope> {
  const { db, account, now } = visitor;
  const workspaceId = uuidv7();
  const member = { id: uuidv7(), role: 'owner' as const, name: account.name };
  await db
    .insertInto('workspaces')
    .values({ workspaceId, id: workspaceId, ...fields, createdAt: now, createdBy: member.id })
    .execute();
  await db
    .insertInto('members')
    .values({ workspaceId, ...member, accountId: account.id, email: account.email, createdAt: now, createdBy: member.id })
    .execute();
  const scope: Scope = { db, workspaceId, member, now };
  await remember(scope, { action: 'workspace.created', about: 'workspace', id: workspaceId, detail: { sample: fields.isSample } });
  return scope;
}

async function refuseGuests({ db, account }: Visitor): Promise<void> {
  const standing = await firstOf(
    db,
    sql<{ owns: boolean; nobody: boolean }>`select
      exists(select 1 from members where account_id = ${account.id} and role = 'owner' and left_at is null) as owns,
      not exists(select 1 from members) as nobody`,
  );
  if (standing?.owns || standing?.nobody) return;
  throw new Refusal('may.own-first', 'Only an owner of a workspace may make another one. Ask an owner to invite you, or to make it.');
}

async function sampleOf({ db, account }: Visitor): Promise<string | null> {
  const row = await firstOf(
    db,
    sql<{ id: string }>`select w.id from members m join workspaces w on w.workspace_id = m.workspace_id and w.id = m.workspace_id
      where m.account_id = ${account.id} and m.left_at is null and m.role = 'owner' and w.is_sample`,
  );
  return row?.id ?? null;
}
