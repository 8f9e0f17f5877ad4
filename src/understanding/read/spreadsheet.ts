/** Characters; what a file is shows in its first rows. */
const ENOUGH = 16_000;
const MOST_ABOVE = 8;

/**
 * Comma, semicolon or tab separated values (RFC 4180), as contacts and lists are exported: a row of short headings, and rows with as many
 * cells. A few lines may stand above the headings (LinkedIn). A comma with a space after it is prose, except within quotes.
 */
export function isSpreadsheet(text: string): boolean {
  const start = text.slice(0, ENOUGH);
  if (!hasSeparators(start)) return false;
  return [',', ';', '\t'].some((separator) => isTableOf(rowsOf(start, separator, text.length > ENOUGH)));
}

/** Whether its first lines have any separators that prose does not have: nearly all that people say has not. */
function hasSeparators(text: string): boolean {
  let n = 0;
  const end = Math.min(text.length, 4000);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 59 || code === 9 || (code === 44 && text.charCodeAt(i + 1) !== 32)) n++;
  }
  return n >= 4;
}

/** Nearly all rows have as many cells as the headings: three rows of three cells, or one row of five under its headings. */
function isTableOf(rows: readonly string[][]): boolean {
  for (const [i, headings] of rows.slice(0, MOST_ABOVE).entries()) {
    const below = rows.slice(i + 1);
    const enough = headings.length >= 5 ? 1 : 2;
    if (headings.length < 3 || below.length < enough || !headings.every(isHeading)) continue;
    if (below.filter((row) => row.length === headings.length).length >= below.length * 0.8) return true;
  }
  return false;
}

/** Short, and no end of a sentence. */
const isHeading = (cell: string) => cell.length <= 60 && !/[.?!:]$/.test(cell) && !/^\s/.test(cell);

/** Rows that are not empty, in cells; `cut`: the last one is not whole. */
function rowsOf(text: string, separator: string, cut: boolean): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  const closeRow = () => {
    row.push(cell);
    if (row.length > 1 || cell.trim() !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string;
    const closing = sign === '"' && cell === '' ? closingQuote(text, i) : -1;
    if (closing > 0) {
      cell = text.slice(i + 1, closing);
      i = closing;
    } else if (sign === '\n') closeRow();
    else if (sign === separator && !(sign === ',' && text[i + 1] === ' ')) {
      row.push(cell);
      cell = '';
    } else cell += sign;
  }
  if (!cut) closeRow();
  return rows;
}

/** Characters: a cell in quotes that is longer is no cell, and a quote without an end is no reason to look through all of it. */
const LONGEST_CELL = 2000;

/** Where a cell in quotes ends, two quotes being one of its words; -1 when it does not. */
function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length && i < open + LONGEST_CELL; i++) {
    if (text.charCodeAt(i) !== 34) continue;
    if (text.charCodeAt(i + 1) !== 34) return i;
    i++;
  }
  return -1;
}
