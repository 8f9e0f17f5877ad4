import { os } from '@orpc/server';
import type { z } from 'zod';
import type { Scope, Visitor } from '#domain/scope.ts';
import { mayAct, type Role } from '#model/member.ts';
import { Refusal } from '#model/refusal.ts';
import type { Context } from './context.ts';

/** What each procedure says of itself, so that a matrix of rights can be written from the router. */
export interface ProcedureMeta {
  /** Who may call it: anybody, whoever is signed in, or members from this role upwards. */
  may: 'public' | 'signed-in' | Role;
  /** What it writes to the audit table: in the transaction of its change; of a read, after it. */
  audit: string | null;
}

const door = os.$context<Context>().$meta<ProcedureMeta>({ may: 'owner', audit: null });

/** For members of the open workspace with at least this role. The handler gets `context.scope`. */
export function may(role: Role, audit: string | null = null) {
  return door.meta({ may: role, audit }).use(({ context, next }) => next({ context: { scope: scopeOf(context, role) } }));
}

/** For whoever is signed in, a member of something or not yet. The handler gets `context.visitor`. */
export function signedIn(audit: string | null = null) {
  return door.meta({ may: 'signed-in', audit }).use(({ context, next }) => next({ context: { visitor: visitorOf(context) } }));
}

/** For anybody. */
export function anybody(audit: string | null = null) {
  return door.meta({ may: 'public', audit });
}

/**
 * The door for everything that a member does, also outside the procedures.
 * @throws Refusal `auth.sign-in-first`, `may.no-workspace`, `may.not-allowed`.
 */
export function scopeOf({ db, caller, now }: Context, role: Role): Scope {
  if (!caller.account) throw signInFirst();
  if (!caller.member) throw new Refusal('may.no-workspace', 'You are not in a workspace yet. Make one, or ask for an invitation.');
  if (!mayAct(caller.member.role, role))
    throw new Refusal('may.not-allowed', `This needs the role ${role} or above; you are ${caller.member.role} here.`, { role });
  const { id, workspaceId, name } = caller.member;
  return { db, workspaceId, now, member: { id, role: caller.member.role, name } };
}

/** @throws Refusal `auth.sign-in-first`. */
function visitorOf({ db, caller, now }: Context): Visitor {
  if (!caller.account) throw signInFirst();
  return { db, account: caller.account, now };
}

function signInFirst(): Refusal {
  return new Refusal('auth.sign-in-first', 'Please sign in first.');
}

/**
 * A page that comes out of our own statement as JSON: described by its shape, not checked again on each request (a check of 1,500 turns costs
 * more than reading them). The tests check these pages with the shape itself.
 */
export function unchecked<Shape extends z.ZodType>(shape: Shape): Shape {
  const standard = { ...shape['~standard'], validate: (value: unknown) => ({ value }) };
  return Object.create(shape, { '~standard': { value: standard } }) as Shape;
}
