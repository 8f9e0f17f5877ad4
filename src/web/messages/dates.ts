/** Times as people say them. Pure: `now` is given, so that it can be tested. */
import type { Locale } from './locale.ts';

const DAY = 86_400_000;

const NUMBERS: Record<Locale, string[]> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  nl: ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
};

/** 3 → three; from 13 on, figures. */
export function numberWord(n: number, locale: Locale): string {
  return NUMBERS[locale][n] ?? String(n);
}

/** The calendar day of an instant in a zone, as days since 1970. A bare date (`2026-11-20`) is that day in every zone. */
export function dayNumber(iso: string, zone: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return Date.parse(`${iso}T00:00:00Z`) / DAY;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(iso),
  );
  return Date.parse(`${parts}T00:00:00Z`) / DAY;
}

/** How far apart two days are, in the largest unit that still says something: 9 days, 3 weeks, 11 weeks, 5 months. */
function span(days: number): [number, 'day' | 'week' | 'month' | 'year'] {
  const far = Math.abs(days);
  if (far < 14) return [days, 'day'];
  if (far < 84) return [Math.trunc(days / 7), 'week'];
  if (far < 700) return [Math.trunc(days / 30.44), 'month'];
  // Rounded, so that two years less a month are not “last year”.
  return [Math.round(days / 365.25), 'year'];
}

export interface Dates {
  /** "today", "yesterday", "two days ago", "three weeks ago", "tomorrow". */
  ago(iso: string, now?: Date): string;
  /** For a narrow column: "today", "9 days", "11 weeks". */
  since(iso: string, now?: Date): string;
  /** When something is due: "today", "tomorrow", "Friday" within a week, "20 Nov", and "three days late" when past. */
  due(iso: string, now?: Date): string;
  /** Days from today to then; negative is past. */
  daysTo(iso: string, now?: Date): number;
  /** "Tue 17 Nov"; with the year when it is another one. */
  day(iso: string, now?: Date): string;
  /** "Tue 17 Nov, 14:02". */
  moment(iso: string, now?: Date): string;
  /** "17 November 2026 at 14:02": for a title on hover. */
  exact(iso: string): string;
  /** "March", or "March 2025" when it is another year. */
  month(iso: string, now?: Date): string;
  /** "31 min", "1 h 5 min", "40 s". */
  length(ms: number): string;
  /** A place in a recording: "20:16", "1:02:05". */
  clock(ms: number): string;
}

const LATE: Record<Locale, (n: string, one: boolean) => string> = {
  en: (n, one) => (one ? 'a day late' : `${n} days late`),
  nl: (n, one) => (one ? 'een dag te laat' : `${n} dagen te laat`),
};

export function datesFor(locale: Locale, zone: string): Dates {
  const tongue = locale === 'en' ? 'en-GB' : 'nl-NL';
  const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tongue, { timeZone: isBare(iso) ? 'UTC' : zone, ...options }).format(new Date(iso)).replace(' Sept', ' Sep');
  const daysTo = (iso: string, now = new Date()) => dayNumber(iso, zone) - dayNumber(now.toISOString(), zone);
  const otherYear = (iso: string, now: Date) => format(iso, { year: 'numeric' }) !== format(now.toISOString(), { year: 'numeric' });
  const day = (iso: string, now = new Date()) =>
    format(iso, { weekday: 'short', day: 'numeric', month: 'short', ...(otherYear(iso, now) ? { year: 'numeric' } : {}) }).replace(',', '');
  const relative = (n: number, unit: Intl.RelativeTimeFormatUnit) =>
    new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' }).format(n, unit).replace(/\d+/, (figure) => numberWord(Number(figure), locale));
  return {
    daysTo,
    day,
    ago: (iso, now = new Date()) => relative(...span(daysTo(iso, now))),
    since: (iso, now = new Date()) => {
      const [n, unit] = span(daysTo(iso, now));
      if (n === 0) return relative(0, 'day');
      return new Intl.NumberFormat(tongue, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.abs(n));
    },
    due: (iso, now = new Date()) => {
      const days = daysTo(iso, now);
      if (days < 0) return LATE[locale](numberWord(-days, locale), days === -1);
      if (days < 2) return relative(days, 'day');
      if (days < 7) return format(iso, { weekday: 'long' });
      return format(iso, { day: 'numeric', month: 'short', ...(days > 330 ? { year: 'numeric' } : {}) });
    },
    moment: (iso, now = new Date()) =>
      isBare(iso) ? day(iso, now) : `${day(iso, now)}, ${format(iso, { hour: '2-digit', minute: '2-digit' })}`,
    exact: (iso) =>
      format(iso, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        ...(isBare(iso) ? {} : { hour: '2-digit', minute: '2-digit' }),
      }),
    month: (iso, now = new Date()) => format(iso, { month: 'long', ...(otherYear(iso, now) ? { year: 'numeric' } : {}) }),
    length: (ms) => sayLength(ms, locale),
    clock: sayClock,
  };
}

function isBare(iso: string): boolean {
  return iso.length === 10;
}

function sayLength(ms: number, locale: Locale): string {
  if (ms < 59_500) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)} ${locale === 'en' ? 'h' : 'u'}`;
  return rest ? `${hours} ${rest} min` : hours;
}

function sayClock(ms: number): string {
  const all = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
