import { sql } from 'kysely';
import { type Marking, markingWith } from '#domain/erasures/marks.ts';
import { applyImport } from '#domain/imports/apply.ts';
import { createImport } from '#domain/imports/create.ts';
import { planImport } from '#domain/imports/plan.ts';
import { startImport, undoImport } from '#domain/imports/steps.ts';
import { takeBackImport } from '#domain/imports/undo.ts';
import type { Scope } from '#domain/scope.ts';
import type {
  ImportedDeal,
  ImportedNote,
  ImportedOrganisation,
  ImportedPerson,
  ImportedRecord,
  ImportedTask,
  ImportObject,
  ImportOptions,
  ImportSource,
  LookedFile,
} from '#model/import.ts';

export const MARKING: Marking = markingWith('the secret of every test, for all to read');

type Part<T extends ImportedRecord> = Partial<T>;
const recorded = { externalId: null, owner: '', createdAt: null, tags: [], custom: [] };

export function aPerson(name: string, more: Part<ImportedPerson> = {}): ImportedPerson {
  const lists = { emails: [], phones: [], links: [], addresses: [], dates: [], organisations: [], kinds: [] };
  const texts = { givenName: '', familyName: '', nickname: '', pronouns: '', roleTitle: '', livesIn: '', about: '', doNotContactWhy: '' };
  return {
    ...recorded,
    ...lists,
    ...texts,
    externalObject: 'contact',
    object: 'person',
    name,
    reportsTo: null,
    doNotContact: false,
    photo: null,
    ...more,
  };
}

export function anOrganisation(name: string, more: Part<ImportedOrganisation> = {}): ImportedOrganisation {
  const texts = { website: '', phone: '', place: '', country: '', industry: '', about: '' };
  return { ...recorded, ...texts, externalObject: 'company', object: 'organisation', name, domains: [], parent: null, ...more };
}

export function aDeal(title: string, more: Part<ImportedDeal> = {}): ImportedDeal {
  const texts = { pipeline: 'Sales', stage: 'Talking', endedWhy: '', nextStep: '', about: '' };
  const none = { amount: null, currency: null, closeOn: null, ended: null, endedAt: null, organisation: null };
  return { ...recorded, ...texts, ...none, externalObject: 'deal', object: 'deal', title, people: [], ...more };
}

export function aNote(body: string, more: Part<ImportedNote> = {}): ImportedNote {
  return {
    ...recorded,
    externalObject: 'note',
    object: 'note',
    kind: 'note',
    title: '',
    body,
    happenedAt: null,
    people: [],
    organisations: [],
    deals: [],
    ...more,
  };
}

export function aTask(what: string, more: Part<ImportedTask> = {}): ImportedTask {
  return {
    ...recorded,
    externalObject: 'task',
    object: 'task',
    what,
    about: '',
    dueOn: null,
    doneAt: null,
    people: [],
    organisations: [],
    deals: [],
    ...more,
  };
}

/** A file by hand: its records in order; null is a row that cannot be read. */
export interface HandMade {
  object: ImportObject;
  records: (ImportedRecord | null)[];
  source?: ImportSource;
}

export interface Move {
  id: string;
  plan(): Promise<void>;
  start(): Promise<void>;
  apply(stop?: AbortSignal): Promise<void>;
  /** All of it: dry run, start, bring in. */
  bring(): Promise<void>;
  undo(): Promise<void>;
  rows(): Promise<{ object: string; file: number; row: number; outcome: string; label: string; codes: string[] }[]>;
  planned(): Promise<string[]>;
}

/** An import of files that somebody has looked at already: what the reading of real files would have yielded. */
export async function moveIn(scope: Scope, files: HandMade[], options: ImportOptions = {}): Promise<Move> {
  const { id } = await createImport(scope);
  const looked: LookedFile[] = files.map(({ object, records, source = 'hubspot' }, i) => ({
    ...{ i, dropped: 0, name: `${object}-${i}.csv`, source, object, rows: records.length, size: 1, why: { code: 'file.known' } },
  }));
  await sql`update imports set looked_at = ${scope.now}, looked = ${JSON.stringify({ files: looked })}::jsonb, options = ${JSON.stringify(options)}::jsonb
    where id = ${id}`.execute(scope.db);
  await sql`insert into import_files (workspace_id, id, import_id, i, name, size, sha256, created_at)
    values (${scope.workspaceId}, gen_random_uuid(), ${id}, 0, 'all.zip', 1, 'x', ${scope.now})`.execute(scope.db);
  const rowsOf = async function* (file: LookedFile) {
    for (const [at, record] of (files[file.i]?.records ?? []).entries()) yield { row: at + 1, record, problems: [] };
  };
  const how = { rowsOf, marking: MARKING };
  const move: Move = {
    id,
    plan: () => planImport(scope, id, how),
    start: () => startImport(scope, id),
    apply: (stop) => applyImport(scope, id, { ...how, ...(stop && { stop }) }),
    bring: async () => {
      await move.plan();
      await move.start();
      await move.apply();
    },
    undo: async () => {
      await undoImport({ ...scope, now: new Date().toISOString() }, id);
      await takeBackImport(scope, id);
    },
    rows: async () => {
      const found = await sql<{ object: string; file: number; row: number; outcome: string; label: string; codes: string[] }>`
        select object, file_i as file, row_no as row, outcome, label, array(select w->>'code' from jsonb_array_elements(reason->'why') w) as codes
        from import_rows where import_id = ${id} order by array_position(array['organisation','person','deal','note','task'], object), file_i, row_no`.execute(
        scope.db,
      );
      return found.rows;
    },
    planned: async () => {
      const found = await sql<{ outcome: string }>`select outcome from import_staged where import_id = ${id}
        order by array_position(array['organisation','person','deal','note','task'], object), file_i, row_no`.execute(scope.db);
      return found.rows.map(({ outcome }) => outcome);
    },
  };
  return move;
}
