/** Moving in as a member does it: files dropped, looked at, asked about, tried, brought in and taken back, with the worker's steps between. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { call } from '@orpc/server';
import { router } from '#api/router.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { wholly } from '#domain/scope.ts';
import { recordsOf } from '#domain/taking-out/records.ts';
import { rowsSlowly } from '#domain/taking-out/rows.ts';
import { importTasks } from '#jobs/imports.ts';
import type {
  ImportedDeal,
  ImportedNote,
  ImportedOrganisation,
  ImportedPerson,
  ImportedTask,
  ImportObject,
  ImportOptions,
} from '#model/import.ts';
import { importPageShape } from '#model/import-pages.shape.ts';
import type { ImportPage, ImportRowView } from '#model/import-pages.ts';
import { asking, MARKING } from './asking.ts';
import type { World, WorldMember } from './world.ts';

export type Dropped = Record<string, string | Uint8Array>;

interface Kept {
  organisation: ImportedOrganisation;
  person: ImportedPerson;
  deal: ImportedDeal;
  note: ImportedNote;
  task: ImportedTask;
}

export interface Brought {
  id: string;
  page: ImportPage;
}

/** What one member does; `now` of a step may be said, to come back days later. */
export class Mover {
  readonly world: World;
  readonly member: WorldMember;

  constructor(world: World, member: WorldMember) {
    this.world = world;
    this.member = member;
  }

  as(now?: string) {
    return { context: asking(this.world, this.member, now) };
  }

  create = async () => (await call(router.imports.create, undefined, this.as())).id;
  open = async (id: string) => importPageShape.parse(await call(router.imports.open, { id }, this.as())) as ImportPage;
  answer = (id: string, options: ImportOptions) => call(router.imports.answer, { id, ...options } as { id: string }, this.as());
  start = (id: string) => call(router.imports.start, { id }, this.as());

  async drop(id: string, files: Dropped): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'heed-mover-'));
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(folder, 'file'), content);
      await receiveImportFile(this.world.scope(this.member), id, { path: path.join(folder, 'file'), name });
    }
    await rm(folder, { recursive: true });
  }

  /** What the worker would do next, by its name. */
  async work(name: 'look-at-import' | 'try-import' | 'bring-in-import' | 'undo-import', importId: string, stop?: AbortSignal) {
    const task = importTasks(MARKING)[name];
    await task?.(this.world.db, { workspaceId: this.member.workspaceId, importId }, stop ?? new AbortController().signal);
  }

  /** Files dropped and looked at. */
  async looked(files: Dropped): Promise<Brought> {
    const id = await this.create();
    await this.drop(id, files);
    await this.work('look-at-import', id);
    return { id, page: await this.open(id) };
  }

  async tried(files: Dropped, options?: ImportOptions): Promise<Brought> {
    const { id } = await this.looked(files);
    if (options) await this.answer(id, options);
    if (options?.columns || options?.objects || options?.dates) await this.work('look-at-import', id);
    await call(router.imports.try, { id }, this.as());
    await this.work('try-import', id);
    return { id, page: await this.open(id) };
  }

  /** All the way in. What the dry run said is what was done, or this throws. */
  async bring(files: Dropped, options?: ImportOptions): Promise<Brought> {
    const { id, page: tried } = await this.tried(files, options);
    await this.start(id);
    await this.work('bring-in-import', id);
    const page = await this.open(id);
    const [planned, done] = [JSON.stringify(tried.plan), JSON.stringify(page.done)];
    if (page.state !== 'done' || planned !== done) throw new Error(`${page.state}: planned ${planned}, done ${done}: ${page.failedWhy}`);
    return { id, page };
  }

  async undo(id: string, now?: string): Promise<ImportPage> {
    await call(router.imports.undo, { id }, this.as(now));
    await this.work('undo-import', id);
    return this.open(id);
  }

  rows = async (id: string, object: ImportObject = 'person'): Promise<ImportRowView[]> =>
    (await call(router.imports.rows, { id, object, limit: 100 }, this.as())).rows as ImportRowView[];

  /** In the order of the file: what happens to each row, and the codes of why. */
  async told(id: string, object: ImportObject = 'person'): Promise<string[]> {
    const rows = (await this.rows(id, object)).sort((a, b) => a.file - b.file || a.row - b.row);
    return rows.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }) => code)].join(' '));
  }

  /** Everything of a kind that this member may read, as it would be taken out, by name. */
  async kept<O extends ImportObject>(object: O): Promise<Kept[O][]> {
    return wholly(this.world.scope(this.member), async (change) => {
      const all: Kept[O][] = [];
      for await (const { record } of rowsSlowly(change, recordsOf(change, object))) all.push(record as unknown as Kept[O]);
      return all.sort((a, b) => (called(a) < called(b) ? -1 : 1));
    });
  }

  /** The one person of that name. */
  async person(name: string): Promise<ImportedPerson> {
    const [one, other] = (await this.kept('person')).filter((person) => person.name === name);
    if (!one || other) throw new Error(`${other ? 'two are' : 'nobody is'} called ${name}`);
    return one;
  }
}

const called = (record: Kept[ImportObject]) =>
  record.object === 'person' || record.object === 'organisation'
    ? record.name
    : record.object === 'deal'
      ? record.title
      : record.object === 'note'
        ? `${record.title} ${record.body}`
        : record.what;

let teams = 0;
/** Somebody in a workspace of their own, so that no other story's people are in it. */
export async function newMover(world: World, name = 'Maya Okafor'): Promise<Mover> {
  const { id } = await world.otherWorkspace(`Team ${++teams}`);
  return new Mover(world, await world.member(name, 'admin', { in: id }));
}
