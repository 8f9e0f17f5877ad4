/** How a file of the sample says when it was; `file` and `log` do not say it themselves, the shelf does. */
export type Dated = 'mail' | 'chat' | 'meet' | 'fireflies' | 'file' | 'log';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/**
 * Days to move the sample by, so that its newest moment lies within the week before now. Whole weeks: a Tuesday stays a Tuesday, and "by
 * Friday" means what it meant.
 */
export function daysToMove(newest: string, now: string): number {
  return Math.floor((Date.parse(now) - Date.parse(newest)) / WEEK) * 7;
}

export function movedBy(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * DAY).toISOString();
}

/** The text of a file with the dates that its format carries moved; what people say in it stays as it is. */
export function moveDates(text: string, dated: Dated, days: number): string {
  if (dated === 'mail') return moveMail(text, days);
  if (dated === 'chat') return text.replace(/^(\[?)(\d\d)\/(\d\d)\/(\d{4})(?=, )/gm, (_, open, d, m, y) => open + stamp(y, m, d, days));
  if (dated === 'meet') return text.replace(/^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/m, (_, m, d, y) => monthFirst(y, m, d, days));
  if (dated === 'fireflies') return text.replace(/("date": ?)(\d{13})/, (_, key, ms) => `${key}${Number(ms) + days * DAY}`);
  return text;
}

// RFC 5322 dates of the headers, those above a quoted tail, and the line that parts the messages of an mbox (RFC 4155).
function moveMail(text: string, days: number): string {
  return text
    .replace(/(?<=^(?:Date:|On) \w{3}, )(\d{1,2}) (\w{3}) (\d{4})/gm, (_, d, m, y) => {
      const [day, month, year] = parts(y, m, d, days);
      return `${Number(day)} ${month} ${year}`;
    })
    .replace(/^(From \S+ \w{3} )(\w{3}) [ \d]\d (\d\d:\d\d:\d\d) (\d{4})$/gm, (line, start, m, clock, y) => {
      const [day, month, year] = parts(y, m, line.slice(start.length + 4, start.length + 6), days);
      return `${start}${month} ${String(Number(day)).padStart(2)} ${clock} ${year}`;
    });
}

function stamp(year: string, month: string, day: string, days: number): string {
  const [y, m, d] = movedBy(`${year}-${month}-${day}T00:00:00Z`, days).slice(0, 10).split('-');
  return `${d}/${m}/${y}`;
}

function monthFirst(year: string, month: string, day: string, days: number): string {
  const [d, m, y] = parts(year, month, day, days);
  return `${m} ${Number(d)}, ${y}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Day, month as three letters, year. */
function parts(year: string, month: string, day: string, days: number): [string, string, string] {
  const moved = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) + days * DAY);
  return [String(moved.getUTCDate()), MONTHS[moved.getUTCMonth()] ?? '', String(moved.getUTCFullYear())];
}
