import { uuidv7 } from 'uuidv7';
import { type Db, kyselyOver, openPool } from '#db/pool.ts';
import type { Scope } from '#domain/scope.ts';
import { matchEmailOf, matchKeyOf } from '#model/match.ts';
import type { Role } from '#model/member.ts';
import { CLUSTER_ENV, type Cluster, cloneOf, cloneTemplate, dropDatabase, emptyDatabase, madeOnce, startCluster } from './cluster.ts';

export interface WorldMember {
  id: string;
  name: string;
  role: Role;
  email: string;
  accountId: string;
  workspaceId: string;
}

export interface World {
  db: Db;
  /** For what asks for a pool; the same database. */
  pool: ReturnType<typeof openPool>;
  /** Of this world's own database. */
  url: string;
  workspace: { id: string; name: string };
  /** A person that the workspace knows; `ada@example.org` unless said otherwise. */
  person(name: string, more?: { kinds?: string[]; email?: string | null }): Promise<{ id: string; name: string }>;
  /** A member with an account; a member of `in` when it is another workspace than the world's own. */
  member(name: string, role?: Role, more?: { in?: string }): Promise<WorldMember>;
  /** A second workspace in the same database: what strangers are made of. */
  otherWorkspace(name: string): Promise<{ id: string; name: string }>;
  /** What the domain asks for; now unless said otherwise. */
  scope(member: WorldMember, now?: string): Scope;
  close(): Promise<void>;
}

/** A fresh migrated database with one workspace and nobody in it. Close it in `after`. */
export async function newWorld(): Promise<World> {
  const cluster = await joinCluster();
  const name = freshName();
  const url = await cloneTemplate(cluster, name);
  const pool = openPool(url, () => undefined, 8);
  const db = kyselyOver(pool);
  const workspace = await addWorkspace(db, 'Brightwater');
  return {
    db,
    pool,
    url,
    workspace,
    person: (person, more = {}) => addPerson(db, workspace.id, person, more),
    member: (member, role = 'member', more = {}) => addMember(db, more.in ?? workspace.id, member, role),
    otherWorkspace: (other) => addWorkspace(db, other),
    scope: (member, now = new Date().toISOString()) => ({ db, workspaceId: member.workspaceId, member, now }),
    close: async () => {
      await pool.end();
      await dropDatabase(cluster, name);
      await leaveCluster();
    },
  };
}

/** A database without a world: for what migrates it or serves it. `close` drops it. */
export async function newDatabase(made: 'empty' | 'migrated' | Ready): Promise<{ url: string; close(): Promise<void> }> {
  const cluster = await joinCluster();
  const name = freshName();
  const url = await makeOne(cluster, name, made);
  return {
    url,
    close: async () => {
      await dropDatabase(cluster, name);
      await leaveCluster();
    },
  };
}

/** A database that is filled once for all test files, then cloned. */
export interface Ready {
  name: string;
  fill(url: string): Promise<void>;
}

async function makeOne(cluster: string, name: string, made: 'empty' | 'migrated' | Ready): Promise<string> {
  if (made === 'empty') return emptyDatabase(cluster, name);
  if (made === 'migrated') return cloneTemplate(cluster, name);
  await madeOnce(cluster, made.name, made.fill);
  return cloneOf(cluster, made.name, name);
}

// A file run by itself (`node --test file`) has no cluster yet: the first world starts one, the last one stops it.
let own: Promise<Cluster> | null = null;
let users = 0;

async function joinCluster(): Promise<string> {
  const given = process.env[CLUSTER_ENV];
  if (given) return given;
  users += 1;
  own ??= startCluster();
  return (await own).url;
}

async function leaveCluster(): Promise<void> {
  if (!own || --users > 0) return;
  const ending = await own;
  own = null;
  await ending.stop();
}

function freshName(): string {
  return `world_${uuidv7().replaceAll('-', '')}`;
}

async function addWorkspace(db: Db, name: string): Promise<{ id: string; name: string }> {
  const id = uuidv7();
  await db.insertInto('workspaces').values({ workspaceId: id, id, name, createdAt: new Date() }).execute();
  return { id, name };
}

async function addPerson(db: Db, workspaceId: string, name: string, more: { kinds?: string[]; email?: string | null }) {
  const id = uuidv7();
  const createdAt = new Date();
  await db
    .insertInto('people')
    .values({ workspaceId, id, name, matchKey: matchKeyOf(name), kinds: more.kinds ?? ['customer'], createdAt })
    .execute();
  await db
    .updateTable('workspaces')
    .set((eb) => ({ peopleKnown: eb('peopleKnown', '+', 1) }))
    .where('id', '=', workspaceId)
    .execute();
  const email = more.email === undefined ? emailOf(name) : more.email;
  const address = { workspaceId, id: uuidv7(), personId: id, email: email ?? '', matchEmail: matchEmailOf(email ?? ''), createdAt };
  if (email) await db.insertInto('personEmails').values(address).execute();
  return { id, name };
}

async function addMember(db: Db, workspaceId: string, name: string, role: Role): Promise<WorldMember> {
  const member = { id: uuidv7(), name, role, email: emailOf(name), accountId: uuidv7(), workspaceId };
  const known = await db.selectFrom('accounts').select('id').where('email', '=', member.email).executeTakeFirst();
  const at = new Date();
  if (known) member.accountId = known.id;
  else
    await db
      .insertInto('accounts')
      .values({ id: member.accountId, name, email: member.email, emailVerified: true, createdAt: at, updatedAt: at })
      .execute();
  await db
    .insertInto('members')
    .values({ ...member, createdAt: at })
    .execute();
  return member;
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@example.org`;
}
