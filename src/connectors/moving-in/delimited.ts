import { MOST_CELL, MOST_COLUMNS, MOST_ROW } from './limits.ts';

/** One row as it stands in the file, and what is odd about how it is written. */
export interface Line {
  cells: string[];
  oddity: '' | 'row.quote-open' | 'row.quotes-odd' | 'row.too-long' | 'cell.too-long';
}

export class TooWide extends Error {}

export interface Writing {
  delimiter: string;
  /** Rows end with a lone carriage return, as old machines wrote them. */
  carriageReturns: boolean;
}

/** After so many quotation marks that nothing closes they are taken for what they are: letters. */
const MOST_OPEN_QUOTES = 50;

/**
 * The rows of a delimited text (RFC 4180 and what is really written), some at a time; blank lines are no rows. What cannot be read as it should is read as it
 * stands and says so: one quotation mark too many costs one row, not the rest of the file.
 * Throws `TooWide` as soon as a row has more columns than may be.
 */
export async function* linesOf(texts: AsyncIterable<string>, writing: Writing): AsyncGenerator<Line[]> {
  const cutter = lineCutter(writing);
  for await (const text of texts) {
    const lines = cutter(text, false);
    if (lines.length > 0) yield lines;
  }
  const lines = cutter('', true);
  if (lines.length > 0) yield lines;
}

/** Cuts what it is given into rows; keeps what is not yet whole for the next time. */
export function lineCutter({ delimiter, carriageReturns }: Writing): (text: string, isLast: boolean) => Line[] {
  const end = carriageReturns ? '\r' : '\n';
  let rest = '';
  let openQuotes = 0;
  let skipping = false;

  return (text, isLast) => {
    let buffer = rest === '' ? text : rest + text;
    const lines: Line[] = [];
    let at = 0;
    if (skipping) {
      const next = buffer.indexOf(end);
      if (next < 0) {
        rest = '';
        return [];
      }
      skipping = false;
      at = next + 1;
    }
    let quote = buffer.indexOf('"', at);
    while (at < buffer.length) {
      const stop = buffer.indexOf(end, at);
      if (quote >= 0 && quote < at) quote = buffer.indexOf('"', at);
      const isPlain = openQuotes >= MOST_OPEN_QUOTES || quote < 0 || (stop >= 0 && quote > stop);
      if (isPlain) {
        if (stop < 0 && !isLast) break;
        push(lines, plainLine(buffer.slice(at, stop < 0 ? buffer.length : stop), delimiter));
        at = stop < 0 ? buffer.length : stop + 1;
        continue;
      }
      const quoted = quotedLine(buffer, { at, delimiter, end, isLast });
      if (quoted === 'more') break;
      if (quoted !== 'open') {
        push(lines, quoted.line);
        at = quoted.next;
        continue;
      }
      openQuotes++;
      if (stop < 0 && !isLast && buffer.length - at < MOST_ROW) break;
      const line = plainLine(buffer.slice(at, stop < 0 ? buffer.length : stop), delimiter);
      push(lines, { cells: line.cells, oddity: 'row.quote-open' });
      at = stop < 0 ? buffer.length : stop + 1;
    }
    rest = buffer.slice(at);
    buffer = '';
    if (rest.length > MOST_COLUMNS) refuseTooWide(rest, delimiter, end);
    if (rest.length > MOST_ROW) {
      lines.push({ cells: [rest.slice(0, 80)], oddity: 'row.too-long' });
      rest = '';
      skipping = true;
    }
    return lines;
  };
}

function push(lines: Line[], line: Line): void {
  if (line.cells.length === 1 && (line.cells[0] ?? '').trim() === '') return;
  if (line.cells.length > MOST_COLUMNS) throw new TooWide();
  lines.push(line);
}

function plainLine(written: string, delimiter: string): Line {
  const line = written.endsWith('\r') ? written.slice(0, -1) : written;
  if (line.length > MOST_COLUMNS) refuseTooWide(line, delimiter, '\n');
  const cells = line.split(delimiter);
  return line.length > MOST_CELL ? cut(cells) : { cells, oddity: '' };
}

function cut(cells: string[]): Line {
  const isLong = cells.some((cell) => cell.length > MOST_CELL);
  return isLong ? { cells: cells.map((cell) => cell.slice(0, MOST_CELL)), oddity: 'cell.too-long' } : { cells, oddity: '' };
}

/** Counts before anything is cut: a million columns would be a million texts. */
function refuseTooWide(line: string, delimiter: string, end: string): void {
  if (line.includes('"')) return;
  const stop = line.indexOf(end);
  let columns = 1;
  for (let at = line.indexOf(delimiter); at >= 0 && (stop < 0 || at < stop); at = line.indexOf(delimiter, at + 1))
    if (++columns > MOST_COLUMNS) throw new TooWide();
}

interface From {
  at: number;
  delimiter: string;
  end: string;
  isLast: boolean;
}

/** A row in which quotation marks stand; `more`: its end has not come yet; `open`: a mark is never closed. */
function quotedLine(text: string, { at: start, delimiter, end, isLast }: From): { line: Line; next: number } | 'more' | 'open' {
  const cells: string[] = [];
  let oddity: Line['oddity'] = '';
  let at = start;
  for (;;) {
    if (cells.length > MOST_COLUMNS) throw new TooWide();
    if (text[at] === '"') {
      const cell = quotedCell(text, { at, delimiter, end, isLast });
      if (cell === 'more' || cell === 'open') return cell;
      if (cell.isOdd) oddity = 'row.quotes-odd';
      cells.push(cell.value);
      at = cell.next;
    } else {
      const stop = nearest(text.indexOf(delimiter, at), text.indexOf(end, at));
      if (stop < 0 && !isLast) return text.length - start > MOST_ROW ? 'open' : 'more';
      const upTo = stop < 0 ? text.length : stop;
      const value = text.slice(at, upTo);
      cells.push(text[upTo] !== delimiter && value.endsWith('\r') ? value.slice(0, -1) : value);
      at = upTo;
    }
    if (at >= text.length) return isLast ? { line: { cells, oddity }, next: at } : 'more';
    if (text[at] === delimiter) at++;
    else return { line: { cells, oddity }, next: at + 1 };
  }
}

const nearest = (one: number, other: number): number => (one < 0 ? other : other < 0 ? one : Math.min(one, other));

function quotedCell(text: string, { at, delimiter, end, isLast }: From): { value: string; next: number; isOdd: boolean } | 'more' | 'open' {
  let from = at + 1;
  let value = '';
  let isOdd = false;
  for (let quote = text.indexOf('"', from); ; quote = text.indexOf('"', quote + 1)) {
    if (quote < 0 || quote - at > MOST_CELL) {
      if (quote < 0 && !isLast && text.length - at <= MOST_CELL) return 'more';
      return 'open';
    }
    const behind = text[quote + 1];
    if (behind === undefined && !isLast) return 'more';
    if (behind === '"') {
      value += text.slice(from, quote + 1);
      from = quote + 2;
      quote++;
      continue;
    }
    const stop = afterCell(text, quote + 1, delimiter, end);
    if (stop === 'more' && !isLast) return 'more';
    if (stop !== 'other') return { value: value + text.slice(from, quote), next: stop === 'more' ? text.length : stop, isOdd };
    // `"He said "hi" twice"`: the mark belongs to the text.
    isOdd = true;
  }
}

/** Where the cell ends that a quotation mark seems to close: only spaces may come before that. */
function afterCell(text: string, from: number, delimiter: string, end: string): number | 'more' | 'other' {
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === delimiter || letter === end) return at;
    if (letter === '\r') {
      if (at + 1 >= text.length) return 'more';
      if (text[at + 1] === '\n') return at + 1;
    }
    if (letter !== ' ' && letter !== '\r') return 'other';
  }
  return 'more';
}
