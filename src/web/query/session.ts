import { queryOptions, useQuery } from '@tanstack/react-query';
import { mayAct, type Role } from '#model/member.ts';
import type { Session } from '#model/pages.ts';
import { PERSON_KINDS, type PersonKind } from '#model/person.ts';
import { findWordsForNo } from '../messages/language.ts';
import { queries } from './api.ts';

// A plain GET, so that the preload in index.html has fetched it before the first script runs.
async function readSession(): Promise<Session> {
  const answer = await fetch('/api/v1/session', { headers: {} });
  if (!answer.ok) throw Object.assign(new Error(`session: ${answer.status}`), { status: answer.status, code: 'INTERNAL_SERVER_ERROR' });
  return (await answer.json()) as Session;
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });

/** Who is signed in and where; only below the gate, where it is there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession stands outside the gate');
  return data;
}

/** Whether whoever is signed in may do what asks for this role: what would be refused is not offered. */
export function useMay(needed: Role): boolean {
  const { member } = useSession();
  return member !== null && mayAct(member.role, needed);
}

/** The kinds of relationships this workspace has; all of them while it has not said. */
export function useOfferedKinds(): readonly PersonKind[] {
  const said = useSession().workspace?.personKinds ?? [];
  return said.length > 0 ? said : PERSON_KINDS;
}

/** Another account or workspace from here on: nothing of the one before may stay on screen. */
export function enter(session: Session): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  queries.setQueryData(sessionQuery.queryKey, session);
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (answer.ok) return;
  const said = (await answer.json().catch(() => ({}))) as { code?: string; message?: string; params?: Record<string, string | number> };
  const code = said.code ?? (answer.status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_SERVER_ERROR');
  await findWordsForNo();
  throw Object.assign(new Error(said.message ?? ''), { status: answer.status, code, data: { code, params: said.params } });
}

/** better-auth's own addresses; its client would cost the first load 12 KB. */
export async function signIn(email: string, password: string): Promise<void> {
  await post('sign-in/email', { email, password });
  await queries.resetQueries();
}

export async function signOut(): Promise<void> {
  await post('sign-out', {});
  queries.clear();
  window.location.assign('/');
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  setupToken?: string;
  invitation?: string;
}

export async function signUp({ name, email, password, setupToken, invitation }: NewAccount): Promise<void> {
  const headers: Record<string, string> = {};
  if (setupToken) headers['x-heed-setup-token'] = setupToken;
  if (invitation) headers['x-heed-invitation'] = invitation;
  await post('sign-up/email', { name, email, password }, headers);
}
