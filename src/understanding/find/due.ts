import type { ParsedComponents } from 'chrono-node';
import * as english from 'chrono-node/en';
import * as dutch from 'chrono-node/nl';
import type { Tongue } from '../language/tongue.ts';

/** By when: an ISO 8601 date, or a date-time with offset when an hour was said; and the words that said so, with their place in the text. */
export interface Due {
  due: string;
  dueText: string;
  from: number;
  to: number;
}

const DAY = 86_400_000;
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const SPOKEN = new RegExp(`\\b(?:by|before|on) the (${ORDINALS.join('|')})\\b(?! (?:of|week|time|one|meeting))`, 'i');
const MONTHDAY =
  /\b(?:by|before|on|voor|op|uiterlijk) (?:the|de) (\d{1,2})(?:st|nd|rd|th|e|ste|de)?\b(?! ?(?:of|percent|%|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))/i;

/** Ends of stretches that chrono gives another meaning: a promise for "next week" is due when that week's work ends. */
const STRETCHES: { said: RegExp; day: (today: Date, words: string) => Date }[] = [
  {
    said: /\b(?:(?:by|until|before|on) )?(?:(?:a week on )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:in a week|week|the week after|after next))\b/i,
    day: (today, words) => nextOf(today, words, 7),
  },
  { said: /\b(?:this|later this) (?:morning|afternoon|evening)\b|\b(?:vanmiddag|vanavond|vanochtend)\b/i, day: (today) => today },
  { said: /\b(?:in |by |before )?the week after next\b/i, day: (today) => weekday(today, 14, 5) },
  { said: /\b(?:early|begin) (?:next week|volgende week)\b/i, day: (today) => weekday(today, 7, 2) },
  {
    said: /\b(?:(?:by |before )?(?:the )?end of next week|(?:late |sometime |some time )?next week|(?:eind )?volgende week)\b/i,
    day: (today) => weekday(today, 7, 5),
  },
  {
    said: /\b(?:(?:by |before )?(?:the )?end of (?:the|this) week|later this week|this week|by the weekend|before the weekend|eow|(?:voor )?(?:het )?(?:eind van de|deze) week|voor het weekend)\b/i,
    day: (today) => weekday(today, isSunday(today) ? 1 : 0, 5),
  },
  {
    said: /\b(?:(?:by |before )?(?:the )?end of (?:the|this) month|this month|(?:voor )?(?:het )?(?:eind van de|deze) maand)\b/i,
    day: (today) => monthEnd(today, 1),
  },
  { said: /\b(?:(?:by |before )?(?:the )?end of next month|next month|volgende maand)\b/i, day: (today) => monthEnd(today, 2) },
  {
    said: /\b(?:(?:by |before )?(?:the )?end of (?:the|this) year|this year|eind van het jaar)\b/i,
    day: (today) => new Date(Date.UTC(today.getUTCFullYear(), 11, 31)),
  },
  {
    said: /\b(?:(?:by |before )?(?:the )?end of (?:the )?(?:day|today)(?! (?:tomorrow|(?:on )?(?:mon|tues|wednes|thurs|fri)day))|eod|later today|vandaag nog)\b/i,
    day: (today) => today,
  },
];

/**
 * The first time a sentence names for something still to be done, seen from `said` (the moment it was spoken) in `zone` (IANA). Null when it names none,
 * or one that is already over. Weeks end on Friday. Dates by chrono-node, forward only.
 */
export function dueIn(sentence: string, said: Date, zone: string, tongue: Tongue): Due | null {
  const today = localDay(said, zone);
  for (const { said: words, day } of STRETCHES) {
    const match = words.exec(sentence);
    if (match) return { due: isoDay(day(today, match[0])), dueText: match[0], from: match.index, to: match.index + match[0].length };
  }
  return monthDay(sentence, today) ?? byChrono(sentence, said, zone, tongue, today);
}

function monthDay(sentence: string, today: Date): Due | null {
  const match = SPOKEN.exec(sentence) ?? MONTHDAY.exec(sentence);
  if (!match) return null;
  const word = (match[1] ?? '').toLowerCase();
  const number = /^\d/.test(word) ? Number(word) : ORDINALS.indexOf(word) + 1;
  const inMonth = (ahead: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, number));
  const candidates = [0, 1, 2].map(inMonth).filter((date) => date.getUTCDate() === number && date >= today);
  const date = candidates[0];
  return date ? { due: isoDay(date), dueText: match[0], from: match.index, to: match.index + match[0].length } : null;
}

function byChrono(sentence: string, said: Date, zone: string, tongue: Tongue, today: Date): Due | null {
  if (
    !/\d|day|morrow|tonight|week|month|hour|minute|noon|year|january|february|march|april|may|june|july|august|september|october|november|december|dag|morgen|avond|maand|uur/i.test(
      sentence,
    )
  )
    return null;
  const parser = tongue === 'nl' ? dutch : english;
  const reference = { instant: said, timezone: offsetOf(said, zone) };
  let first: Due | null = null;
  for (const { start, index, text: words } of parser.parse(sentence, reference, { forwardDate: true })) {
    const text = words.replace(/[\s,.;:]+$/, '');
    const lead = LEAD.exec(sentence.slice(0, index))?.[0] ?? '';
    if (/^\d+$/.test(text) || (VAGUE.test(text) && !(lead && MONTH.test(text))) || !saysWhen(start, lead)) continue;
    const date = new Date(Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1));
    if (date < today) continue;
    const hour = start.isCertain('hour') && !DAYPART.test(text) ? start.get('hour') : null;
    const due = hour === null ? isoDay(date) : isoMoment(date, hour, start.get('minute') ?? 0, zone);
    const found = { due, dueText: lead + text, from: index - lead.length, to: index + text.length };
    if (lead) return found;
    first ??= found;
  }
  return first;
}

const LEAD = /\b(?:by|before|on|until|in|voor|op|uiterlijk) $/i;
const VAGUE =
  /^(?:now|may|sun|sat|mar|jan|nu|(?:the |a |an |this )?(?:hours?|minutes?|seconds?|moment|days?|uur)|(?:a few|a couple of|several) (?:minutes|hours|seconds))$/i;
const MONTH = /^(?:may|mar|jan)$/i;
const DAYPART = /\b(?:morning|afternoon|evening|tonight|ochtend|middag|avond)\b/i;

/** A month alone ("a July report") says when only after "by", "before", "in". */
function saysWhen(start: ParsedComponents, lead: string): boolean {
  if (start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour')) return true;
  return start.isCertain('month') && lead !== '';
}

/** Minutes east of Greenwich in a zone at an instant, summer time included. */
function offsetOf(at: Date, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((local - at.getTime()) / 60_000);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const numeric = 'numeric';
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  clocks.set(zone, made);
  return made;
}

/** The calendar day of an instant in a zone, as midnight UTC, so that days can be added without hours getting in. */
function localDay(at: Date, zone: string): Date {
  const local = new Date(at.getTime() + offsetOf(at, zone) * 60_000);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
}

/** The weekday (1 Monday to 7) of the week `ahead` days further; for this week, today when that day is already over. */
function weekday(today: Date, ahead: number, wanted: number): Date {
  const date = new Date(today.getTime() + ahead * DAY);
  const shift = wanted - (date.getUTCDay() || 7);
  return new Date(Math.max(today.getTime(), date.getTime() + shift * DAY));
}

/** Said on a Sunday, "this week" is the one about to begin. */
function isSunday(today: Date): boolean {
  return today.getUTCDay() === 0;
}

/** The next such weekday after today, and `later` days more. */
function nextOf(today: Date, words: string, later: number): Date {
  const wanted = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].findIndex((day) => words.toLowerCase().includes(day)) + 1;
  const shift = (wanted - (today.getUTCDay() || 7) + 7) % 7 || 7;
  return new Date(today.getTime() + (shift + later) * DAY);
}

function monthEnd(today: Date, months: number): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 0));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isoMoment(date: Date, hour: number, minute: number, zone: string): string {
  const wall = date.getTime() + (hour * 60 + minute) * 60_000;
  const guess = offsetOf(new Date(wall), zone);
  const offset = offsetOf(new Date(wall - guess * 60_000), zone);
  const two = (n: number) => String(n).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${isoDay(date)}T${two(hour)}:${two(minute)}:00${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}
