import { findWordsForNo } from '../messages/language.ts';

/**
 * The wire of `/rpc`, as @orpc/server 1.16 speaks it: POST, `{ json }` there and back, and what was refused as `{ json: { code, message, data } }`.
 * Its own client costs a first load 9 KB for dates, files and streams that our answers never carry.
 */
export interface Asked {
  signal?: AbortSignal | undefined;
}

/** @throws what the server refused, with `status`, `code` and `data`; a TypeError when nothing answered. */
async function callProcedure(path: readonly string[], input: unknown, { signal }: Asked = {}): Promise<unknown> {
  const answer = await fetch(`/rpc/${path.join('/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
    signal: signal ?? null,
  });
  const said = ((await answer.json().catch(() => null)) ?? {}) as { json?: unknown };
  if (answer.ok) return said.json;
  await findWordsForNo();
  throw refused(answer.status, said.json);
}

/** What stands between may answer as well (a proxy, in HTML): then it is a fault and not a refusal. */
function refused(status: number, said: unknown): Error {
  const { code, message, data } = (typeof said === 'object' && said !== null ? said : {}) as {
    code?: string;
    message?: string;
    data?: unknown;
  };
  return Object.assign(new Error(message ?? ''), { status, code: code ?? 'INTERNAL_SERVER_ERROR', data });
}

/** `calls.people.open(input)`: whatever path is named is asked for; what exists is said by its type. */
export function callsUnder(path: readonly string[] = []): unknown {
  const call = (input?: unknown, asked?: Asked) => callProcedure(path, input, asked);
  return new Proxy(call, {
    // A promise is told by its `then`: awaiting the calls themselves must not ask the server for one.
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? callsUnder([...path, name]) : undefined),
  });
}
