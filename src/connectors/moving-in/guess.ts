import type { ImportObject } from '#model/import.ts';
import { isEmail, isLink } from './address.ts';
import { headingKeyOf } from './headings.ts';
import { ruleOf } from './opt-outs.ts';
import { DEAL_WORDS, NOTE_WORDS, ORGANISATION_WORDS, PERSON_WORDS, TASK_WORDS } from './synonyms.ts';

const WORDS: Record<ImportObject, Map<string, string>> = {
  organisation: ORGANISATION_WORDS,
  person: PERSON_WORDS,
  deal: DEAL_WORDS,
  note: NOTE_WORDS,
  task: TASK_WORDS,
};

export interface Guess {
  object: ImportObject | null;
  /** Headings that have a meaning for that object. */
  known: number;
}

/** What a file that no known program wrote seems to hold, from its headings alone. */
export function guessObject(headings: string[]): Guess {
  const keys = headings.map(headingKeyOf);
  const has = (object: ImportObject, ...fields: string[]) =>
    keys.some((key) => fields.some((field) => WORDS[object].get(key)?.startsWith(field)));
  const object = objectOf(has);
  return { object, known: object === null ? 0 : keys.filter((key) => WORDS[object].has(key)).length };
}

function objectOf(has: (object: ImportObject, ...fields: string[]) => boolean): ImportObject | null {
  const isDeal = has('deal', 'stage', 'closeOn', 'amount', 'pipeline') && has('deal', 'title');
  const isContact = has('person', 'emails', 'phones', 'givenName', 'familyName', 'dates');
  if (isDeal && has('deal', 'stage', 'closeOn', 'pipeline')) return 'deal';
  if (has('task', 'dueOn') && has('task', 'what')) return 'task';
  if (isDeal && !isContact) return 'deal';
  if (has('person', 'givenName', 'familyName', 'emails')) return 'person';
  if (has('organisation', 'domains', 'industry', 'website') && has('organisation', 'name')) return 'organisation';
  if (has('note', 'body') && has('note', 'happenedAt')) return 'note';
  if (has('person', 'organisation.name') && !has('person', 'name')) return 'organisation';
  return has('person', 'name', 'phones') ? 'person' : null;
}

/** What each heading means for this object: what is not known stays under its own heading. A name that stands twice keeps the first. */
export function guessFields(headings: string[], object: ImportObject): string[] {
  const words = WORDS[object];
  const taken = new Set<string>();
  return headings.map((heading) => {
    const field = ruleOf(heading, object) ?? words.get(headingKeyOf(heading)) ?? 'custom';
    if (ONCE.has(field) && taken.has(field)) return 'custom';
    taken.add(field);
    return field;
  });
}

const ONCE = new Set(['externalId', 'name', 'title', 'givenName', 'familyName', 'createdAt', 'owner']);

/** What columns without headings hold, from what stands in them. */
export function fieldsByContent(rows: string[][], width: number): string[] {
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    const all = (is: (cell: string) => boolean) => cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;
    if (all(isEmail)) return 'emails';
    if (all((cell) => /linkedin\.com\/in\//i.test(cell))) return 'links.linkedin';
    if (all((cell) => /^https?:/i.test(cell) && isLink(cell))) return 'links.website';
    if (all((cell) => /^\+?[\d\s().-]{8,}$/.test(cell) && cell.replace(/\D/g, '').length >= 8)) return 'phones';
    return 'custom';
  });
}

/** Whether the first row is not headings but somebody: headings hold no address, number or profile. */
export const hasNoHeadings = (first: string[]): boolean =>
  first.some((cell) => isEmail(cell.trim()) || /^https?:\/\//i.test(cell.trim()) || /^\+\d[\d\s().-]{7,}$/.test(cell.trim()));
