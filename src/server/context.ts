import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context as HonoContext } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Caller, Context } from '#api/context.ts';
import type { Db } from '#db/pool.ts';
import type { Marking } from '#domain/erasures/marks.ts';
import type { Outside } from '#domain/language-model/settings.ts';
import type { Accounts } from './accounts.ts';
import { isLoopback } from './config.ts';
import type { Setup } from './setup.ts';

export type Bindings = { Bindings: HttpBindings };

type Request = HonoContext<Bindings>;

/** Which workspace a session has open: a cookie of ours, or a header from a program. Only ever a wish: membership is looked up each time. */
const WORKSPACE = 'heed-workspace';

export interface Ground {
  db: Db;
  accounts: Accounts;
  setup: Setup;
  publicUrl: string;
  /** We listen on this machine alone. */
  loopbackOnly: boolean;
  languageModel: Outside;
  marking: Marking;
  now: () => string;
}

/**
 * The address at the other end of the line, or what a proxy on this machine says it is: the last it names, for the ones before it are the
 * caller's own word. What is no address (tries are counted by it) is not believed.
 */
export function addressOf(c: Request): string {
  const remote = remoteOf(c);
  if (!isLoopback(remote)) return remote;
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  // Some proxies add the port: 192.0.2.1:5678, [2001:db8::1]:5678.
  const bare = /^\[(.*)\](:\d+)?$/.exec(last)?.[1] ?? last.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) ? bare : remote;
}

/**
 * From this very machine, with no proxy in between. The name asked for must be this machine's too: a page elsewhere can point
 * its own name at 127.0.0.1 (DNS rebinding).
 */
export function isLocal(ground: Ground, c: Request): boolean {
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded') ?? c.req.header('x-real-ip');
  const name = (c.req.header('host') ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return ground.loopbackOnly && isLoopback(remoteOf(c)) && isLoopback(name) && proxied === undefined;
}

function remoteOf(c: Request): string {
  return c.env.incoming.socket.remoteAddress ?? '';
}

/** Who asks, in which workspace, when: what every procedure gets. */
export async function contextOf(ground: Ground, c: Request): Promise<Context> {
  const needed = await ground.setup.needed();
  return {
    db: ground.db,
    caller: await callerOf(ground, c),
    now: ground.now(),
    publicUrl: ground.publicUrl,
    languageModel: ground.languageModel,
    marking: ground.marking,
    setup: { needed, token: needed && !isLocal(ground, c) },
    chooseWorkspace: (workspaceId) =>
      setCookie(c, WORKSPACE, workspaceId, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: 365 * 24 * 3600,
        secure: ground.publicUrl.startsWith('https:'),
      }),
  };
}

async function callerOf({ db, accounts }: Ground, c: Request): Promise<Caller> {
  const nobody: Caller = { account: null, sessionId: null, member: null };
  if (!c.req.header('cookie')) return nobody;
  const ask = () => accounts.api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
  const { response: found, headers } = await ask().catch(async () => {
    // It hides why; when it is the database that is away, the database says so. Else it was only for a moment.
    await db.selectFrom('accounts').select('id').limit(1).execute();
    return ask();
  });
  // A session that was renewed lives on in the browser only if its cookie is; one that is over is taken away.
  for (const line of headers.getSetCookie()) c.header('set-cookie', line, { append: true });
  if (!found) return nobody;
  const { id, name, email } = found.user;
  const wanted = c.req.header(WORKSPACE) ?? getCookie(c, WORKSPACE) ?? '';
  return { account: { id, name, email }, sessionId: found.session.id, member: await memberOf(db, id, wanted) };
}

/** The member this account is in the workspace it asked for, else in the one it joined last. */
async function memberOf(db: Db, accountId: string, wanted: string): Promise<Caller['member']> {
  const members = await db
    .selectFrom('members')
    .select(['id', 'workspaceId', 'role', 'name', 'createdAt'])
    .where('accountId', '=', accountId)
    .where('leftAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const member = members.find((one) => one.workspaceId === wanted) ?? members[0];
  if (!member) return null;
  return { id: member.id, workspaceId: member.workspaceId, role: member.role as NonNullable<Caller['member']>['role'], name: member.name };
}
