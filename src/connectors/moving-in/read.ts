import type { ImportedRow, ImportObject, ImportOptions, LookedFile } from '#model/import.ts';
import { isImportField } from '#model/import-fields.ts';
import { Refusal } from '#model/refusal.ts';
import { contentOf } from './content.ts';
import { type Line, TooWide } from './delimited.ts';
import { guessFields } from './guess.ts';
import type { DroppedFile } from './look.ts';
import { rowMaker } from './makers.ts';
import { pieceNamed } from './pieces.ts';
import { layoutOf } from './recognise.ts';
import { tableAgain } from './table.ts';
import { Unopened } from './zip.ts';

/**
 * The rows of one looked file, streamed, at most some hundred in memory; with the member's answers (mapping, day order). Nothing comes of a file without an
 * object. Refuses `import.unreadable` when the file is no longer what was looked at.
 */
export async function* readRows(
  file: LookedFile,
  dropped: DroppedFile,
  options: ImportOptions,
  signal?: AbortSignal,
): AsyncGenerator<ImportedRow> {
  const object = options.objects?.[file.i] ?? file.object;
  if (object === null || file.source === null) return;
  try {
    if (file.headerAt === undefined) {
      for await (const piece of pieceNamed(dropped, file.name)) {
        const content = await contentOf(piece, file.encoding);
        if (!content || !('rows' in content)) continue;
        for await (const row of content.rows()) {
          signal?.throwIfAborted();
          yield row;
        }
      }
      return;
    }
    const make = rowMaker(planOf(file, object, options));
    let row = 0;
    for await (const piece of pieceNamed(dropped, file.name)) {
      const content = await contentOf(piece, file.encoding);
      const table = content && 'lines' in content ? content : tableAgain(piece, file);
      for await (const lines of dataLines(table.lines(), file.headerAt)) {
        signal?.throwIfAborted();
        // Made one by one as they are asked for, and given from here: every further generator between costs each row a turn of the loop.
        for (const line of lines) yield make(line, ++row);
      }
    }
  } catch (wrong) {
    if (wrong instanceof Unopened || wrong instanceof TooWide)
      throw new Refusal('import.unreadable', `${file.name} can no longer be read.`, { name: file.name });
    throw wrong;
  }
}

async function* dataLines(batches: AsyncIterable<Line[]>, headerAt: number): AsyncGenerator<Line[]> {
  let skip = headerAt + 1;
  for await (const lines of batches) {
    if (skip >= lines.length) skip -= lines.length;
    else {
      yield skip > 0 ? lines.slice(skip) : lines;
      skip = 0;
    }
  }
}

/** What was seen when it was looked at, with what the member has said since. */
function planOf(file: LookedFile, object: ImportObject, options: ImportOptions) {
  const columns = file.columns ?? [];
  const headings = columns.map(({ header }) => header);
  const layout = layoutOf(headings);
  const isAsSeen = object === file.object;
  const seen = isAsSeen ? columns.map(({ field }) => field) : guessFields(headings, object);
  const said = options.columns?.[file.i] ?? {};
  return {
    object,
    headings,
    fields: headings.map((heading, at) => {
      const field = said[heading];
      return field !== undefined && isImportField(object, field) ? field : (seen[at] ?? 'custom');
    }),
    tiesOnly: layout?.use === 'ties',
    manner: {
      order: options.dates?.[file.i] ?? file.dates?.order ?? 'unknown',
      decimal: file.decimal ?? '.',
      externalObject: isAsSeen ? (file.externalObject ?? object) : object,
      ownerNames: file.ownerNames ?? {},
      ...layout?.ids,
    } as const,
  };
}

/** What the columns of a file mean when a member says what it holds: for the mapping they are then shown. */
export const columnsFor = (file: LookedFile, object: ImportObject): NonNullable<LookedFile['columns']> => {
  const columns = file.columns ?? [];
  if (object === file.object) return columns;
  const fields = guessFields(
    columns.map(({ header }) => header),
    object,
  );
  return columns.map((column, at) => ({ ...column, field: fields[at] ?? 'custom' }));
};
