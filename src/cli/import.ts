import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answerImport } from '#domain/imports/answer.ts';
import { createImport } from '#domain/imports/create.ts';
import { openImport } from '#domain/imports/open.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { startImport, tryImport, undoImport } from '#domain/imports/steps.ts';
import { lookAtUndo } from '#domain/imports/undo-look.ts';
import type { Scope } from '#domain/scope.ts';
import type { ImportPage, ImportState } from '#model/import-pages.ts';
import { Refusal } from '#model/refusal.ts';
import { countsOf, fileLine, progressOf, rowsInNeed, tallyLines } from './import-words.ts';
import { whyNot } from './input.ts';
import { optionsOf } from './options.ts';
import { WrongUse } from './usage.ts';

type Now = () => Scope;

/** `heed import`: files in, tried, and unless only tried brought in; or one taken back. Returns the exit code. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals: files } = optionsOf(args, 'import', {
    workspace: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'file-wins': { type: 'boolean' },
    undo: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (files.length === 0 && values.undo === undefined) throw new WrongUse('Say which files to bring in.', 'import');
  if (files.length > 0 && values.undo !== undefined) throw new WrongUse('Bring files in, or take an import back: one at a time.', 'import');
  if (values.undo !== undefined && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(values.undo))
    throw new WrongUse(`"${values.undo}" is not the id of an import.`, 'import');
  const { atTheDesk } = await import('#server/desk.ts');
  return atTheDesk({ ...values, jobs: true }, async ({ scope }) => {
    if (values.undo !== undefined) return takeBack(scope, values.undo);
    const id = await receive(scope, files);
    if (id === null) return 1;
    return bringIn(scope, id, { dry: values['dry-run'] === true, fileWins: values['file-wins'] === true, json: values.json === true });
  });
}

/** Null when a file could not be read; it is said which. */
async function receive(scope: Now, files: string[]): Promise<string | null> {
  const { id } = await createImport(scope());
  for (const file of files) {
    try {
      await receiveImportFile(scope(), id, { path: file, name: path.basename(file) });
    } catch (error) {
      const why = whyNot(error);
      if (why === null) throw error;
      process.stderr.write(`${file}: ${why}\n`);
      return null;
    }
  }
  return id;
}

async function bringIn(scope: Now, id: string, how: { dry: boolean; fileWins: boolean; json: boolean }): Promise<number> {
  const looked = await until(scope, id, ['looked']);
  if (!how.json) for (const file of looked.files) say(fileLine(file));
  if (how.fileWins) await answerImport(scope(), id, { conflict: 'file' });
  await tryImport(scope(), id);
  const tried = await until(scope, id, ['tried']);
  if (!how.json) for (const line of tallyLines(tried.plan, 'would')) say(line);
  const needy = await rowsInNeed(scope(), tried, how.json ? 1000 : 20);
  if (how.dry) {
    if (how.json) say(JSON.stringify({ id, files: tried.files, plan: tried.plan, rows: needy.rows }));
    else for (const line of needy.lines) say(line);
    return 0;
  }
  const { create, update } = countsOf(tried.plan);
  if (create + update === 0) {
    say(
      how.json
        ? JSON.stringify({ id, files: tried.files, plan: tried.plan, rows: needy.rows })
        : 'There is nothing to bring in: no row would change anything.',
    );
    return 0;
  }
  await startImport(scope(), id);
  const done = await until(scope, id, ['done'], how.json ? undefined : (page) => tell(progressOf(page)));
  if (how.json) say(JSON.stringify({ id, files: done.files, done: done.done, undoUntil: done.undoUntil, rows: needy.rows }));
  else {
    for (const line of [...tallyLines(done.done, 'did'), ...needy.lines]) say(line);
    say(`All of it can be taken back until ${done.undoUntil ?? ''}: heed import --undo ${id}`);
  }
  return 0;
}

async function takeBack(scope: Now, id: string): Promise<number> {
  const { kept, keptInAll } = await lookAtUndo(scope(), id);
  await undoImport(scope(), id);
  await until(scope, id, ['undone'], () => tell('being taken back'));
  say('It is as it was before.');
  if (keptInAll > 0) say(`${keptInAll} stayed, because somebody changed them since: ${kept.map(({ label }) => label).join(', ')}`);
  return 0;
}

const LOOK_EVERY = 200;

/** Until it stands there. @throws Refusal with its own reason when it stopped before. */
async function until(scope: Now, id: string, states: ImportState[], meanwhile?: (page: ImportPage) => void): Promise<ImportPage> {
  for (;;) {
    const page = await openImport(scope(), id);
    if (states.includes(page.state)) {
      if (meanwhile) tell('');
      return page;
    }
    if (page.state === 'failed') throw new Refusal('import.stopped', page.failedWhy ?? 'It could not go on.');
    if (page.state === 'paused') throw new Refusal('import.paused', 'Somebody paused it. Go on with it under People, Move in.');
    if (page.state === 'undone' && !states.includes('undone')) throw new Refusal('import.cancelled', 'Somebody took it back meanwhile.');
    meanwhile?.(page);
    await wait(LOOK_EVERY);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that is written over, for who looks on; elsewhere nothing. */
function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}
