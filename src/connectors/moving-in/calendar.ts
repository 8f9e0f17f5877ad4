import type { ImportedNote, ImportedRow, ImportedTask, ImportReason, ImportRef } from '#model/import.ts';
import { isEmail } from './address.ts';
import { type Block, blocksOf, type Property, partsOf, unescapeText } from './content-lines.ts';
import { withoutMarkup } from './markup.ts';
import { dayOf, whenOf } from './when.ts';
import { noteMaker, taskMaker } from './work-fields.ts';
import { type Zones, zonesFrom } from './zones.ts';

const KINDS = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'VFREEBUSY']);

/**
 * The events of a calendar as notes of meetings with who was asked to come, its tasks as tasks (RFC 5545). Of one UID and RECURRENCE-ID the newest SEQUENCE
 * counts; what was called off is told and left out. An event that repeats is one note that says so.
 * `texts` is asked twice: what is newest is only known at the end.
 */
export async function* calendarRows(texts: () => AsyncIterable<string>): AsyncGenerator<ImportedRow> {
  const seen = await newestOf(texts());
  const zones = await zonesFrom(texts);
  let row = 0;
  for await (const block of blocksOf(texts(), KINDS)) {
    if (!isRow(block)) continue;
    row++;
    yield rowOf({ block, row, isNewest: seen.newest.get(keyOf(block)) === row, isCancelled: seen.isCancelled }, zones);
  }
}

const isRow = ({ kind }: Block): boolean => kind === 'VEVENT' || kind === 'VTODO' || kind === 'VJOURNAL';

const textOf = ({ properties }: Block, name: string): string =>
  unescapeText(properties.find((property) => property.name === name)?.value ?? '').trim();

/** Without a UID it is only itself. */
const keyOf = (block: Block): string => (textOf(block, 'UID') === '' ? '' : `${textOf(block, 'UID')}\n${textOf(block, 'RECURRENCE-ID')}`);

async function newestOf(texts: AsyncIterable<string>): Promise<{ newest: Map<string, number>; isCancelled: boolean }> {
  const newest = new Map<string, number>();
  const best = new Map<string, string>();
  let row = 0;
  let isCancelled = false;
  for await (const block of blocksOf(texts, KINDS)) {
    if (block.kind === '' && textOf(block, 'METHOD').toUpperCase() === 'CANCEL') isCancelled = true;
    if (!isRow(block)) continue;
    row++;
    const key = keyOf(block);
    if (key === '' || !block.isWhole) continue;
    const age = `${textOf(block, 'SEQUENCE').padStart(10, '0')}/${textOf(block, 'LAST-MODIFIED') || textOf(block, 'DTSTAMP')}`;
    if (age < (best.get(key) ?? '')) continue;
    best.set(key, age);
    newest.set(key, row);
  }
  return { newest, isCancelled };
}

interface Reading {
  block: Block;
  row: number;
  isNewest: boolean;
  isCancelled: boolean;
}

function rowOf({ block, row, isNewest, isCancelled }: Reading, zones: Zones): ImportedRow {
  const fail = (code: string, params?: ImportReason['params']): ImportedRow => ({
    row,
    record: null,
    problems: [params ? { code, params } : { code }],
  });
  if (block.isTooLong) return fail('row.too-long', { most: 8 });
  if (!block.isWhole) return fail('row.unreadable', { why: 'END' });
  if (keyOf(block) !== '' && !isNewest) return fail('row.older', { id: textOf(block, 'UID') });
  if (isCancelled || textOf(block, 'STATUS').toUpperCase() === 'CANCELLED') return fail('row.cancelled');
  const problems: ImportReason[] = [];
  const record = block.kind === 'VTODO' ? taskOf(block, zones, problems) : noteOf(block, zones, problems);
  return record ? { row, record, problems } : fail('row.says-nothing');
}

function noteOf(block: Block, zones: Zones, problems: ImportReason[]): ImportedNote | null {
  const record = noteMaker.blank('event');
  Object.assign(record, recordedOf(block, zones));
  record.kind = block.kind === 'VJOURNAL' ? 'note' : 'meeting';
  record.title = textOf(block, 'SUMMARY');
  record.happenedAt = instantIn(block, 'DTSTART', zones, problems);
  record.people = peopleOf(block);
  const place = textOf(block, 'LOCATION');
  const repeats = textOf(block, 'RRULE');
  if (place) record.custom.push({ label: 'LOCATION', value: place });
  record.body = [withoutMarkup(textOf(block, 'DESCRIPTION')), repeats && `↻ ${ruleInWords(repeats)}`]
    .filter((part) => part !== '')
    .join('\n\n');
  if (repeats) problems.push({ code: 'event.repeats' });
  return record.title === '' && record.body === '' ? null : record;
}

function taskOf(block: Block, zones: Zones, problems: ImportReason[]): ImportedTask | null {
  const record = taskMaker.blank('todo');
  Object.assign(record, recordedOf(block, zones));
  record.what = textOf(block, 'SUMMARY');
  record.about = withoutMarkup(textOf(block, 'DESCRIPTION'));
  record.dueOn = instantIn(block, 'DUE', zones, problems)?.slice(0, 10) ?? null;
  record.doneAt = instantIn(block, 'COMPLETED', zones, problems);
  if (textOf(block, 'STATUS').toUpperCase() === 'COMPLETED' && record.doneAt === null) record.done = true;
  record.people = peopleOf(block);
  return record.what === '' && record.about === ''
    ? null
    : { ...record, what: record.what || (record.about.split('\n')[0] ?? '').slice(0, 120) };
}

function recordedOf(block: Block, zones: Zones) {
  const uid = textOf(block, 'UID');
  const instance = textOf(block, 'RECURRENCE-ID');
  const tags = block.properties.filter(({ name }) => name === 'CATEGORIES').flatMap(({ value }) => partsOf(value, ','));
  return {
    externalId: uid === '' ? null : instance === '' ? uid : `${uid}/${instance}`,
    createdAt: instantIn(block, 'CREATED', zones, []),
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
  };
}

/** Who was asked and did not say no; rooms and projectors are nobody. */
function peopleOf({ properties }: Block): ImportRef[] {
  const people = new Map<string, ImportRef>();
  for (const { name, params, value } of properties) {
    if (name !== 'ATTENDEE' && name !== 'ORGANIZER') continue;
    if (/^(?:RESOURCE|ROOM)$/i.test(params.get('CUTYPE')?.[0] ?? '') || /^DECLINED$/i.test(params.get('PARTSTAT')?.[0] ?? '')) continue;
    const email = (value.trim() || (params.get('EMAIL')?.[0] ?? '')).replace(/^mailto:/i, '').trim();
    const called = params.get('CN')?.[0] ?? '';
    const ref: ImportRef = { ...(isEmail(email) ? { email } : {}), ...(called !== '' && called !== email ? { name: called } : {}) };
    const key = (ref.email ?? ref.name ?? '').toLowerCase();
    if (key !== '' && !people.has(key)) people.set(key, ref);
  }
  return [...people.values()];
}

function instantIn({ properties }: Block, name: string, zones: Zones, problems: ImportReason[]): string | null {
  const property: Property | undefined = properties.find((one) => one.name === name);
  if (!property) return null;
  const written = property.value.trim();
  const when = whenOf(written, 'iso');
  if (when === null || when === 'which-way') {
    problems.push({ code: 'date.not-one', params: { value: written.slice(0, 80), column: name } });
    return null;
  }
  const day = dayOf(when);
  if (day === null) return null;
  const local = `${day}${when.time || 'T00:00:00.000Z'}`;
  const zone = property.params.get('TZID')?.[0] ?? '';
  if (zone === '' || written.endsWith('Z') || when.time === '') return local;
  const at = zones.instantOf(local, zone);
  if (at === null) problems.push({ code: 'time.zone-unknown', params: { zone: zone.slice(0, 80) } });
  return at ?? local;
}

const EVERY: Record<string, string> = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly', HOURLY: 'hourly' };

/** "weekly, every 2nd, 3 times": enough to know what it was. */
function ruleInWords(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const every = EVERY[parts.get('FREQ') ?? ''] ?? rule;
  const [interval, count, until] = [parts.get('INTERVAL'), parts.get('COUNT'), parts.get('UNTIL')];
  const end = until && whenOf(until, 'iso');
  return [
    every,
    interval && interval !== '1' ? `× ${interval}` : '',
    count ? `${count} times` : '',
    end && end !== 'which-way' ? `– ${dayOf(end)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
