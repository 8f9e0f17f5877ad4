import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#model/refusal.ts';
import { lentUser } from './lent.ts';
import { clearStalePidFile, endOf, launch, livingPostmaster, makeCluster, type Place, stopPostmaster } from './postmaster.ts';
import { prepareRuntime } from './runtime.ts';
import { makeDatabaseFolder, makeState, ownerOf } from './state.ts';
import { inWords, isFull, lastLines, noRoom } from './trouble.ts';

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
// After a power cut it reads its journal, up to 2 GB, before it answers.
const RECOVER_WITHIN = 15 * 60_000;
const RETRY_WITHIN = 5_000;
const TIMES_A_MINUTE = 5;
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
  const home = path.join(state, 'postgres');
  const lent = lentUser({ owner: ownerOf(home) });
  const socket = path.join(state, 'run');
  if (Buffer.byteLength(socket) > SOCKET_LIMIT)
    throw new Refusal(
      'state.path-too-long',
      `The path of the data folder ${state} is too long for the database's socket. Set HEED_STATE to one of at most ${SOCKET_LIMIT - 4} bytes.`,
      { state, limit: SOCKET_LIMIT - 4 },
    );
  makeState(state, lent);
  const runtime = await prepareRuntime(state);
  try {
    for (const folder of [socket, home]) makeDatabaseFolder(folder, lent);
  } catch (problem) {
    throw inWords(problem, state);
  }
  return { runtime, lent, socket, data: path.join(home, runtime.major), log: path.join(state, 'postgres.log') };
}

/** Holds the folder by one connection; when that breaks, the database died. */
class Owner {
  pid = 0;
  private hold: pg.Client | null = null;
  private stopping = false;
  private coming: Promise<unknown> = Promise.resolve();
  private losses: number[] = [];
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
    // Told to stop while it is being started again: let it come, or it would be left running.
    await this.coming.catch(() => undefined);
    await this.hold?.end().catch(() => undefined);
    await stopPostmaster(this.place.data);
  }

  private async lost(): Promise<void> {
    if (this.stopping) return;
    this.losses = [...this.losses.filter((at) => Date.now() - at < 60_000), Date.now()];
    if (this.losses.length > TIMES_A_MINUTE) {
      const { log } = this.place;
      this.options.onLost(new Refusal('database.unsteady', `The database stops again and again; its log says why: ${log}`, { log }));
      return;
    }
    this.options.tell('The database stopped; starting it again.');
    this.coming = this.own();
    try {
      await this.coming;
      this.options.tell('The database runs again.');
    } catch (problem) {
      if (!this.stopping) this.options.onLost(problem as Error);
    }
  }

  /** A connection to the maintenance database, starting PostgreSQL as often as it takes within the time. */
  private async answer(): Promise<pg.Client> {
    const began = Date.now();
    let launchedAt = 0;
    let told = false;
    for (;;) {
      const living = await livingPostmaster(this.place.data);
      // One that just ended may still hold its lock file or shared memory: tried again for five seconds.
      if (living === null && (launchedAt === 0 || (Date.now() - launchedAt > 250 && Date.now() - began < RETRY_WITHIN))) {
        await clearStalePidFile(this.place.data);
        launch(this.place, this.options.settings);
        launchedAt = Date.now();
      }
      const client = await connect(urlOf(this.place.socket, 'postgres'));
      if (client instanceof pg.Client) return client;
      const late = Date.now() - began;
      const patience = client === 'starting' ? RECOVER_WITHIN : START_WITHIN;
      if (late > patience || (living === null && late > RETRY_WITHIN + 1000)) throw notStarted(this.place.log, this.options.state);
      if (!told && late > 5_000 && client === 'starting') {
        told = true;
        this.options.tell('The database is reading its journal after it was cut off; this may take some minutes.');
      }
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

/** `starting`: it runs and takes nobody in yet, or no longer. */
async function connect(url: string): Promise<pg.Client | 'starting' | null> {
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
    if (code === '57P03') return 'starting';
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02'].includes(code) || !code) return null;
    throw problem;
  }
}

function unlessThere(problem: { code?: string }): void {
  // 42P04, 23505: another first start made it in the same moment.
  if (problem.code !== '42P04' && problem.code !== '23505') throw problem;
}

function notStarted(log: string, state: string): Refusal {
  const last = lastLines(endOf(log));
  if (isFull(endOf(log).split('\n').slice(-10).join('\n'))) return noRoom(state);
  return new Refusal('database.not-started', `The embedded database did not start. The end of its log (${log}): ${last}`, { log, last });
}

function urlOf(socket: string, database: string): string {
  return `postgres:///${database}?host=${encodeURIComponent(socket)}&user=heed`;
}
