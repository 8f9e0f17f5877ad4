import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askForFindings } from '#connectors/language-model.ts';
import { type Database, openDatabase } from '#db/database.ts';
import { defaultState } from '#db/embedded/state.ts';
import { migrate } from '#db/migrate.ts';
import { markingWith } from '#domain/erasures/marks.ts';
import { lookAgainWhenOlder } from '#domain/offerings/look-again-newer.ts';
import { sealingWith } from '#domain/seal.ts';
import { importTasks } from '#jobs/imports.ts';
import { languageModelTasks } from '#jobs/language-model.ts';
import { tasks } from '#jobs/tasks.ts';
import { Refusal } from '#model/refusal.ts';
import manifest from '../../package.json' with { type: 'json' };
import { openAccounts } from './accounts.ts';
import { makeApp } from './app.ts';
import { type Config, isEverywhere, isLoopback, readConfig } from './config.ts';
import { healthOf } from './health.ts';
import { openIncoming } from './incoming.ts';
import { type Listener, listen } from './listen.ts';
import { type Log, openLog, plainly } from './log.ts';
import { type Queue, startQueue } from './queue.ts';
import { keptSecret } from './secret.ts';
import { ownOrigins } from './security.ts';
import { openSetup, type Setup } from './setup.ts';

const WEB = path.resolve(import.meta.dirname, '../../dist/web');

const FINISH_JOBS_WITHIN = 8_000;

interface Running {
  listener: Listener;
  queue: Queue;
}

/**
 * Run Heed until it is told to stop (SIGTERM, SIGINT). Sentences for the person at the terminal go to stdout, the log to stderr.
 * @throws Refusal when it cannot start, with what to do about it.
 */
export async function serve(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const config = readConfig(env);
  const state = path.resolve(config.state ?? defaultState());
  const log = openLog(config.logLevel);
  const asked = askedToStop(env);
  const database = await open(config, state, log);
  try {
    const running = await start(config, { state, database, log });
    await asked;
    say('Heed is stopping.');
    // A job that takes longer is cut and done again at the next start.
    await Promise.all([running.listener.stop(), Promise.race([running.queue.stop(), wait(FINISH_JOBS_WITHIN, null, { ref: false })])]);
  } finally {
    await database.close();
  }
}

async function open(config: Config, state: string, log: Log): Promise<Database> {
  const database = await openDatabase({
    url: config.databaseUrl,
    state,
    tell: (sentence) => log.warn(sentence),
    onLost: (problem) => {
      log.fatal({ problem: plainly(problem) }, 'The database is lost; Heed ends');
      process.exit(1);
    },
  });
  if (database.adopted) log.info('The database was still running, left by a Heed that was killed; it is used further');
  return database;
}

async function start(config: Config, { state, database, log }: { state: string; database: Database; log: Log }): Promise<Running> {
  const { db, pool } = database;
  await bringUpToDate(config, database);
  const incoming = openIncoming(state);
  const secret = config.secret ?? keptSecret(state);
  const listener = await listen(config);
  const publicUrl = config.publicUrl ?? listener.url;
  const isOurs = ownOrigins(publicUrl);
  const languageModel = { ask: askForFindings, sealing: sealingWith(secret) };
  const marking = markingWith(secret);
  const queue = await startQueue({
    ...{ pool, db, log, alone: database.kind === 'embedded' },
    tasks: { ...tasks, ...languageModelTasks(languageModel.sealing), ...importTasks(marking) },
  });
  const again = await lookAgainWhenOlder(db, new Date().toISOString());
  if (again > 0) log.info({ workspaces: again }, 'Conversations that an older Heed understood are looked at again, when all else is done');
  const setup = openSetup(db);
  const health = () => healthOf({ version: manifest.version, pool, queue });
  listener.use(
    makeApp({
      ...{ db, setup, publicUrl, log, incoming, health, isOurs, languageModel, marking, web: WEB },
      accounts: openAccounts({ pool, secret, publicUrl, isOurs, log }),
      // With a public address there is a proxy before us, and one that says nothing of itself looks like this machine.
      loopbackOnly: isLoopback(config.host) && config.publicUrl === undefined,
      now: () => new Date().toISOString(),
    }),
  );
  await greet(publicUrl, setup);
  if (!existsSync(path.join(WEB, 'index.html')))
    say('The web app is not built, so there are no screens: run npm run build. npm start does that by itself.');
  if (config.publicUrl === undefined && isEverywhere(config.host))
    say('It listens on every address of this machine. Set HEED_URL to the one that people type: invitations lead there.');
  return { listener, queue };
}

async function bringUpToDate(config: Config, database: Database): Promise<void> {
  try {
    await migrate(database.pool);
  } catch (problem) {
    if (problem instanceof Refusal || !config.databaseUrl) throw problem;
    const { hostname, pathname, searchParams } = new URL(config.databaseUrl);
    const where = hostname || searchParams.get('host') || 'this machine';
    const reason = (problem as Error).message || (problem as { code?: string }).code || 'no answer';
    throw new Refusal(
      'database.unreachable',
      `The database ${pathname.slice(1)} on ${where} could not be used: ${reason}. Check DATABASE_URL.`,
      { reason },
    );
  }
}

async function greet(url: string, setup: Setup): Promise<void> {
  say(`Heed runs at ${url}`);
  if (await setup.needed())
    say(
      `Nobody has an account yet: open that address to make the first. From another machine it asks for this setup token: ${setup.token}`,
    );
}

// Whoever stops a whole group (a terminal, systemd) reaches us twice when npm hands its own signal on too.
const SAME_WISH_WITHIN = 2_000;

/** Settles at the first signal; another one, later, ends at once. Under npm also when npm has gone: it does not always tell us. */
function askedToStop(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve) => {
    let askedAt = 0;
    const stop = () => {
      if (askedAt && Date.now() - askedAt > SAME_WISH_WITHIN) process.exit(1);
      askedAt ||= Date.now();
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
    if (env.npm_lifecycle_event) whenOrphaned(resolve);
  });
}

/** `npm start` runs us below a shell that dies of the signal without handing it on; then we belong to another. */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
