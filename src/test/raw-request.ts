import { once } from 'node:events';
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Visitor } from './visitor.ts';

export interface RawRequest {
  method?: string;
  /** As it goes over the line: fetch would tidy it. */
  path: string;
  headers?: OutgoingHttpHeaders;
  /** Sent piece by piece; without a content-length of its own. */
  pieces?: Iterable<string | Uint8Array>;
}

export interface RawAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** A request with manners no browser has: any Host, any path, a length that lies. Rejects when the line is closed without an answer. */
export async function rawRequest(url: string, { method = 'GET', path, headers = {}, pieces = [] }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  // Kept alive, as browsers do: asked to close, the server does so on whatever is still being sent.
  const agent = new Agent({ keepAlive: true });
  const sent = request({ hostname, port, method, path, headers, agent });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  // An answer that comes before everything is sent ends the sending.
  let over = false;
  const stop = () => {
    over = true;
  };
  const ended = answered.then(stop, stop);
  sent.on('error', stop);
  for (const piece of pieces) {
    if (over) break;
    if (!sent.write(piece)) await Promise.race([once(sent, 'drain').catch(() => undefined), ended]);
    // As long as the other end takes pieces at once, the line is never listened to: an answer that is there would be seen after the last of them.
    await setImmediate();
  }
  if (!over) sent.end();
  try {
    const [answer] = await answered;
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: await textOf(answer) };
  } finally {
    // An open line would keep the process of a failed test from ending.
    sent.destroy();
    agent.destroy();
  }
}

/** The cookies of a visitor as one header. */
export function cookiesOf(visitor: Visitor): string {
  return [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of answer) text += String(chunk);
  } catch {
    // The line was closed on what we were still sending: what arrived is the answer.
  }
  return text;
}
