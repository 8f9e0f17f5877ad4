import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Candidate, ToldTurn } from '#model/language-model.ts';

/** What was asked of it, as far as tests look. */
interface Asked {
  path: string;
  key: string | null;
  model: string;
  instructions: string;
  turns: ToldTurn[];
  body: Record<string, unknown>;
  /** All of it, as it came over the line. */
  raw: string;
}

export type Found = Partial<Candidate> & { kind: string; turn: number; quote: string };
type Script = (asked: Asked, response: ServerResponse) => void;

export interface ModelEndpoint {
  /** `http://127.0.0.1:41234/v1` */
  url: string;
  asked: Asked[];
  /** From now on it answers like this. */
  answer(script: Script): void;
  close(): Promise<void>;
}

/** A language model that says what a test tells it to, at an address like Ollama's. */
export async function openModelEndpoint(script: Script = finds()): Promise<ModelEndpoint> {
  const asked: Asked[] = [];
  let now = script;
  const server = createServer((request, response) => {
    void readAll(request).then((raw) => {
      const one = askedIn(request, raw);
      asked.push(one);
      now(one, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer: (next) => {
      now = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function askedIn(request: IncomingMessage, raw: string): Asked {
  const body = JSON.parse(raw || '{}') as Record<string, unknown>;
  const messages = (body.messages ?? []) as { role: string; content: string }[];
  const question = messages.find(({ role }) => role === 'user')?.content ?? '';
  const told = question.slice(question.indexOf('{'));
  return {
    path: request.url ?? '',
    key: request.headers.authorization?.replace('Bearer ', '') ?? null,
    model: String(body.model),
    instructions: messages.find(({ role }) => role === 'system')?.content ?? '',
    turns: (JSON.parse(told || '{"turns":[]}') as { turns: ToldTurn[] }).turns,
    body,
    raw,
  };
}

const EMPTY = { statement: null, depth: null, what: null, feeling: null, tone: null, verdict: null, name: null };

/** These findings, of the turns it was asked about; given as a function, of what it was asked. */
export function finds(found: Found[] | ((turns: ToldTurn[]) => Found[]) = []): Script {
  return (asked, response) => {
    const here = new Set(asked.turns.map(({ turn }) => turn));
    const all = typeof found === 'function' ? found(asked.turns) : found.filter(({ turn }) => here.has(turn));
    says(JSON.stringify({ findings: all.map((one) => ({ ...EMPTY, ...one })) }))(asked, response);
  };
}

/** A message of the assistant with this text. */
export function says(content: string | null, more: { finish?: string; refusal?: string } = {}): Script {
  return (_, response) =>
    send(response, 200, {
      ...{ id: 'c1', object: 'chat.completion', created: 1, model: 'scripted' },
      choices: [{ index: 0, message: { role: 'assistant', content, refusal: more.refusal ?? null }, finish_reason: more.finish ?? 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
}

/** An error as these endpoints tell it; or anything else with that status. */
export function fails(
  status: number,
  body: unknown = { error: { message: 'No.', type: 'error' } },
  headers: Record<string, string> = {},
): Script {
  return (_, response) => send(response, status, body, headers);
}

/** Takes the question, and is not heard from again. */
export const hangs: Script = () => undefined;

/** Begins to answer, a letter now and then, and never ends. */
export const drips: Script = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** As much as anyone will take. */
export const floods: Script = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"index":0,"message":{"role":"assistant","content":"');
  const more = () => {
    while (!response.destroyed && response.write('a'.repeat(64 * 1024)));
  };
  response.on('drain', more);
  more();
};

/** Cuts the line. */
export const cuts: Script = (_, response) => void response.socket?.destroy();

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
