import { listImportRows } from '#domain/imports/rows.ts';
import type { Scope } from '#domain/scope.ts';
import { IMPORT_OBJECTS, type ImportObject, type ImportReason, type LookedFile } from '#model/import.ts';
import type { ImportPage, ImportRowView, ImportTally } from '#model/import-pages.ts';

const SEVERAL: Record<ImportObject, string> = {
  organisation: 'organisations',
  person: 'people',
  deal: 'deals',
  note: 'notes',
  task: 'tasks',
};

/** A file on one line: what it is, and how that is known. */
export function fileLine(file: LookedFile): string {
  const what = file.object ? `${file.rows} ${SEVERAL[file.object]}` : 'nothing is taken from it';
  return `${file.sheet ? `${file.name}, ${file.sheet}` : file.name}: ${what} (${inWords(file.why)})`;
}

export function countsOf(tally: ImportTally): { create: number; update: number } {
  const of = (outcome: 'create' | 'update') => IMPORT_OBJECTS.reduce((sum, object) => sum + (tally[object]?.[outcome] ?? 0), 0);
  return { create: of('create'), update: of('update') };
}

const WORDS = {
  would: { create: 'new', update: 'would change', same: 'the same', skip: 'left out', fail: 'cannot come in' },
  did: { create: 'new', update: 'changed', same: 'the same', skip: 'left out', fail: 'could not come in' },
} as const;

/** Kind by kind, the counts that are not nothing. */
export function tallyLines(tally: ImportTally, which: keyof typeof WORDS): string[] {
  return IMPORT_OBJECTS.flatMap((object) => {
    const parts = (['create', 'update', 'same', 'skip', 'fail'] as const).flatMap((outcome) => {
      const n = tally[object]?.[outcome] ?? 0;
      return n > 0 ? [`${n} ${WORDS[which][outcome]}`] : [];
    });
    return parts.length > 0 ? [`${SEVERAL[object]}: ${parts.join(', ')}`] : [];
  });
}

export function progressOf({ rows }: Pick<ImportPage, 'rows'>): string {
  return `${rows.done} of ${rows.of} rows and ties`;
}

/** Rows that cannot come in or want a look, the first of each kind. */
export async function rowsInNeed(scope: Scope, page: ImportPage, most: number): Promise<{ rows: ImportRowView[]; lines: string[] }> {
  const rows: ImportRowView[] = [];
  for (const object of IMPORT_OBJECTS) {
    if (!page.plan[object]) continue;
    const found = await listImportRows(scope, { id: page.id, object, limit: Math.min(most, 200) });
    rows.push(...found.rows.filter(({ outcome, reasons }) => outcome === 'fail' || reasons.some(({ code }) => LOOKED_AT.has(code))));
  }
  const names = new Map(page.files.map(({ i, name }) => [i, name]));
  const lines = rows
    .slice(0, most)
    .map(
      ({ file, row, label, reasons }) =>
        `  ${names.get(file) ?? file}, row ${row}, ${label || 'no name'}: ${reasons.map(inWords).join('; ')}`,
    );
  return { rows, lines: lines.length > 0 ? ['Rows that need a look:', ...lines] : [] };
}

const LOOKED_AT = new Set([
  'perhaps',
  'email-taken',
  ...['organisation', 'person', 'deal'].flatMap((kind) => [`${kind}-missing`, `${kind}-ambiguous`]),
]);

/** A reason by its code and what fills it. */
function inWords({ code, params }: ImportReason): string {
  const filled = Object.entries(params ?? {}).filter(([name]) => name !== 'id');
  return filled.length === 0 ? code : `${code}: ${filled.map(([name, value]) => `${name} ${value}`).join(', ')}`;
}
