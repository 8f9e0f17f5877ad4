import { dayIn } from '../find/sentence.ts';

const BY = /(?:^|\s+)(?:(?:by|before|on|uiterlijk|voor|vóór|op)\s+)?([^\s].*)$/i;
/** As many words at the end as a day takes: "the 3rd of December 2026". */
const MOST = 5;

/** What is to be done and by which day (ISO 8601), from one line as it would be said: "Ring Ines on Friday". `today`: ISO 8601. Pure. */
export function taskIn(line: string, today: string): { what: string; dueOn: string | null } {
  const words = line.trim().split(/\s+/).filter(Boolean);
  // The longest ending that is a day wins; there is always something left to do.
  for (let n = Math.min(MOST + 1, words.length - 1); n > 0; n--) {
    const ending = words.slice(-n).join(' ').replace(/[.!]$/, '');
    const said = BY.exec(ending)?.[1] ?? '';
    const day = isWholeDay(said) ? dayIn(said, today) : null;
    if (day) return { what: words.slice(0, -n).join(' '), dueOn: day };
  }
  return { what: words.join(' '), dueOn: null };
}

// In a sentence that is being typed `fri` is Friday, but a task may end on "sun", "mar" or "do".
function isWholeDay(said: string): boolean {
  return !/^\p{L}{1,3}$/u.test(said);
}

/** A day as it was typed into a field of its own; empty is no day, undefined is none that we know. */
export function dayTyped(typed: string, today: string): string | null | undefined {
  if (!typed.trim()) return null;
  return dayIn(typed.trim().replace(/^(?:by|before|on|uiterlijk|voor|vóór|op)\s+/i, ''), today) ?? undefined;
}

/** The words of a task that may be somebody's name: those written with a capital after the first word, else what comes second ("ring ines"). */
export function nameSought(what: string): string {
  const [, ...rest] = what.split(/\s+/);
  const written = /\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:van|de|der|den|von|da|dos)\s+)*\p{Lu}[\p{L}'’-]*)*/u.exec(rest.join(' '));
  return written?.[0] ?? rest[0]?.replace(/[^\p{L}'’-]/gu, '') ?? '';
}

/** Whoever of these is named in it, in full or by the first name; a piece of a word is nobody. */
export function namedIn<One extends { title: string }>(what: string, people: readonly One[]): One | null {
  const words = ` ${what.toLowerCase().replace(/[^\p{L}'’-]+/gu, ' ')} `;
  const says = (name: string | undefined) => Boolean(name) && words.includes(` ${name?.toLowerCase()} `);
  return people.find(({ title }) => says(title)) ?? people.find(({ title }) => says(title.split(' ')[0])) ?? null;
}
