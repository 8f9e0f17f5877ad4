import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Refusal } from '#model/refusal.ts';
import type { Runtime } from './runtime.ts';
import type { Lent } from './state.ts';
import { inWords } from './trouble.ts';

export interface Place {
  runtime: Runtime;
  /** The cluster's files. */
  data: string;
  /** The folder of the unix socket. */
  socket: string;
  /** What PostgreSQL says: a file, because a pipe would break when node is killed. */
  log: string;
  lent: Lent | null;
}

const LOG_LIMIT = 10_000_000;

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  recovery_init_sync_method: 'syncfs',
  fsync: 'on',
  // Fewer processes at rest; reading is done by the backends themselves.
  io_method: 'sync',
  max_logical_replication_workers: '0',
  jit: 'off',
  timezone: 'UTC',
  // What people said must not come into a log: no statements, no values.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

/** Make the cluster when there is none: under another name first, so that half a one is never opened. */
export async function makeCluster(place: Place): Promise<void> {
  if (existsSync(path.join(place.data, 'PG_VERSION'))) return;
  const home = path.dirname(place.data);
  // What a killed first start left; another one that is under way just now has a living process of that number.
  for (const name of readdirSync(home)) if (/^new-\d+$/.test(name) && !isAlive(Number(name.slice(4)))) discard(path.join(home, name));
  const unfinished = path.join(home, `new-${process.pid}`);
  discard(unfinished);
  const args = ['-N', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8', '-A', 'trust', '-U', 'heed'];
  await promisify(execFile)(path.join(place.runtime.folder, 'bin/initdb'), [...args, '-D', unfinished], {
    ...asLent(place.lent),
    cwd: home,
    env: quietEnv(),
  }).catch((problem) => {
    discard(unfinished);
    throw inWords(problem, path.dirname(home));
  });
  await rename(unfinished, place.data).catch((problem) => {
    discard(unfinished);
    if (!existsSync(path.join(place.data, 'PG_VERSION'))) throw problem;
  });
}

function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Start PostgreSQL apart from our process group, so that it outlives a kill -9 of ours and a Ctrl-C is ours to hand on. */
export function launch(place: Place, settings: Record<string, string> = {}): void {
  const all: Record<string, string> = { ...SETTINGS, unix_socket_directories: place.socket, ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const tooLong = (statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT;
  const log = openSync(place.log, tooLong ? 'w' : 'a', 0o600);
  const child = spawn(path.join(place.runtime.folder, 'bin/postgres'), ['-D', place.data, ...args], {
    ...asLent(place.lent),
    cwd: place.data,
    env: quietEnv(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  // Whether it runs is asked of the socket; why it does not is in the log.
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
}

/** The end of its log; nothing when there is none. */
export function endOf(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : '';
}

/** The process id of the PostgreSQL that runs on this data folder; null when none does. */
export async function livingPostmaster(data: string): Promise<number | null> {
  const pid = Number(readPidFile(data)?.[0]);
  if (!(pid > 1) || !isAlive(pid)) return null;
  return (await runsOn(pid, data)) ? pid : null;
}

/**
 * After a power cut the number in postmaster.pid may belong to a stranger, and PostgreSQL would refuse to start for ever.
 * The file is removed only when that process is alive and is not a PostgreSQL on our folder.
 */
export async function clearStalePidFile(data: string): Promise<void> {
  const pid = Number(readPidFile(data)?.[0]);
  if (pid > 1 && isAlive(pid) && !(await runsOn(pid, data))) rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** SIGINT (fast: clients are cut, everything is written), after ten seconds SIGQUIT. Returns when it has ended. */
export async function stopPostmaster(data: string, patienceMs = 10_000): Promise<void> {
  const pid = await livingPostmaster(data);
  if (pid === null) return;
  signal(pid, 'SIGINT');
  if (await ended(pid, patienceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await ended(pid, 5_000)) return;
  throw new Refusal('database.unstoppable', `The database (process ${pid}) does not stop. End it before starting Heed again.`, { pid });
}

async function ended(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await wait(10)) if (!isAlive(pid)) return true;
  return !isAlive(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A child that ended and was not yet waited for still has its number.
  return !/^State:\s+Z/m.test(procFile(pid, 'status'));
}

/** Linux: its working folder is the data folder. Elsewhere (macOS has no /proc): its command names it. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = procFile(pid, 'cmdline').split('\0');
    return (path.basename(command[0] ?? '') === 'postgres' && command.includes(data)) || workingFolder(pid) === realpathSync(data);
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(data);
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // Another user's process: not ours.
  }
}

function procFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // Gone meanwhile, or no /proc here.
  }
}

function readPidFile(data: string): string[] | null {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null; // Not running, which is an answer.
  }
}

function asLent(lent: Lent | null): { uid?: number; gid?: number } {
  return lent ? { uid: lent.uid, gid: lent.gid } : {};
}

/** Nothing of our environment (settings, secrets) is handed to the database. */
function quietEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: '/' };
}
