import { pino } from 'pino';
import { type AppOptions, makeApp } from '#server/app.ts';
import { asking } from './asking.ts';
import type { World, WorldMember } from './world.ts';

export interface RestAnswer<Body = Record<string, unknown>> {
  status: number;
  body: Body;
  text: string;
  headers: Headers;
}

export interface Rest {
  /** Asks as this member, or as a stranger; an object as body is sent as JSON, a string as it stands. */
  ask<Body = Record<string, unknown>>(
    member: WorldMember | null,
    line: string,
    body?: object | string,
    more?: { headers?: Record<string, string>; from?: string },
  ): Promise<RestAnswer<Body>>;
  /** What the log of the server was told so far. */
  said(): string;
}

const SIGNED_IN = 'signed-in-as';

/**
 * Everything that answers over HTTP, without a line: for what a program meets. Who asks is told by a header, as the account library would by a cookie.
 * A line is a method and an address below /api/v1: `GET /people?limit=2`; one that begins with // is taken from the root.
 */
export function restOf(world: World, now: () => string = () => new Date().toISOString()): Rest {
  const members = new Map<string, WorldMember>();
  const said: string[] = [];
  const getSession = async ({ headers }: { headers: Headers }) => {
    const member = members.get(headers.get(SIGNED_IN) ?? '');
    const user = member && { id: member.accountId, name: member.name, email: member.email };
    return { headers: new Headers(), response: user ? { user, session: { id: 'session' } } : null };
  };
  const { db, publicUrl, languageModel, marking } = asking(world, null);
  const app = makeApp({
    ...{ db, publicUrl, languageModel, marking, now, loopbackOnly: true, incoming: '/nowhere', web: '/nowhere' },
    accounts: { api: { getSession } } as unknown as AppOptions['accounts'],
    setup: { needed: async () => false, token: '', matches: () => false },
    health: async () => ({ status: 200, body: {} }) as unknown as Awaited<ReturnType<AppOptions['health']>>,
    isOurs: () => false,
    log: pino({ level: 'debug' }, { write: (line: string) => void said.push(line) }),
  });
  return {
    said: () => said.join(''),
    ask: async (member, line, body, { headers = {}, from = '127.0.0.1' } = {}) => {
      const [method = '', address = ''] = line.split(' ');
      if (member) members.set(member.id, member);
      const who = member ? { cookie: 'session', [SIGNED_IN]: member.id, 'heed-workspace': member.workspaceId } : {};
      const answer = await app.request(
        address.startsWith('//') ? address.slice(1) : `/api/v1${address}`,
        {
          method,
          headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...who, ...headers },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        },
        { incoming: { socket: { remoteAddress: from }, complete: true } },
      );
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, text, body: bodyOf(text) };
    },
  };
}

function bodyOf<Body>(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return { text } as Body;
  }
}
