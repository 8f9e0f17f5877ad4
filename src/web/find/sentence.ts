/** What somebody would do, in one line as they would say it, in either language. Pure: the day is given. */

export type Meant =
  | { do: 'promise'; to: string; what: string; due: string | null; dueText: string | null }
  | { do: 'log'; with: string }
  | { do: 'add'; name: string };

const ADD = /^(?:add|new person|voeg|nieuw)\s+(.+?)(?:\s+toe)?$/i;
const LOG =
  /^(?:log|note|noteer|schrijf)\s+(?:a |an |een )?(?:call|talk|meeting|visit|chat|gesprek|bezoek|telefoontje|belletje)(?:\s+(?:with|to|from|met|van|bij)\s+(.+?))?(?:\s+op)?$/i;
const PROMISE = /^(?:promise|promised|i promised|beloof|ik beloofde|beloofd aan)\s+(?:to |aan )?(.+)$/i;
const BY = /\s(?=(?:by|before|on|uiterlijk|voor|vóór|op)\s+(.+)$)/gi;

/** Null when it is something to look for. `names` says how many of the first words are a name: the longest that somebody is called wins. */
export function meantBy(typed: string, today: string, known: readonly string[] = []): Meant | null {
  const said = typed.trim().replace(/\s+/g, ' ').replace(/[.!]$/, '');
  const log = LOG.exec(said);
  if (log) return { do: 'log', with: log[1] ?? '' };
  const promise = PROMISE.exec(said);
  if (promise?.[1]) return promiseIn(promise[1], today, known);
  const add = ADD.exec(said);
  return add?.[1] && !/^(?:a|an|een|iemand|person|conversation|gesprek)\b/i.test(add[1]) ? { do: 'add', name: capitals(add[1]) } : null;
}

function promiseIn(rest: string, today: string, known: readonly string[]): Meant | null {
  // “A report on pricing by Friday”: the day stands behind the last of them that names one.
  const by = [...rest.matchAll(BY)].findLast((found) => dayIn(found[1] ?? '', today) !== null);
  const due = by?.[1] ? dayIn(by[1], today) : null;
  const spoken = by ? rest.slice(0, by.index) : rest;
  const low = spoken.toLowerCase();
  const named = known
    .filter((name) => low === name.toLowerCase() || low.startsWith(`${name.toLowerCase()} `))
    .sort((a, b) => b.length - a.length)[0];
  const to = named ?? spoken.split(' ')[0] ?? '';
  const what = spoken
    .slice(to.length)
    .trim()
    .replace(/^(?:to|that|dat|om)\s+/i, '');
  return to && what ? { do: 'promise', to: spoken.slice(0, to.length), what, due, dueText: due && by?.[1] ? by[1] : null } : null;
}

/** As names are written, when all of it was typed small. */
function capitals(name: string): string {
  return name === name.toLowerCase()
    ? name.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name;
}

const WEEK = [
  ['sunday', 'sun', 'zondag', 'zo'],
  ['monday', 'mon', 'maandag', 'ma'],
  ['tuesday', 'tue', 'dinsdag', 'di'],
  ['wednesday', 'wed', 'woensdag', 'wo'],
  ['thursday', 'thu', 'donderdag', 'do'],
  ['friday', 'fri', 'vrijdag', 'vr'],
  ['saturday', 'sat', 'zaterdag', 'za'],
];
const MONTHS = ['jan', 'feb', 'mar|maa|mrt', 'apr', 'may|mei', 'jun', 'jul', 'aug', 'sep', 'oct|okt', 'nov', 'dec'].map(
  (word) => new RegExp(`^(?:${word})`, 'i'),
);
const DAY_MS = 86_400_000;

/** The day that is meant, ISO 8601; always today or later. Null when it is none. `fri` is Friday: it may still be being typed. */
export function dayIn(words: string, today: string): string | null {
  const said = words.trim().toLowerCase();
  if (/^(today|vandaag)$/.test(said)) return today;
  if (/^(tomorrow|morgen)$/.test(said)) return later(today, 1);
  const span = /^(?:in|over)\s+(\d{1,3})\s+(day|dag|week|we[ek])/.exec(said);
  if (span?.[1]) return later(today, Number(span[1]) * (span[2]?.startsWith('w') ? 7 : 1));
  if (/^(next week|volgende week)$/.test(said)) return later(today, 7);
  return /^\d{4}-\d{2}-\d{2}$/.test(said) ? real(said) : (weekday(said, today) ?? dated(said, today));
}

function weekday(said: string, today: string): string | null {
  const word = said.replace(/^(next|this|volgende|komende|aanstaande|deze)\s+/, '');
  if (word.length < 2) return null;
  const day = WEEK.findIndex((names) => names.some((name) => (word.length >= 3 && name.startsWith(word)) || name === word));
  if (day < 0) return null;
  return later(today, (day - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7 || 7);
}

function dated(said: string, today: string): string | null {
  const found =
    /^(?:the )?(\d{1,2})(?:st|nd|rd|th|e)?(?: of)? (\p{L}{3,})(?: (\d{4}))?$/u.exec(said) ??
    swapped(/^(\p{L}{3,}) (\d{1,2})(?: (\d{4}))?$/u.exec(said));
  if (!found?.[1] || !found[2]) return null;
  const month = MONTHS.findIndex((name) => name.test(found[2] ?? ''));
  if (month < 0) return null;
  const dayOf = (year: number) => real(`${year}-${String(month + 1).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`);
  if (found[3]) return dayOf(Number(found[3]));
  const year = Number(today.slice(0, 4));
  const here = dayOf(year);
  return here && here < today ? dayOf(year + 1) : here;
}

function swapped(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found ? [found[0], found[2], found[1], found[3]] : null;
}

function later(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 30 February is no day. */
function real(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}
