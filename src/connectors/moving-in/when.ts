/** Dates as files write them. Days are `YYYY-MM-DD`, times ISO 8601 in world time; what has no zone is taken as world time. */

export type DayOrder = 'day-first' | 'month-first' | 'iso' | 'unknown';

export interface When {
  year: number | null;
  month: number;
  day: number;
  /** `T09:14:00.000Z`; empty when only a day is said. */
  time: string;
  /** Minutes east of world time, where the file says so. */
  offset: number;
}

const MONTHS = new Map<string, number>();
[
  'january jan januari janvier janv enero ene januar jän jänner',
  'february feb februari février févr fév febrero februar',
  'march mar maart mrt mars marzo märz mär mrz',
  'april apr avril avr abril abr',
  'may mei mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug augustus août agosto ago',
  'september sep sept septembre septiembre set',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec december decembre décembre déc diciembre dic dezember dez',
].forEach((words, at) => {
  for (const word of words.split(' ')) MONTHS.set(bare(word), at + 1);
});

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const TIME = String.raw`(?:[T\s,]+(?:at |um |om |à )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const ORDERED = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_NAME = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:\.|st|nd|rd|th|er|e)?[\s-]+(?:de\s+|of\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})${TIME}$`,
  'u',
);
const NAME_DAY = new RegExp(String.raw`^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`, 'u');
const NO_YEAR = /^(?:--(\d{2})-?(\d{2})|(\d{1,2})[\s.-]+(\p{L}+)\.?|(\p{L}+)\.?\s+(\d{1,2}))$/u;

/** What stands for day and month where only the order can tell; null when that is not how it is written, or when dots say that the day comes first. */
export function orderedNumbers(cell: string): [number, number] | null {
  const first = cell.charCodeAt(0);
  if (first < 48 || first > 57 || cell.length > 40) return null;
  const found = ORDERED.exec(cell);
  if (!found || found[2] === '.') return null;
  return [Number(found[1]), Number(found[3])];
}

/** A date as it is written, read in this order; `which-way` when only the order could tell; null when it is none. */
export function whenOf(cell: string, order: DayOrder): When | 'which-way' | null {
  if (cell.length > 60) return null;
  return isoWhen(cell) ?? orderedWhen(cell, order) ?? namedWhen(cell) ?? numberWhen(cell);
}

function isoWhen(cell: string): When | null {
  const found = ISO.exec(cell);
  if (found) return built(Number(found[1]), Number(found[2]), Number(found[3]), found, 4);
  const compact = COMPACT.exec(cell);
  if (!compact) return null;
  const [, year, month, day, hour, minute, second, zone] = compact;
  return built(Number(year), Number(month), Number(day), ['', hour, minute, second, undefined, zone], 1);
}

function orderedWhen(cell: string, order: DayOrder): When | 'which-way' | null {
  const found = ORDERED.exec(cell);
  if (!found) return null;
  const one = Number(found[1]);
  const other = Number(found[3]);
  const year = fullYear(found[4] ?? '');
  const dayFirst = one > 12 || found[2] === '.' || (other <= 12 && order === 'day-first');
  const monthFirst = other > 12 || (!dayFirst && order === 'month-first');
  if (!dayFirst && !monthFirst) return one === other ? built(year, one, other, found, 5) : 'which-way';
  return dayFirst ? built(year, other, one, found, 5) : built(year, one, other, found, 5);
}

function namedWhen(cell: string): When | null {
  const found = DAY_NAME.exec(cell);
  const month = found && MONTHS.get(bare(found[2] ?? ''));
  if (found && month) return built(fullYear(found[3] ?? ''), month, Number(found[1]), found, 4);
  const other = NAME_DAY.exec(cell);
  const named = other && MONTHS.get(bare(other[1] ?? ''));
  if (other && named) return built(Number(other[3]), named, Number(other[2]), other, 4);
  const yearless = NO_YEAR.exec(cell);
  if (!yearless) return null;
  if (yearless[1]) return built(null, Number(yearless[1]), Number(yearless[2]), [], 0);
  const of = MONTHS.get(bare(yearless[4] ?? yearless[5] ?? ''));
  return of ? built(null, of, Number(yearless[3] ?? yearless[6]), [], 0) : null;
}

const DAY_MS = 86_400_000;

/** Spreadsheets count days from the end of 1899; machines count seconds or milliseconds from 1970. */
function numberWhen(cell: string): When | null {
  if (!/^\d{5}(?:[.,]\d+)?$|^\d{10}(?:\.\d+)?$|^\d{13}$/.test(cell)) return null;
  const number = Number(cell.replace(',', '.'));
  const serial = number < 100_000;
  if (serial && (number < 10_000 || number > 80_000)) return null;
  const ms = serial ? Date.UTC(1899, 11, 30) + Math.round(number * DAY_MS) : number < 1e11 ? number * 1000 : number;
  const iso = new Date(ms).toISOString();
  const time = iso.slice(10);
  return {
    year: Number(iso.slice(0, 4)),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8, 10)),
    time: serial && Number.isInteger(number) ? '' : time,
    offset: 0,
  };
}

/** Two figures: who is younger than a hundred, or what happens within ten years. */
const fullYear = (written: string): number => {
  const year = Number(written);
  return written.length === 4 ? year : year < 37 ? 2000 + year : 1900 + year;
};

function built(year: number | null, month: number, day: number, found: ArrayLike<string | undefined>, at: number): When | null {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month) || (year !== null && (year < 1000 || year > 9998))) return null;
  const [hour, minute, second, half, zone] = [found[at], found[at + 1], found[at + 2], found[at + 3], found[at + 4]];
  if (at === 0 || hour === undefined) return { year, month, day, time: '', offset: 0 };
  let hours = Number(hour);
  if (half) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return { year, month, day, time: `T${two(hours)}:${minute}:${two(Math.min(59, Number(second ?? 0)))}.000Z`, offset: offsetOf(zone) };
}

function offsetOf(zone: string | undefined): number {
  const found = zone && /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}

const daysOf = (year: number | null, month: number): number =>
  month === 2 ? (year === null || new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** `YYYY-MM-DD`; null when the year is not said. */
export function dayOf(when: When): string | null {
  if (when.year === null) return null;
  return `${when.year}-${String(when.month).padStart(2, '0')}-${String(when.day).padStart(2, '0')}`;
}

/** ISO 8601 in world time, midnight where only the day is said; null when the year is not. */
export function instantOf(when: When): string | null {
  const day = dayOf(when);
  if (day === null) return null;
  const written = `${day}${when.time || 'T00:00:00.000Z'}`;
  return when.offset === 0 ? written : new Date(Date.parse(written) - when.offset * 60_000).toISOString();
}
