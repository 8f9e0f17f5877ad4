/** CSV as spreadsheets read it (RFC 4180), in which no cell is a formula. Pure. */

/** What a spreadsheet takes for a formula is told to be text by an apostrophe before it (OWASP, CSV injection); numbers and dates stay as they are. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d .,()-]*$/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line with its end. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
