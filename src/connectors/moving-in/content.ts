import type { ImportedRow, ImportObject, ImportSource } from '#model/import.ts';
import { calendarRows } from './calendar.ts';
import { cardRows } from './cards.ts';
import { type Encoding, encodingOf, textOf } from './encoding.ts';
import { heedRow, heedRows, isHeeds } from './heed.ts';
import { firstLines, isPlain, jsonLines, jsonOf, linesOfRecords, listOf, parsed } from './json-values.ts';
import { MOST_WHOLE } from './limits.ts';
import { isMonicas, monicaRows } from './monica.ts';
import type { Piece } from './pieces.ts';
import type { Table } from './table.ts';
import { Unopened } from './zip.ts';

/** What is recognised by its content and brings its own rows. */
export interface Content {
  source: ImportSource;
  /** What it mostly holds; a row may be of another object. */
  object: ImportObject;
  encoding: Encoding;
  rows(): AsyncIterable<ImportedRow>;
}

/** The content of a piece that is no table; a table, where JSON is a list of plain records. */
export async function contentOf(piece: Piece, known?: string): Promise<Content | Table | null> {
  if (piece.kind !== 'cards' && piece.kind !== 'calendar' && piece.kind !== 'json') return null;
  const encoding = (known as Encoding | undefined) ?? (await encodingOf(piece.bytes()));
  const texts = () => textOf(piece.bytes(), encoding);
  if (piece.kind === 'cards') return { source: 'vcard', object: 'person', encoding, rows: () => cardRows(texts()) };
  if (piece.kind === 'calendar') return { source: 'ics', object: 'note', encoding, rows: () => calendarRows(texts) };
  return jsonContent(encoding, texts);
}

async function jsonContent(encoding: Encoding, texts: () => AsyncIterable<string>): Promise<Content | Table> {
  const [line, second] = await firstLines(jsonLines(texts()));
  const record = parsed(line ?? '');
  if (isPlain(record) && (isHeeds(record) || second?.trimStart().startsWith('{'))) {
    if (isHeeds(record)) return { source: 'heed', object: record.object, encoding, rows: () => heedRows(jsonLines(texts())) };
    return tableOf(encoding, () => recordsOf(jsonLines(texts())));
  }
  const value = await jsonOf(texts());
  if (isMonicas(value)) return { source: 'monica', object: 'person', encoding, rows: () => inTurn(monicaRows(value)) };
  const [first] = listOf(value);
  if (isHeeds(first))
    return {
      source: 'heed',
      object: first.object,
      encoding,
      rows: () => inTurn(listOf(value).map((one, at) => heedRow(one, at + 1))),
    };
  return tableOf(encoding, async () => value);
}

async function recordsOf(lines: AsyncIterable<(string | null)[]>): Promise<unknown[]> {
  const records: unknown[] = [];
  let size = 0;
  for await (const some of lines)
    for (const line of some) {
      size += line?.length ?? 0;
      if (size > MOST_WHOLE) throw new Unopened('file.too-large', { most: MOST_WHOLE / 1024 / 1024 });
      if (line !== null) records.push(parsed(line));
    }
  return records;
}

const tableOf = (encoding: Encoding, value: () => Promise<unknown>): Table => ({
  encoding,
  lines: async function* () {
    const records = listOf(await value());
    if (records.length > 0) yield linesOfRecords(records);
  },
});

async function* inTurn(rows: Iterable<ImportedRow>): AsyncGenerator<ImportedRow> {
  yield* rows;
}
