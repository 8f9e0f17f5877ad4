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
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const SPOKEN = new RegExp(
  `\\b(?:(?:by|before|on|until|till|from) the|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? the) (${[...ORDINALS].reverse().join('|')})\\b(?! (?:of|week|time|one|meeting|floor))`,
  'i',
);
const MONTHDAY =
  /\b(?:by|before|on|until|till|for|voor|op|uiterlijk|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) (?:the|de) (\d{1,2})(?:st|nd|rd|th|e|ste|de)?\b(?! ?(?:of|percent|%|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))/i;

/** Ends of stretches that chrono gives another meaning: a promise for "next week" is due when that week's work ends. */
const STRETCHES: { said: RegExp; day: (today: Date, words: string) => Date }[] = [
  {
    said: /\b(?:(?:by|until|before|on) )?(?:(?:a week on )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:in a week|week|the week after|after next))\b/i,
    day: (today, words) => nextOf(today, words, 7),
  },
  {
    said: /\b(?:(?:by|until|before|on|for) )?(?:(?:next|the following) week,? (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:of )?next week)\b/i,
    day: (today, words) => dayOf(today, 7, words),
  },
  {
    said: /\b(?:over|on|at|this|by|before the end of|during) (?:the |this )?weekend\b(?! (?:rate|shift|opening))/i,
    day: (today, words) => (/^(?:by)/i.test(words) ? weekday(today, isSunday(today) ? 1 : 0, 5) : weekday(today, 0, 7)),
  },
  {
    said: /\b(?:(?:right|straight) after (?:this|the call|we)|as soon as (?:we|you)(?:['’]ve)? (?:hang|hung)|(?:with)?in(?:side)? the hour|(?:before|after) (?:lunch|closing))\b/i,
    day: (today) => today,
  },
  { said: /\b(?:first thing )?in the morning\b(?! and)|\bfirst thing tomorrow\b/i, day: (today) => new Date(today.getTime() + DAY) },
  { said: /\bbefore the (?:month['’]s out|month is out|end of (?:the|this) month)\b/i, day: (today) => monthEnd(today, 1) },
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
 * By when, as a sentence names it for something still to be done, seen from `said` (the moment it was spoken) in `zone` (IANA). Of several times the last one
 * that "by" or "before" stands at, else the last ("I'll ask this afternoon and ring you tomorrow"); in Dutch the first. Null when it names none, or one that is
 * already over. Weeks end on Friday. Dates by chrono-node, forward only.
 */
export function dueIn(sentence: string, said: Date, zone: string, tongue: Tongue): Due | null {
  const today = localDay(said, zone);
  const named: Due[] = [];
  const add = (one: Due | null) => {
    if (one && !named.some(({ from, to }) => from < one.to && one.from < to)) named.push(one);
  };
  for (const { said: words, day } of STRETCHES) {
    const match = words.exec(sentence);
    if (match) add({ due: isoDay(day(today, match[0])), dueText: match[0], from: match.index, to: match.index + match[0].length });
  }
  add(monthDay(sentence, today));
  if (tongue === 'nl' && named[0]) return named[0];
  for (const one of byChrono(sentence, said, zone, tongue, today)) add(one);
  if (tongue === 'nl') return named.find(({ dueText }) => LED.test(dueText)) ?? named[0] ?? null;
  const told = named.filter(({ from }) => !ABOUT.test(sentence.slice(0, from))).sort((one, other) => one.from - other.from);
  // "On Monday, before noon", "Thursday after closing": the hour or the part of a day says nothing of which day.
  const days = told.filter(({ dueText }) => !PART_ALONE.test(dueText));
  if (days.length > 0) told.splice(0, told.length, ...days);
  return told.findLast(({ dueText }) => LED.test(dueText)) ?? told.at(-1) ?? null;
}

const LED = /^(?:by|before|until|voor|uiterlijk)\b/i;
const PART_ALONE =
  /^(?:(?:by|before|after|at|around|until|in) )?(?:noon|midday|midnight|lunch|closing|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| o['’]clock)?|the morning|the afternoon|the evening|this (?:morning|afternoon|evening))$/i;
/** "I'll talk to them about Tuesday mornings": what it is about is not by when. */
const ABOUT = /\b(?:about|since|from last|than|like|instead of|every|each|for all|all|not)(?: the| this| that| your| our)? $/i;

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

function byChrono(sentence: string, said: Date, zone: string, tongue: Tongue, today: Date): Due[] {
  if (
    !/\d|day|morrow|tonight|week|month|hour|minute|noon|year|morning|january|february|march|april|may|june|july|august|september|october|november|december|dag|morgen|avond|maand|uur/i.test(
      sentence,
    )
  )
    return [];
  const parser = tongue === 'nl' ? dutch : english;
  const reference = { instant: said, timezone: offsetOf(said, zone) };
  const found: Due[] = [];
  for (const { start, index, text: words } of parser.parse(sentence, reference, { forwardDate: true })) {
    const text = words.replace(/[\s,.;:]+$/, '');
    const lead = LEAD.exec(sentence.slice(0, index))?.[0] ?? '';
    if (/^\d+$/.test(text) || (VAGUE.test(text) && !(lead && MONTH.test(text))) || !saysWhen(start, lead)) continue;
    const named = new Date(Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1));
    // A weekday said on that very day means the next one: today would be called today.
    const date =
      start.isCertain('weekday') && !start.isCertain('day') && isoDay(named) === isoDay(today) && !/\bthis\b/i.test(text)
        ? new Date(named.getTime() + 7 * DAY)
        : named;
    if (date < today) continue;
    const hour = start.isCertain('hour') && !DAYPART.test(text) ? start.get('hour') : null;
    const due = hour === null ? isoDay(date) : isoMoment(date, hour, start.get('minute') ?? 0, zone);
    found.push({ due, dueText: lead + text, from: index - lead.length, to: index + text.length });
  }
  return found;
}

const LEAD = /\b(?:by|before|on|until|in|voor|op|uiterlijk) $/i;
const VAGUE =
  /^(?:now|may|sun|sat|mar|jan|nu|(?:the |a |an |this )?(?:hours?|minutes?|seconds?|moment|(?:week)?days?|uur)|(?:a few|a couple of|several) (?:minutes|hours|seconds))$/i;
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

/** The weekday that some words name, in the week `ahead` days further. */
function dayOf(today: Date, ahead: number, words: string): Date {
  return weekday(today, ahead, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].findIndex((day) => words.toLowerCase().includes(day)) + 1);
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
