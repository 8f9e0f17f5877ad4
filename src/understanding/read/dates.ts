import { isoInZone } from './zone-time.ts';

/** The first letters of the months in English and Dutch, as headers of transcripts write them. */
const MONTHS = ['jan', 'feb', 'mar|maa|mrt', 'apr', 'may|mei', 'jun', 'jul', 'aug', 'sep', 'oct|okt', 'nov', 'dec'].map((names) =>
  names.split('|'),
);

export interface Moment {
  /** ISO 8601 with offset; the start of the day where the line has no clock. */
  iso: string;
  hasClock: boolean;
}

/**
 * A date in the words of a header line: `Mar 5, 2026`, `5 March 2026, 09:30am`, `Thu, Mar 5, 2026 9:30 AM`, `2026-03-05 09:30`,
 * `5 mrt 2026`. Null when the line says more than a date, or none. Only orders that cannot be mistaken: a month by name, or year first.
 */
export function dateIn(line: string, zone: string | undefined): Moment | null {
  if (line.length > 60 || !/\d{4}/.test(line)) return null;
  const found = dayByName(line) ?? dayByNumbers(line);
  if (!found) return null;
  const clock = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([ap])\.?m\b)?/i.exec(line);
  const hour = clock ? hourOf(Number(clock[1]), clock[4]) : 0;
  if (hour > 23 || Number(clock?.[2] ?? 0) > 59) return null;
  const { year, month, day } = found;
  const iso = isoInZone([year, month, day, hour, Number(clock?.[2] ?? 0), Number(clock?.[3] ?? 0)], zone ?? 'UTC');
  return iso === null ? null : { iso, hasClock: clock !== null };
}

/** `…-20260305_093000-…`, as Teams puts it in names. */
export function stampIn(text: string, zone: string | undefined): string | null {
  const found = /(?:^|\D)(20\d{2})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})(UTC)?/.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  return hour > 23 || minute > 59 || second > 59
    ? null
    : isoInZone([year, month, day, hour, minute, second], found[7] ? 'UTC' : (zone ?? 'UTC'));
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function dayByName(line: string): Day | null {
  const words = line.toLowerCase().match(/[a-zà-ÿ]+|\d+(?::\d+)*/g) ?? [];
  const at = words.findIndex((word) => word.length >= 3 && monthOf(word) > 0);
  const year = words.findIndex((word) => /^(19|20)\d{2}$/.test(word));
  const day = [at - 1, at + 1].find((i) => /^\d{1,2}$/.test(words[i] ?? ''));
  // A header, not a sentence about a day in the past.
  const talk = words.filter((word) => /^[a-z]{3,}/.test(word)).length;
  if (at < 0 || year < 0 || day === undefined || talk > 4) return null;
  return { year: Number(words[year]), month: monthOf(words[at] ?? ''), day: Number(words[day]) };
}

function dayByNumbers(line: string): Day | null {
  const found = /^\D{0,12}((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(line);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

function monthOf(word: string): number {
  const full =
    /^(january|february|march|april|may|june|july|august|september|october|november|december|januari|februari|maart|mei|juni|juli|augustus|oktober|mrt|sept)$/;
  if (word.length > 3 && !full.test(word)) return 0;
  return MONTHS.findIndex((names) => names.includes(word.slice(0, 3))) + 1;
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
