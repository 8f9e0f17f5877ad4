import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#model/refusal.ts';
import { lentUser } from './lent.ts';
import { clearStalePidFile, launch, livingPostmaster, makeCluster, type Place, stopPostmaster } from './postmaster.ts';
import { prepareRuntime } from './runtime.ts';
import { makeDatabaseFolder, makeState } from './state.ts';

export interface Embedded {
  /** For `pg`: the socket's folder stands in it. */
  url: string;
  /** The running PostgreSQL's own process id. */
  pid: number;
  /** True when it was found running, left by a Heed that was killed. */
  adopted: boolean;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  state: string;
  /** Told what happens to the database while it runs. */
  tell: (sentence: string) => void;
  /** The database died and could not be started again. */
  onLost: (problem: Error) => void;
  /** Over ours; for tests. */
  settings?: Record<string, string>;
}

// One Heed a state folder. The lock is the database's own: it goes when its holder dies, however it dies.
const OWNER_LOCK = 4600_0002;
const START_WITHIN = 60_000;
const RETRY_WITHIN = 5_000;
// sun_path has 108 bytes with the closing zero; PostgreSQL appends /.s.PGSQL.5432.
const SOCKET_LIMIT = 107 - '/.s.PGSQL.5432'.length;

/**
 * The embedded PostgreSQL of a state folder: started, or adopted when it lives on after its Heed was killed.
 * Started again when it dies. Stopped by `stop`, SIGINT first.
 * @throws Refusal `database.in-use` when another Heed holds the folder, and others that say what to do.
 */
export async function supervise(options: SuperviseOptions): Promise<Embedded> {
  const place = await prepare(options.state);
  const owner = new Owner(place, options);
  const adopted = await owner.own();
  return { url: urlOf(place.socket, 'heed'), pid: owner.pid, adopted, stop: () => owner.stop() };
}

async function prepare(state: string): Promise<Place> {
  const lent = lentUser();
  const socket = path.join(state, 'run');
  if (Buffer.byteLength(socket) > SOCKET_LIMIT)
    throw new Refusal(
      'state.path-too-long',
      `The path of the data folder ${state} is too long for the database's socket. Set HEED_STATE to one of at most ${SOCKET_LIMIT - 4} bytes.`,
      { state, limit: SOCKET_LIMIT - 4 },
    );
  makeState(state, lent);
  const runtime = await prepareRuntime(state);
  const home = path.join(state, 'postgres');
  for (const folder of [socket, home]) makeDatabaseFolder(folder, lent);
  return { runtime, lent, socket, data: path.join(home, runtime.major), log: path.join(state, 'postgres.log') };
}

/** Holds the folder by one connection; when that breaks, the database died. */
class Owner {
  pid = 0;
  private hold: pg.Client | null = null;
  private stopping = false;
  private readonly place: Place;
  private readonly options: SuperviseOptions;

  constructor(place: Place, options: SuperviseOptions) {
    this.place = place;
    this.options = options;
  }

  /** @returns whether a running one was adopted. */
  async own(): Promise<boolean> {
    await makeCluster(this.place);
    const found = await livingPostmaster(this.place.data);
    const hold = await this.answer();
    await refuseSecond(hold, this.options.state);
    this.hold = hold;
    this.pid = (await livingPostmaster(this.place.data)) ?? 0;
    hold.once('end', () => void this.lost());
    return found === this.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.hold?.end().catch(() => undefined);
    await stopPostmaster(this.place.data);
  }

  private async lost(): Promise<void> {
    if (this.stopping) return;
    this.options.tell('The database stopped; starting it again.');
    try {
      await this.own();
      this.options.tell('The database runs again.');
    } catch (problem) {
      this.options.onLost(problem as Error);
    }
  }

  /** A connection to the maintenance database, starting PostgreSQL as often as it takes within the time. */
  private async answer(): Promise<pg.Client> {
    const began = Date.now();
    let launchedAt = 0;
    for (;;) {
      const living = await livingPostmaster(this.place.data);
      // One that just ended may still hold its lock file or shared memory: tried again for five seconds.
      if (living === null && (launchedAt === 0 || (Date.now() - launchedAt > 250 && Date.now() - began < RETRY_WITHIN))) {
        await clearStalePidFile(this.place.data);
        launch(this.place, this.options.settings);
        launchedAt = Date.now();
      }
      const client = await connect(urlOf(this.place.socket, 'postgres'));
      if (client) return client;
      const late = Date.now() - began;
      if (late > START_WITHIN || (living === null && late > RETRY_WITHIN + 1000)) throw notStarted(this.place.log);
      await wait(20);
    }
  }
}

async function refuseSecond(hold: pg.Client, state: string): Promise<void> {
  const { rows } = await hold.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [OWNER_LOCK]);
  if (rows[0]?.got) return;
  const other = await hold.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.datname = current_database()`,
    [OWNER_LOCK],
  );
  await hold.end();
  const pid = other.rows[0]?.name.replace(/^heed /, '') ?? '?';
  throw new Refusal(
    'database.in-use',
    `Another Heed (process ${pid}) already runs on the data folder ${state}. Stop it first, or give this one a folder of its own with HEED_STATE.`,
    { pid, state },
  );
}

async function connect(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: `heed ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined); // 'end' follows and is acted on.
  try {
    await client.connect();
    await client.query("select 1 from pg_database where datname = 'heed'").then(async ({ rowCount }) => {
      if (!rowCount) await client.query('create database heed').catch(unlessThere);
    });
    return client;
  } catch (problem) {
    await client.end().catch(() => undefined);
    // Not listening yet, starting up, shutting down: asked again. Anything else is told.
    const code = (problem as { code?: string }).code ?? '';
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code) || !code) return null;
    throw problem;
  }
}

function unlessThere(problem: { code?: string }): void {
  // 42P04, 23505: another first start made it in the same moment.
  if (problem.code !== '42P04' && problem.code !== '23505') throw problem;
}

function notStarted(log: string): Refusal {
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ');
  return new Refusal('database.not-started', `The embedded database did not start. The end of its log (${log}): ${last}`, { log, last });
}

function urlOf(socket: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(socket)}&user=heed`;
}
