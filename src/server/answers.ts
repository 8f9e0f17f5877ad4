import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { Context as Request } from 'hono';
import type { Logger } from 'pino';
import { Refusal } from '#model/refusal.ts';
import { plainly } from './log.ts';
import { troubleOf } from './trouble.ts';

/** The beginning of a refusal's code says its HTTP status; 400 otherwise. */
const STATUS: [string, Status][] = [
  ['auth.', 401],
  ['may.', 403],
  ['missing.', 404],
  ['conflict.', 409],
  ['file.too-large', 413],
  ['input.too-large', 413],
  ['input.too-often', 429],
  ['server.away', 503],
  ['server.no-room', 507],
];

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 503 | 507;

export function statusOf(code: string): Status {
  return STATUS.find(([start]) => code.startsWith(start))?.[1] ?? 400;
}

export interface Answer {
  code: string;
  message: string;
  params: Record<string, string | number>;
}

/** A bug is logged whole under an id; the caller is told the id and nothing else. Of the machine's trouble the log is told and the caller in words. */
export function answerTo(problem: unknown, log: Logger): { status: Status | 500; body: Answer } {
  if (problem instanceof Refusal) return refused(problem);
  const trouble = troubleOf(problem);
  if (trouble) {
    if (trouble.code !== 'input.characters') log.error({ problem: plainly(problem) }, trouble.code);
    return refused(trouble);
  }
  const id = randomUUID();
  log.error({ problem: plainly(problem), id }, 'a bug');
  return {
    status: 500,
    body: {
      code: 'bug',
      message: `Something went wrong on our side. Nothing was changed. If it happens again, report it with this number: ${id}.`,
      params: { id },
    },
  };
}

function refused({ code, message, params }: Refusal): { status: Status; body: Answer } {
  return { status: statusOf(code), body: { code, message, params } };
}

/** For the routes outside the procedures. */
export function answer(c: Request, problem: unknown, log: Logger): Response {
  const { status, body } = answerTo(problem, log);
  return c.json(body, status);
}

const NAMES: Record<number, string> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
  507: 'INSUFFICIENT_STORAGE',
};

/** The same inside oRPC: a refusal becomes its error with our code and params as data; what it refused itself (a wrong input) passes. */
export function asOrpcError(problem: unknown, log: Logger): ORPCError<string, unknown> {
  if (problem instanceof ORPCError && problem.status < 500) return problem;
  const { status, body } = answerTo(problem instanceof ORPCError ? (problem.cause ?? problem) : problem, log);
  return new ORPCError(NAMES[status] ?? 'BAD_REQUEST', { status, message: body.message, data: { code: body.code, params: body.params } });
}
