import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { newDatabase, type Ready } from './world.ts';

export interface HeedServer {
  /** `http://127.0.0.1:41234` */
  url: string;
  /** Its data folder. */
  state: string;
  /** Its database, when it is one of the test cluster; '' when it has its own embedded one. */
  databaseUrl: string;
  process: ChildProcess;
  /** What it printed so far, both streams. */
  said(): string;
  /** Tells it to stop (SIGTERM), takes away its folder and its database. @returns its exit code. */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  /** `embedded`: with a database of its own in the state folder, as `npm start` has. Else a fresh clone in the test cluster, empty or as it was made ready once; `none`: the one that `env` names. */
  database?: 'embedded' | 'none' | 'cluster' | Ready;
  /** A folder from an earlier start, to be kept. */
  state?: string;
  env?: Record<string, string>;
}

const MAIN = path.resolve(import.meta.dirname, '../server/main.ts');

/** The real server process on a free port, with nothing in it. The web app must be built (`npm test` does). */
export async function startServer(options: ServerOptions = {}): Promise<HeedServer> {
  // Not os.tmpdir(): a socket's path is short.
  const state = options.state ?? mkdtempSync('/tmp/heed-server-');
  const { database: wanted = 'cluster' } = options;
  const database = wanted === 'embedded' || wanted === 'none' ? null : await newDatabase(wanted === 'cluster' ? 'migrated' : wanted);
  const child = spawn(process.execPath, [MAIN], {
    env: { ...bareEnv(), HEED_PORT: '0', HEED_STATE: state, DATABASE_URL: database?.url ?? '', HEED_LOG: 'warn', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = listenTo(child);
  const clean = async () => {
    await database?.close();
    if (!options.state) rmSync(state, { recursive: true, force: true });
  };
  try {
    const url = await heard.url;
    return { url, state, databaseUrl: database?.url ?? '', process: child, said: heard.said, stop: () => end(child, clean) };
  } catch (problem) {
    await clean();
    throw problem;
  }
}

function listenTo(child: ChildProcess): { url: Promise<string>; said: () => string } {
  let all = '';
  const url = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      all += chunk.toString();
      const found = /Heed runs at (http\S+)/.exec(all)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${all}`)));
  });
  return { url, said: () => all };
}

async function end(child: ChildProcess, clean: () => Promise<void>): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  await clean();
  return child.exitCode;
}

/** Settings of whoever runs the tests must not reach the server. */
function bareEnv(): Record<string, string> {
  const { PATH = '', HOME = '/', NODE_COMPILE_CACHE } = process.env;
  return { PATH, HOME, TZ: 'UTC', ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }) };
}
