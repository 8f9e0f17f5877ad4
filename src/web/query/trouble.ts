/** What went wrong with a request, and how to say it. */
import type { Text } from '../messages/language.ts';

interface Refused {
  code: string;
  message: string;
  params: Record<string, string | number>;
}

/** The refusal in an answer: `data.code` is ours (`conversation.empty`), `code` the transport's (`NOT_FOUND`). Null when it is none. */
export function refusalOf(error: unknown): Refused | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, message, data } = error as { code?: unknown; message?: unknown; data?: unknown };
  const inner = (typeof data === 'object' && data !== null ? data : {}) as { code?: unknown; params?: Refused['params'] };
  const name = typeof inner.code === 'string' ? inner.code : code;
  return typeof name === 'string' ? { code: name, message: String(message ?? ''), params: inner.params ?? {} } : null;
}

/** The sentence for a person: the catalogue's for its code, else the English one that came with it, else that nothing was reached. */
export function sayTrouble(error: unknown, text: Text): string {
  const refused = refusalOf(error);
  if (!refused) return text.trouble.unreachable;
  const known = (text.refusal.read() as Record<string, string | ((params: Refused['params']) => string)> | null)?.[refused.code];
  if (typeof known === 'function') return known(refused.params);
  if (known) return known;
  return refused.code === 'INTERNAL_SERVER_ERROR' || !refused.message ? text.trouble.broke : refused.message;
}

/** A no that asking again will not change. */
export function isFinal(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
}

export function isSignedOut(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 401;
}

export function isMissing(error: unknown): boolean {
  return (error as { status?: unknown } | null)?.status === 404;
}
