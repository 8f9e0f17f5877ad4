import { IMPORT_OBJECTS, type ImportReason } from '#model/import.ts';
import { remember } from '../audit.ts';
import type { Scope } from '../scope.ts';
import { importOf } from './find.ts';
import { rowsForResult } from './rows.ts';

const HEADER = ['object', 'file', 'row', 'outcome', 'who', 'where', 'why', 'id'];

/**
 * All rows of an import and what became of them, as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read it as UTF-8. `only`: with this
 * outcome alone. @throws Refusal `missing.import`.
 */
export async function importResult(scope: Scope, importId: string, only?: string): Promise<{ name: string; lines: AsyncIterable<string> }> {
  const record = await importOf(scope, importId);
  await remember(scope, { action: 'import.result-read', about: 'import', id: importId });
  const names = new Map((record.looked.files ?? []).map(({ i, name }) => [i, name]));
  return {
    name: `import-${record.createdAt.slice(0, 10)}.csv`,
    lines: (async function* () {
      yield `\ufeff${HEADER.join(',')}\r\n`;
      for await (const rows of rowsForResult(scope, record, IMPORT_OBJECTS)) {
        const wanted = only ? rows.filter(({ outcome }) => outcome === only) : rows;
        const lines = wanted.map((row) =>
          [
            row.object,
            names.get(row.file) ?? String(row.file),
            String(row.row),
            row.outcome,
            row.label,
            row.where,
            row.reasons.map(inWords).join('; '),
            row.rowId ?? '',
          ]
            .map(cell)
            .join(','),
        );
        if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
      }
    })(),
  };
}

/** A reason for programs and people alike: its code, and what fills it. */
function inWords({ code, params }: ImportReason): string {
  const filled = Object.entries(params ?? {}).filter(([name]) => name !== 'id');
  return filled.length === 0 ? code : `${code} (${filled.map(([name, value]) => `${name}: ${value}`).join(', ')})`;
}

/** Quoted, and what a spreadsheet would take for a formula made plain text (OWASP, CSV injection). */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
