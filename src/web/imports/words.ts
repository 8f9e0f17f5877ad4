/** What moving in says, put together from the catalogue. Pure. */
import { IMPORT_OBJECTS, type ImportObject, type ImportReason, type LookedFile } from '#model/import.ts';
import type { ImportPage, ImportTally } from '#model/import-pages.ts';
import type { ImportsText } from '../messages/imports-text.ts';

/** A field of a row or a column, by its path: `emails.work` → E-mail (work). A field of one's own keeps its heading. */
export function sayField(path: string, text: ImportsText): string {
  const known = text.field[path];
  if (known) return known;
  if (path.startsWith('custom.')) return path.slice('custom.'.length);
  const [head = '', second = '', third] = path.replace(/#\w+/, '').split('.');
  const field = text.field[third ? `${head}.${third}` : head] ?? head;
  const label = second === 'label' || second === 'value' ? '' : second;
  return label ? text.fieldOf(field, text.label[label] ?? label) : field;
}

export function sayReason({ code, params }: ImportReason, text: ImportsText): string {
  const say = text.reason[code];
  // A newer server may give a reason that this window does not know yet.
  if (!say) return code;
  if (code !== 'changes') return say(params);
  const fields = String(params?.fields ?? '')
    .split(', ')
    .map((field) => sayField(field, text).toLowerCase());
  return say({ fields: [...new Set(fields)].join(', ') });
}

export function sayReasons(reasons: ImportReason[], text: ImportsText): string {
  return reasons.map((reason) => sayReason(reason, text)).join(' ');
}

/** Files of which something may become a record. */
export function takenOf(files: LookedFile[]): LookedFile[] {
  return files.filter((file) => file.object !== null && file.rows > 0 && !file.leftOut);
}

/** Whether somebody has to say what it is before anything comes of it. */
export function needsWords({ why, leftOut, columns }: LookedFile): boolean {
  if (leftOut || !columns) return false;
  return (
    why.code === 'file.unclear' || (why.code === 'file.guessed' && columns.some(({ field }) => field === 'custom' || field === 'nothing'))
  );
}

const PROGRAMS = ['hubspot', 'salesforce', 'pipedrive', 'twenty', 'monica', 'heed'];

export function headingOf(page: ImportPage, text: ImportsText): string {
  const taken = takenOf(page.files);
  if (taken.length === 0) return text.files.none;
  if (!page.source || page.source === 'csv' || page.source === 'xlsx') return text.files.lists;
  const source = text.source[page.source] ?? page.source;
  const objects = new Set(taken.map(({ object }) => object));
  const whole = PROGRAMS.includes(page.source) && objects.has('person') && objects.size >= 3;
  return whole ? text.files.whole(source) : text.files.part(source);
}

/** How many records it would write: people, and all others. */
export function toWrite(plan: ImportTally): { people: number; others: number } {
  const of = (object: ImportObject) => (plan[object]?.create ?? 0) + (plan[object]?.update ?? 0);
  return { people: of('person'), others: IMPORT_OBJECTS.filter((object) => object !== 'person').reduce((sum, one) => sum + of(one), 0) };
}

export function countOf(tally: ImportTally, outcome: 'create' | 'update' | 'same' | 'skip' | 'fail'): number {
  return IMPORT_OBJECTS.reduce((sum, object) => sum + (tally[object]?.[outcome] ?? 0), 0);
}

export function rowsOf(tally: ImportTally, object: ImportObject): number {
  return Object.values(tally[object] ?? {}).reduce((sum, count) => sum + count, 0);
}

/** The kinds of records that it holds, people first, because they are looked at first. */
export function objectsIn(tally: ImportTally): ImportObject[] {
  return (['person', 'organisation', 'deal', 'note', 'task'] as const).filter((object) => rowsOf(tally, object) > 0);
}

export function triedHeading(plan: ImportTally, text: ImportsText): string {
  const fails = countOf(plan, 'fail');
  const { people, others } = toWrite(plan);
  if (fails === 0) return people + others > 0 ? text.tried.ready : text.tried.nothing;
  return people + others + countOf(plan, 'same') > fails ? text.tried.mostly(fails) : text.tried.hardly(fails);
}

export function runningHeading({ leftMs, state }: Pick<ImportPage, 'leftMs' | 'state'>, text: ImportsText): string {
  if (state === 'paused') return text.running.paused;
  if (leftMs === null) return text.running.heading('');
  return text.running.heading(leftMs < 50_000 ? text.running.seconds : text.running.minutes(Math.max(1, Math.round(leftMs / 60_000))));
}
