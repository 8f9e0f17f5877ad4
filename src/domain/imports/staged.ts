import { createHash } from 'node:crypto';
import type {
  ImportedDeal,
  ImportedNote,
  ImportedOrganisation,
  ImportedPerson,
  ImportedRow,
  ImportedTask,
  ImportObject,
  ImportReason,
  LookedFile,
} from '#model/import.ts';
import { clean } from '#model/letters.ts';
import { matchEmailOf, matchKeyOf, matchUrlOf, organisationKeyOf } from '#model/match.ts';
import { domainOf, e164Of } from './contact.ts';

/** A record as it lies in import_staged: what is empty left out, and everything by which it is compared worked out once. */
type Lean<T> = { [K in keyof T]?: T[K] | undefined };

export type StagedOrganisation = Lean<ImportedOrganisation>;
export type StagedPerson = Lean<Omit<ImportedPerson, 'emails' | 'phones' | 'links'>> & {
  emails?: { email: string; label: string; match: string }[];
  phones?: { phone: string; label: string; e164: string }[];
  links?: { url: string; label: string; match: string }[];
};
export type StagedDeal = Lean<ImportedDeal>;
type StagedNote = Lean<ImportedNote>;
type StagedTask = Lean<ImportedTask>;

interface StagedData {
  organisation: StagedOrganisation;
  person: StagedPerson;
  deal: StagedDeal;
  note: StagedNote;
  task: StagedTask;
}

export interface StagedRow<O extends ImportObject = ImportObject> {
  object: O;
  file: number;
  row: number;
  source: string;
  externalObject: string;
  externalId: string | null;
  matchKey: string;
  /** Null when the row cannot be read. */
  data: StagedData[O] & { problems?: ImportReason[]; unreadable?: true };
}

export type PersonRow = StagedRow<'person'>;

const EMAIL = /^[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+\.[^\s@<>,;:"()[\]]+$/;

/** A row of a file in the form in which it waits. `country` (ISO 3166) is where numbers without a country are from. */
export function stagedOf(file: LookedFile, { row, record, problems }: ImportedRow, country: string | undefined): StagedRow {
  const source = file.source ?? 'csv';
  if (!record) {
    const data = { problems: problems.length > 0 ? problems : [{ code: 'row.unreadable' }], unreadable: true as const };
    return { object: file.object ?? 'person', file: file.i, row, source, externalObject: '', externalId: null, matchKey: '', data };
  }
  const told: ImportReason[] = [...problems];
  const cleaned = lean(record) as Lean<typeof record>;
  const data = record.object === 'person' ? personOf(cleaned as Lean<ImportedPerson>, told, country) : cleaned;
  return {
    ...{ object: record.object, file: file.i, row, source, externalObject: record.externalObject },
    externalId: record.externalId ?? hashed(record),
    matchKey: keyOf(record),
    data: { ...data, ...(told.length > 0 && { problems: told }) } as StagedRow['data'],
  };
}

function keyOf(record: NonNullable<ImportedRow['record']>): string {
  if (record.object === 'person') return matchKeyOf(record.name || `${record.givenName} ${record.familyName}`);
  if (record.object === 'organisation') return organisationKeyOf(record.name);
  if (record.object === 'deal') return record.title.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 300);
  return '';
}

/** Notes and tasks that the file gives no id are known again by what they say. */
function hashed(record: NonNullable<ImportedRow['record']>): string | null {
  if (record.object === 'note')
    return sha([record.kind, record.title, record.body, record.happenedAt, record.people, record.organisations, record.deals]);
  if (record.object === 'task') return sha([record.what, record.about, record.dueOn, record.people, record.organisations, record.deals]);
  return null;
}

export function sha(parts: unknown[]): string {
  return `sha:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

function personOf(person: Lean<ImportedPerson>, told: ImportReason[], country: string | undefined): StagedPerson {
  const home = person.addresses?.find((address) => address.country)?.country;
  const { emails = [], phones = [], links = [], ...rest } = person;
  const good = emails.map(({ email, label }) => ({ email: email.toLowerCase().trim(), label })).filter(({ email }) => isEmail(email, told));
  return {
    ...rest,
    emails: onceBy(
      good.map((one) => ({ ...one, match: matchEmailOf(one.email) })),
      ({ email }) => email,
    ),
    phones: onceBy(
      phones
        .filter(({ phone }) => phone.trim())
        .map(({ phone, label }) => ({ phone: phone.trim().slice(0, 60), label, e164: e164Of(phone, home ?? country) })),
      ({ phone, e164 }) => e164 || phone,
    ),
    links: onceBy(
      links.filter(({ url }) => url.trim()).map(({ url, label }) => ({ url: url.trim().slice(0, 2000), label, match: matchUrlOf(url) })),
      ({ match }) => match,
    ),
  };
}

function isEmail(email: string, told: ImportReason[]): boolean {
  const good = email.length <= 320 && EMAIL.test(email);
  if (!good && email) told.push({ code: 'email.not-one', params: { value: email.slice(0, 80), column: '' } });
  return good;
}

function onceBy<T>(list: T[], key: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const k = key(one);
    if (seen.has(k)) return false;
    seen.add(k);
    return true;
  });
}

/** Without what is empty, and without letters that a database cannot keep. */
function lean(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (one === '' || one === null || one === false || one === undefined || (Array.isArray(one) && one.length === 0)) continue;
    kept[key] = lean(one);
  }
  return kept;
}

/** The domains of an organisation: as given, else that of its website. */
export function domainsOf({ domains = [], website = '' }: StagedOrganisation): string[] {
  const all = (domains.length > 0 ? domains : [website]).map(domainOf).filter((domain) => domain !== '');
  return [...new Set(all)];
}
