import { sql } from 'kysely';
import type { ImportOptions, LookedFile } from '#model/import.ts';
import { type ImportPage, type ImportQuestions, importUndoUntil } from '#model/import-pages.ts';
import type { NameRef } from '#model/pages.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { type Going, importOf, stateOf } from './find.ts';
import { guessOwner, type OwnerCandidate } from './owners.ts';

interface Beside {
  by: NameRef | null;
  dropped: ImportPage['dropped'];
  members: (OwnerCandidate & { here: boolean })[];
  people: number;
}

/** The whole state of an import. @throws Refusal `missing.import`. */
export async function openImport(scope: Scope, id: string): Promise<ImportPage> {
  const record = await importOf(scope, id);
  const beside = await documentOf<Beside>(
    scope.db,
    sql`select json_build_object(
      'by', (select json_build_object('id', m.id, 'name', m.name) from members m where m.workspace_id = ${scope.workspaceId} and m.id = ${record.createdBy}),
      'dropped', coalesce((select json_agg(json_build_object('i', f.i, 'name', f.name, 'size', f.size) order by f.i) from import_files f
        where f.workspace_id = ${scope.workspaceId} and f.import_id = ${id} and f.removed_at is null), '[]'),
      'members', coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'email', a.email, 'here', m.left_at is null) order by m.name, m.id)
        from members m join accounts a on a.id = m.account_id where m.workspace_id = ${scope.workspaceId}), '[]'),
      'people', (select w.people_known from workspaces w where w.workspace_id = ${scope.workspaceId} and w.id = ${scope.workspaceId}))`,
  );
  const { tally, progress, options } = record;
  const files = (record.looked.files ?? []).map((file) => ({ ...file, leftOut: (options.leftOutFiles ?? []).includes(file.i) }));
  const rows = rowsOf(progress);
  return {
    ...timesOf(record),
    ...{ id, state: stateOf(record), source: record.source, by: beside?.by ?? null, dropped: beside?.dropped ?? [], files, options },
    questions: questionsOf(files, options, beside?.members ?? []),
    members: (beside?.members ?? []).filter(({ here }) => here).map(({ id: memberId, name }) => ({ id: memberId, name })),
    ...{ plan: tally.plan ?? {}, triedMs: progress.triedMs ?? null, done: tally.done ?? {}, progress: progress.far ?? {}, rows },
    leftMs: leftOf(progress, rows),
    // Names of people whom only they may know of pass by here.
    justNow: record.createdBy === scope.member.id ? (progress.justNow ?? []) : [],
    people: { before: tally.peopleBefore ?? null, now: beside?.people ?? 0 },
    ...{ perhapsSame: tally.perhapsSame ?? 0, failedWhy: record.failedWhy, undoUntil: importUndoUntil(record, scope.now) },
  };
}

function timesOf(record: Awaited<ReturnType<typeof importOf>>) {
  const { createdAt, lookedAt, triedAt, startedAt, pausedAt, cancelledAt, doneAt, undoingAt, undoneAt, failedAt } = record;
  return { createdAt, lookedAt, triedAt, startedAt, pausedAt, cancelledAt, doneAt, undoingAt, undoneAt, failedAt };
}

function rowsOf({ far }: Going): ImportPage['rows'] {
  const parts = Object.values(far ?? {});
  return { done: parts.reduce((sum, part) => sum + part.done, 0), of: parts.reduce((sum, part) => sum + part.of, 0) };
}

/** As the work went so far; not told from less than a fiftieth of it. */
function leftOf({ workedMs }: Going, { done, of }: ImportPage['rows']): number | null {
  if (!workedMs || done * 50 < of || of === 0) return null;
  return Math.round((workedMs / done) * (of - done));
}

/** Owners who are nobody here by name or address, and days that could be read both ways. What was answered stays, to be changed. */
function questionsOf(files: LookedFile[], options: ImportOptions, members: OwnerCandidate[]): ImportQuestions {
  const rows = new Map<string, number>();
  const taken = files.filter((file) => file.object && !file.leftOut);
  for (const file of taken) for (const one of file.owners ?? []) rows.set(one.owner, (rows.get(one.owner) ?? 0) + one.rows);
  const owners = [...rows].map(([owner, n]) => ({ owner, rows: n, guess: guessOwner(owner, members), answer: options.owners?.[owner] }));
  const dates = taken.flatMap((file) => {
    if (!file.dates || file.dates.order === 'iso') return [];
    if (file.dates.order !== 'unknown' && options.dates?.[file.i] === undefined && !file.dates.sample) return [];
    return [{ file: file.i, name: file.name, ...file.dates, answer: options.dates?.[file.i] }];
  });
  return { owners: owners.sort((a, b) => b.rows - a.rows), dates };
}
