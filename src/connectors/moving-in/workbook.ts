import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Line } from './delimited.ts';
import { MOST_CELL, MOST_COLUMNS, MOST_SHARED, MOST_SHEETS, MOST_WORKBOOK } from './limits.ts';
import type { Piece } from './pieces.ts';
import { openZip, Unopened, type Zip } from './zip.ts';

// The library reads archives from front to back and believes their local headers, of which nothing holds the size. So it is given a plain archive of our own
// making: only the parts it needs, unpacked and counted, in the order in which it needs them.

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What it needs before a sheet, and what does for one that is missing: without shared texts it would write the sheet to the disk first. */
const PARTS: [string, string][] = [
  ['xl/workbook.xml', ''],
  ['xl/_rels/workbook.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'],
  ['xl/styles.xml', ''],
  ['xl/sharedStrings.xml', `<sst xmlns="${SPREADSHEET}"/>`],
];

interface Book {
  zip: Zip;
  /** Name of a sheet → its path in the archive. */
  sheets: Map<string, string>;
  paths: Map<string, string>;
}

/** The names of the sheets that can be seen, in their order. */
export async function sheetsOf(piece: Piece): Promise<string[]> {
  return withBook(piece, async ({ sheets }) => [...sheets.keys()]);
}

async function withBook<T>(piece: Piece, use: (book: Book) => Promise<T>): Promise<T> {
  const place = await piece.onDisk();
  try {
    const zip = await openZip(place.file, place.size);
    try {
      return await use(await bookOf(zip));
    } finally {
      zip.close();
    }
  } finally {
    await place.gone();
  }
}

async function bookOf(zip: Zip): Promise<Book> {
  const paths = new Map(zip.entries.map(({ path }) => [path.replaceAll('\\', '/').toLowerCase(), path]));
  let unpacked = 0;
  for (const { size } of zip.entries) unpacked += size;
  if (unpacked > MOST_WORKBOOK) throw new Unopened('file.bomb');
  const workbook = await textOfPart(zip, paths.get('xl/workbook.xml'));
  const targets = new Map<string, string>();
  for (const [tag] of (await textOfPart(zip, paths.get('xl/_rels/workbook.xml.rels'))).matchAll(/<(?:\w+:)?Relationship\b[^<>]{0,2000}>/g))
    targets.set(attributeOf(tag, 'Id'), attributeOf(tag, 'Target'));
  const sheets = new Map<string, string>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\b[^<>]{0,2000}>/g)) {
    const target = targets.get(attributeOf(tag, 'r:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    const known = paths.get(path.toLowerCase());
    if (known && !/hidden/i.test(attributeOf(tag, 'state')) && sheets.size < MOST_SHEETS) sheets.set(attributeOf(tag, 'name'), known);
  }
  return { zip, sheets, paths };
}

const attributeOf = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '');
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

async function textOfPart(zip: Zip, path: string | undefined): Promise<string> {
  if (path === undefined) return '';
  return (await bytesOfPart(zip, path, 8 * 1024 * 1024)).toString('utf8');
}

async function bytesOfPart(zip: Zip, path: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await zip.read(path)) {
    size += (chunk as Uint8Array).length;
    if (size > most) throw new Unopened('file.too-large', { most: most / 1024 / 1024 });
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

const BATCH = 200;

/** The rows of one sheet, as texts: dates as they are told apart from numbers by their style, formulas by what they came to. */
export async function* sheetLines(piece: Piece, sheet: string): AsyncGenerator<Line[]> {
  const place = await piece.onDisk();
  const zip = await openZip(place.file, place.size);
  try {
    const book = await bookOf(zip);
    const path = book.sheets.get(sheet);
    if (path === undefined) throw new Unopened('file.damaged', { why: 'sheet' });
    // 200 ms to load: only for who brings a workbook.
    const { stream } = (await import('exceljs')).default;
    const reader = new stream.xlsx.WorkbookReader(Readable.from(plainArchive(book, path)), {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    let lines: Line[] = [];
    for await (const rows of reader) {
      for await (const row of rows) {
        const cells = cellsOf(row.values as unknown[]);
        if (cells.some((cell) => cell !== '')) lines.push({ cells, oddity: '' });
        if (lines.length < BATCH) continue;
        yield lines;
        lines = [];
      }
    }
    if (lines.length > 0) yield lines;
  } finally {
    zip.close();
    await place.gone();
  }
}

/** Values are counted from 1, and what is empty is left out. */
function cellsOf(values: unknown[]): string[] {
  // One more than may be is enough to be refused.
  const last = Math.min(values.length, MOST_COLUMNS + 2);
  const cells: string[] = [];
  for (let at = 1; at < last; at++) cells.push(textOfCell(values[at]).slice(0, MOST_CELL));
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value !== 'object') return String(value);
  const { richText, text, result, error } = value as { richText?: { text: string }[]; text?: unknown; result?: unknown; error?: string };
  if (error !== undefined) return '';
  if (richText) return richText.map((part) => part.text).join('');
  return textOfCell(text ?? result);
}

function dateText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

async function* plainArchive({ zip, paths }: Book, sheet: string): AsyncGenerator<Buffer> {
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, instead] of PARTS) {
    const path = paths.get(name.toLowerCase());
    const bytes = path === undefined ? Buffer.from(instead) : await bytesOfPart(zip, path, MOST_SHARED);
    if (bytes.length === 0) continue;
    const [local, directory] = headersOf(name, bytes.length, crc32(bytes), offset);
    yield local;
    yield bytes;
    central.push(directory);
    offset += local.length + bytes.length;
  }
  // The size of the sheet is what the table of contents says, and the reader of archives holds it to that.
  const size = zip.entries.find(({ path }) => path === sheet)?.size ?? 0;
  const [local, directory] = headersOf('xl/worksheets/sheet1.xml', size, 0, offset);
  yield local;
  for await (const chunk of await zip.read(sheet)) yield chunk as Buffer;
  central.push(directory);
  offset += local.length + size;
  const contents = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset % 2 ** 32, 16);
  yield Buffer.concat([contents, end]);
}

/** APPNOTE.TXT 4.3.7 and 4.3.12: the headers of a file that is stored as it is. */
function headersOf(name: string, size: number, crc: number, offset: number): [Buffer, Buffer] {
  const path = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800, 2);
  shared.writeUInt32LE(crc, 10);
  shared.writeUInt32LE(size, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(path.length, 22);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset % 2 ** 32, 10);
  return [
    Buffer.concat([Buffer.from('PK\x03\x04'), shared, path]),
    Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, rest, path]),
  ];
}
