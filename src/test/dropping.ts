import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type DroppedFile, lookAtFiles } from '#connectors/moving-in/look.ts';
import { readRows } from '#connectors/moving-in/read.ts';
import type { ImportedRecord, ImportedRow, ImportOptions, LookedFile } from '#model/import.ts';

export type Content = string | Uint8Array;

/** Files as they are dropped, on the disk while `use` runs. */
export async function dropping<T>(files: Record<string, Content>, use: (dropped: DroppedFile[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-dropping-'));
  try {
    const dropped = Object.entries(files).map(([name, content], i) => {
      const file = path.join(folder, String(i));
      writeFileSync(file, content);
      return { i, name, path: file, size: Buffer.from(content as string).length };
    });
    return await use(dropped);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function gathered<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

export interface Told {
  looked: LookedFile[];
  /** Of each looked file. */
  rows: ImportedRow[][];
  records: ImportedRecord[];
  /** Codes of everything that is odd about any row. */
  problems: string[];
}

/** Looks at dropped files and reads all that is in them. */
export const bringing = (files: Record<string, Content>, options: ImportOptions = {}): Promise<Told> =>
  dropping(files, async (dropped) => {
    const looked = await lookAtFiles(dropped);
    const rows: ImportedRow[][] = [];
    for (const file of looked) {
      const at = dropped.find(({ i }) => i === file.dropped);
      if (!at) throw new Error('dropped nowhere');
      rows.push(await gathered(readRows(file, at, options)));
    }
    const all = rows.flat();
    return {
      looked,
      rows,
      records: all.flatMap(({ record }) => record ?? []),
      problems: all.flatMap(({ problems }) => problems.map(({ code }) => code)),
    };
  });

/** The one record of a kind that there is. */
export function only<O extends ImportedRecord['object']>(told: Told, object: O): Extract<ImportedRecord, { object: O }> {
  const found = told.records.filter((record) => record.object === object);
  if (found.length !== 1) throw new Error(`${found.length} of ${object}: ${JSON.stringify(told.rows)}`);
  return found[0] as Extract<ImportedRecord, { object: O }>;
}
