/** The date and clock at the head of a message, as it is written; which of the first two numbers is the day is not yet decided. */
export interface Stamp {
  /** Three numbers of the date in the order of the file. */
  date: [number, number, number];
  /** Hour of 24, minute, second. */
  clock: [number, number, number];
  /** What follows the stamp. */
  rest: string;
}

export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/**
 * `05/03/2026, 09:31 - `, `3/5/26, 9:33 PM - `, `[05/03/2026, 09:31:02] `, `05-03-2026 09:31 - `, `2026-03-05, 09:31 - `,
 * `[05.03.26, 9:31:02 a. m.] `. Every part is bounded, so that a long line costs no more than a short one.
 */
const STAMP =
  /^(\[)?(\d{1,4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,4}),? {1,2}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: ?([AaPp])\.? ?[Mm]\.?)?(?:\] ?| - |\s?– )/;

/** The stamp of a line, null when it has none. Direction marks and the narrow spaces of newer phones do not matter. */
export function stampOf(line: string): Stamp | null {
  // U+200E before the bracket and before system text; U+202F or U+00A0 before AM and PM.
  const head = line
    .slice(0, 60)
    .replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[\u202f\u00a0]/g, ' ');
  const found = STAMP.exec(head);
  if (!found || (found[1] === '[') !== found[0].includes(']')) return null;
  const [, , first, second, third, hours, minutes, seconds, half] = found;
  const clock: Stamp['clock'] = [hourOf(Number(hours), half), Number(minutes), Number(seconds ?? 0)];
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 60) return null;
  return { date: [Number(first), Number(second), Number(third)], clock, rest: restOf(line, found[0].length) };
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** The line after as many characters of its stamp, not counting the marks that were taken out. */
function restOf(line: string, length: number): string {
  let at = 0;
  for (let seen = 0; seen < length; at++) if (!/[\u200e\u200f\u202a-\u202e\ufeff]/.test(line[at] as string)) seen++;
  return line.slice(at);
}

/** How the dates of a file are written, and whether that is certain. */
export function orderOf(stamps: readonly Stamp[], dayFirst: boolean | undefined): { order: DateOrder; certain: boolean } {
  if (stamps.some(({ date }) => date[0] > 31)) return { order: 'year-first', certain: true };
  if (stamps.some(({ date }) => date[0] > 12)) return { order: 'day-first', certain: true };
  if (stamps.some(({ date }) => date[1] > 12)) return { order: 'month-first', certain: true };
  // A chat is written in the order it happened: when only one reading never goes back in time, that is the one.
  const days = goesForward(stamps, 'day-first');
  if (days !== goesForward(stamps, 'month-first')) return { order: days ? 'day-first' : 'month-first', certain: true };
  return { order: dayFirst === false ? 'month-first' : 'day-first', certain: dayFirst !== undefined };
}

function goesForward(stamps: readonly Stamp[], order: DateOrder): boolean {
  let last = 0;
  for (const stamp of stamps) {
    const [year, month, day] = dayOf(stamp, order);
    const at = year * 10_000 + month * 100 + day;
    if (at < last) return false;
    last = at;
  }
  return true;
}

/** Year, month and day of a stamp. A line that contradicts the rest of the file is read the only way it can be. */
export function dayOf({ date: [first, second, third] }: Stamp, order: DateOrder): [number, number, number] {
  if (order === 'year-first' || first > 31) return [fourDigits(first), second, third];
  const dayIsFirst = first > 12 || (order === 'day-first' && second <= 12);
  return dayIsFirst ? [fourDigits(third), second, first] : [fourDigits(third), first, second];
}

const fourDigits = (year: number) => (year < 100 ? 2000 + year : year);
