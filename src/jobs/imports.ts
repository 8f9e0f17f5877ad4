import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { lookAtFiles, type DroppedFile as OnDisk } from '#connectors/moving-in/look.ts';
import { readRows } from '#connectors/moving-in/read.ts';
import type { Db } from '#db/pool.ts';
import type { Marking } from '#domain/erasures/marks.ts';
import { applyImport } from '#domain/imports/apply.ts';
import { cleanImport } from '#domain/imports/clean.ts';
import { importOf } from '#domain/imports/find.ts';
import { type DroppedFile, droppedFiles, failImport, keepLook } from '#domain/imports/look.ts';
import { planImport } from '#domain/imports/plan.ts';
import { importBytes } from '#domain/imports/receive.ts';
import type { RowsOf } from '#domain/imports/stage.ts';
import { takeBackImport } from '#domain/imports/undo.ts';
import type { Place } from '#domain/scope.ts';
import { Refusal } from '#model/refusal.ts';

const ofImport = z.object({ workspaceId: z.uuid(), importId: z.uuid() });

type Task = (db: Db, payload: unknown, stop: AbortSignal, last?: boolean) => Promise<void>;

/** Moving in, one task a step. `marking` knows again whoever was erased. */
export function importTasks(marking: Marking): Record<string, Task> {
  return {
    'look-at-import': task((place, importId, stop) => look(place, importId, stop)),
    'try-import': task((place, importId, stop) =>
      reading(place, importId, stop, (rowsOf) => planImport(place, importId, { rowsOf, marking, stop })),
    ),
    'bring-in-import': task((place, importId, stop) =>
      reading(place, importId, stop, (rowsOf) => applyImport(place, importId, { rowsOf, marking, stop })),
    ),
    'undo-import': task((place, importId, stop) => takeBackImport(place, importId, stop)),
    'clean-import': task((place, importId) => cleanImport(place, importId)),
  };
}

/** What a person can read goes to the import; anything else is tried again, and told when it broke for the last time. */
function task(work: (place: Place, importId: string, stop: AbortSignal) => Promise<void>): Task {
  return async (db, payload, stop, last = false) => {
    const { workspaceId, importId } = ofImport.parse(payload);
    const place = { db, workspaceId, now: new Date().toISOString() };
    try {
      await work(place, importId, stop);
    } catch (problem) {
      // Gone meanwhile with its workspace: nobody waits for it.
      if (problem instanceof Refusal && problem.code === 'missing.import') return;
      if (!(problem instanceof Refusal)) {
        if (last && !stop.aborted) await failImport(place, importId, BROKE);
        throw problem;
      }
      await failImport(place, importId, problem);
    }
  };
}

const BROKE = {
  message: 'Something went wrong again and again while Heed worked on this. What has come in so far is whole. Go on, or take it back.',
};

async function look(place: Place, importId: string, stop: AbortSignal): Promise<void> {
  const dropped = await droppedFiles(place, importId);
  await onDisk(place, dropped, async (files) => keepLook(place, importId, { dropped, files: await lookAtFiles(files, stop) }));
}

/** The bytes are laid out only when rows are asked for: mostly they lie in the staging table already. */
async function reading(place: Place, importId: string, stop: AbortSignal, work: (rowsOf: RowsOf) => Promise<void>): Promise<void> {
  const { options } = await importOf(place, importId);
  const dropped = await droppedFiles(place, importId);
  await onDisk(place, [], async (_none, lay) => {
    const there = new Map<number, OnDisk>();
    const rowsOf: RowsOf = async function* (file) {
      const found = dropped.find(({ i }) => i === file.dropped);
      if (!found) throw new Refusal('missing.import-file', 'That file is not in this import any more.');
      const onIt = there.get(found.i) ?? (await lay(found));
      there.set(found.i, onIt);
      yield* readRows(file, onIt, options, stop);
    };
    await work(rowsOf);
  });
}

async function onDisk(
  place: Place,
  dropped: DroppedFile[],
  work: (files: OnDisk[], lay: (file: DroppedFile) => Promise<OnDisk>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-import-'));
  const lay = async ({ id, i, name, size }: DroppedFile): Promise<OnDisk> => {
    const file = path.join(folder, String(i));
    await pipeline(Readable.from(importBytes(place, id)), createWriteStream(file, { mode: 0o600 }));
    return { i, name, size, path: file };
  };
  try {
    const files: OnDisk[] = [];
    for (const one of dropped) files.push(await lay(one));
    await work(files, lay);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
