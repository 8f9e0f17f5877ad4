import path from 'node:path';
import type { Writable } from 'node:stream';
import { openDatabase } from '#db/database.ts';
import { defaultState } from '#db/embedded/state.ts';
import { migrate } from '#db/migrate.ts';
import { markingWith } from '#domain/erasures/marks.ts';
import type { Scope } from '#domain/scope.ts';
import { type KeptWorkspace, workspacesKept } from '#domain/workspaces/kept-by.ts';
import { importTasks } from '#jobs/imports.ts';
import { tasks } from '#jobs/tasks.ts';
import { Refusal } from '#model/refusal.ts';
import { writeArchive } from './archive-zip.ts';
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { startQueue } from './queue.ts';
import { keptSecret } from './secret.ts';

/** Whoever holds the machine, at work in one workspace as its owner. */
export interface Desk {
  workspace: string;
  /** As of this moment. */
  scope(): Scope;
  /** Everything out, as a ZIP. */
  takeOut(out: Writable): Promise<void>;
}

/**
 * Work on the data of this machine without a server; with `jobs`, those of moving in are done meanwhile, as a running Heed would. Another Heed on the same
 * embedded database is refused; on a database of one's own both may work.
 * @throws Refusal `database.in-use`, `desk.none`, `desk.which`, `desk.missing`, and whatever keeps the database from being opened.
 */
export async function atTheDesk<T>(
  asked: { workspace?: string | undefined; jobs: boolean },
  work: (desk: Desk) => Promise<T>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<T> {
  const config = readConfig(env);
  const state = path.resolve(config.state ?? defaultState());
  const log = openLog('error');
  const database = await openDatabase({ url: config.databaseUrl, state });
  try {
    const { db, pool } = database;
    await migrate(pool);
    const { id, name, owner } = chosen(await workspacesKept(db), asked.workspace);
    const marking = markingWith(config.secret ?? keptSecret(state));
    const lookOver = tasks['find-duplicates'];
    const queue =
      asked.jobs &&
      (await startQueue({
        ...{ pool, db, log, alone: database.kind === 'embedded' },
        tasks: { ...importTasks(marking), ...(lookOver && { 'find-duplicates': lookOver }) },
      }));
    const scope = (): Scope => ({ db, workspaceId: id, now: new Date().toISOString(), member: { ...owner, role: 'owner' } });
    try {
      return await work({ workspace: name, scope, takeOut: (out) => writeArchive(scope(), out) });
    } finally {
      if (queue) await queue.stop();
    }
  } finally {
    await database.close();
  }
}

function chosen(kept: KeptWorkspace[], name: string | undefined): KeptWorkspace {
  const fits = name === undefined ? kept : kept.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const [only, second] = fits;
  const names = kept.map((one) => `"${one.name}"`).join(', ');
  if (kept.length === 0) throw new Refusal('desk.none', 'There is no workspace yet: start Heed and make the first account.');
  if (!only) throw new Refusal('desk.missing', `There is no workspace "${name}". There is ${names}.`, { names });
  if (second) throw new Refusal('desk.which', `Say which workspace with --workspace NAME: ${names}.`, { names });
  return only;
}
