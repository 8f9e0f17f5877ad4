import type { LookedFile } from '#model/import.ts';
import { type Line, linesOf, type Writing } from './delimited.ts';
import { type Encoding, encodingOf, textOf } from './encoding.ts';
import type { Piece } from './pieces.ts';
import { writingOf } from './sniff-delimiter.ts';
import { sheetLines, sheetsOf } from './workbook.ts';

/** Something with rows and columns: a delimited text, or one sheet of a workbook. */
export interface Table {
  sheet?: string;
  encoding?: string;
  delimiter?: string;
  /** From its first row on, some at a time. */
  lines(): AsyncIterable<Line[]>;
}

/** The tables of a piece: one of a text, one a sheet of a workbook. */
export async function tablesOf(piece: Piece): Promise<Table[]> {
  if (piece.kind === 'workbook') return (await sheetsOf(piece)).map((sheet) => ({ sheet, lines: () => sheetLines(piece, sheet) }));
  const encoding = await encodingOf(piece.bytes());
  const sample = new TextDecoder(encoding).decode(piece.start);
  return [textTable(piece, encoding, writingOf(sample))];
}

/** The table that was looked at, once more. */
export function tableAgain(piece: Piece, looked: LookedFile): Table {
  const { sheet, encoding, delimiter } = looked;
  if (sheet !== undefined) return { sheet, lines: () => sheetLines(piece, sheet) };
  const sample = new TextDecoder(encoding ?? 'utf-8').decode(piece.start);
  return textTable(piece, (encoding ?? 'utf-8') as Encoding, { ...writingOf(sample), ...(delimiter ? { delimiter } : {}) });
}

const textTable = (piece: Piece, encoding: Encoding, writing: Writing): Table => ({
  encoding,
  delimiter: writing.delimiter,
  lines: () => linesOf(textOf(piece.bytes(), encoding), writing),
});
