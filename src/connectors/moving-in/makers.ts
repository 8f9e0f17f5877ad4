import type { ImportedRecord, ImportedRow, ImportObject, ImportReason } from '#model/import.ts';
import type { Line } from './delimited.ts';
import type { Draft, Maker, Manner, Setter } from './draft.ts';
import { MOST_CELL, MOST_ROW } from './limits.ts';
import { personMaker } from './person-fields.ts';
import { dealMaker, noteMaker, organisationMaker, taskMaker } from './work-fields.ts';

const MAKERS: { [O in ImportObject]: Maker<Extract<ImportedRecord, { object: O }>> } = {
  organisation: organisationMaker,
  person: personMaker,
  deal: dealMaker,
  note: noteMaker,
  task: taskMaker,
};

export const makerOf = (object: ImportObject): Maker<ImportedRecord> => MAKERS[object] as unknown as Maker<ImportedRecord>;

export interface RowPlan {
  object: ImportObject;
  headings: string[];
  fields: string[];
  manner: Manner;
  /** Records that only add ties to others are not missed a name. */
  tiesOnly: boolean;
}

/** What makes records of the rows of one file: the meaning of every column is looked up once. */
export function rowMaker({ object, headings, fields, manner, tiesOnly }: RowPlan): (line: Line, row: number) => ImportedRow {
  const maker = makerOf(object);
  const setters: (Setter | null)[] = headings.map((heading, at) => {
    const field = fields[at] ?? 'custom';
    return field === 'nothing' ? null : maker.setter(field, heading, manner);
  });
  return (line, row) => {
    const draft: Draft = { record: maker.blank(manner.externalObject), problems: problemsOf(line, headings.length), gone: '', parts: null };
    if (line.oddity === 'row.too-long') return { row, record: null, problems: draft.problems };
    for (let at = 0; at < setters.length; at++) {
      const cell = line.cells[at]?.trim();
      if (cell) setters[at]?.(cell, draft);
    }
    const failure = draft.gone || (maker.finish(draft) ?? '');
    if (failure === '' || (tiesOnly && draft.gone === '' && draft.record.externalId !== null))
      return { row, record: draft.record, problems: draft.problems };
    draft.problems.unshift(failureOf(failure, draft.record));
    return { row, record: null, problems: draft.problems };
  };
}

const failureOf = (code: string, { externalId }: ImportedRecord): ImportReason =>
  code === 'row.id-only' ? { code, params: { id: externalId ?? '' } } : { code };

function problemsOf({ cells, oddity }: Line, headings: number): ImportReason[] {
  const problems: ImportReason[] = [];
  if (oddity === 'row.too-long') return [{ code: oddity, params: { most: MOST_ROW / 1024 / 1024 } }];
  if (oddity === 'cell.too-long') problems.push({ code: oddity, params: { column: '', most: MOST_CELL / 1024 / 1024 } });
  else if (oddity !== '') problems.push({ code: oddity });
  // Cells that are empty at the end are often left out, or stand beyond the headings.
  const isRagged =
    cells.length > headings ? cells.slice(headings).some((cell) => cell.trim() !== '') : cells.length < headings && oddity !== '';
  if (isRagged || (cells.length < headings && cells.length < headings - 1 && !endsInNothing(cells)))
    problems.push({ code: 'row.ragged', params: { cells: cells.length, headings } });
  return problems;
}

const endsInNothing = (cells: string[]): boolean => (cells.at(-1) ?? '').trim() === '';
