import { createHash } from 'node:crypto';
import type { ImportReason } from '#model/import.ts';
import { addTo } from './insert.ts';
import type { PeopleLook } from './look-people.ts';
import { type Merging, mergeList } from './merge.ts';
import { newOrganisation } from './organisation-new.ts';
import { addressKey, addressText, dateKey, dateText, type PersonState, phoneKey } from './person-state.ts';
import type { Chunk } from './run.ts';
import type { PersonRow, StagedPerson } from './staged.ts';
import { push } from './words.ts';

export interface Parts {
  chunk: Chunk;
  merge: Merging;
  id: string;
  state: PersonState;
  made: Record<string, string[]>;
  why: ImportReason[];
}

/** Numbers, profiles, addresses and days that are not there yet. */
export function mergeWays(parts: Parts, { phones = [], links = [], addresses = [], dates = [] }: StagedPerson): void {
  const { merge, state } = parts;
  const list = <T>(field: string, file: T[], there: Map<string, string>, key: (one: T) => string, shown: (one: T) => string) => {
    const now = [...there.values()];
    const added = mergeList(merge, { field, file, has: (one) => there.has(key(one)), shown, now });
    for (const one of added) there.set(key(one), shown(one));
    return added;
  };
  let place = state.phones.size;
  for (const one of list('phones', phones, state.phones, phoneKey, ({ phone }) => phone)) {
    insertPart(parts, 'person_phones', { phone: one.phone, e164: one.e164, label: one.label ?? '', place: place++ });
  }
  for (const one of list(
    'links',
    links,
    state.links,
    ({ match }) => match,
    ({ url }) => url,
  ))
    insertPart(parts, 'person_links', { url: one.url, match_url: one.match, label: one.label ?? '' });
  for (const one of list('addresses', addresses, state.addresses, addressKey, addressText)) {
    const { label = '', street = '', place: town = '', region = '', postcode = '', country = '' } = one;
    insertPart(parts, 'person_addresses', { label, street, place: town, region, postcode, country });
  }
  const good = dates.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  for (const one of list('dates', good, state.dates, dateKey, dateText)) {
    const year = one.year && one.year >= 1800 && one.year <= 2200 ? one.year : null;
    const { kind, label = '', month, day } = one;
    insertPart(parts, 'person_dates', { kind, label, month, day, year, created_by: parts.chunk.run.member.id });
  }
}

/** Addresses of mail; one that is somebody else's stays theirs, and that is said. */
export function mergeEmails(parts: Parts, look: PeopleLook, { emails = [] }: StagedPerson): void {
  const { chunk, merge, state, id, why } = parts;
  const seen = chunk.run.seen.ids;
  const free = emails.filter(({ email, match }) => {
    if (state.emails.has(email)) return true;
    const there = look.addresses.get(email);
    const other = there && there.id !== id ? there : null;
    const met = seen.get(`person e ${match}`);
    if (other) why.push({ code: 'email-taken', params: { email, name: other.name ?? '' } });
    else if (met && met !== id) why.push({ code: 'email-taken', params: { email, name: chunk.run.seen.names.get(met) ?? '' } });
    return !other && (!met || met === id);
  });
  let place = state.emails.size;
  const now = [...state.emails.keys()];
  const shown = ({ email }: { email: string }) => email;
  for (const one of mergeList(merge, { field: 'emails', file: free, has: ({ email }) => state.emails.has(email), shown, now })) {
    state.emails.set(one.email, one.email);
    insertPart(parts, 'person_emails', { email: one.email, match_email: one.match, label: one.label ?? '', place: place++ });
  }
}

function insertPart({ chunk, id, made, merge }: Parts, table: string, columns: Record<string, unknown>): void {
  const own = chunk.run.id();
  addTo(chunk.inserts, table, { id: own, person_id: id, ...columns, created_at: chunk.run.at });
  if (!merge.isNew) push(made, table, own);
}

/** Where they belong: found by id, web address or name, made by name when it is new, and never guessed. */
export function mergeOrganisations(parts: Parts, look: PeopleLook, row: PersonRow): string {
  const { chunk, merge, state, made, why } = parts;
  const names: string[] = [];
  for (const ref of row.data.organisations ?? []) {
    const meant = look.organisation(row.source, ref);
    const shown = ref.name || (typeof meant === 'object' && meant?.name) || ref.domain || ref.externalId || '';
    if (shown) names.push(shown);
    if (meant === 'ambiguous') why.push({ code: 'organisation-ambiguous', params: { name: shown } });
    else if (!meant && !ref.name) why.push({ code: 'organisation-missing', params: { name: ref.externalId ?? ref.domain ?? '' } });
    if (meant === 'ambiguous' || (!meant && !ref.name)) continue;
    const organisationId = meant?.id ?? newOrganisation(chunk, ref.name ?? '', made);
    const has = state.organisations.has(organisationId);
    const now = has ? [shown] : [];
    if (mergeList(merge, { field: 'organisations', file: [shown], has: () => has, shown: (one) => one, now }).length === 0) continue;
    const role = (ref.roleTitle || row.data.roleTitle || '').slice(0, 200);
    state.organisations.set(organisationId, role);
    insertPart(parts, 'affiliations', { organisation_id: organisationId, role_title: role });
  }
  return names.join(', ');
}

const MOST_PHOTO = 5 * 1024 * 1024;

/** Their photo, where they have none. Returns the id of the attachment. */
export function photoOf({ chunk, id, made }: Parts, photo: NonNullable<StagedPerson['photo']>): string | null {
  const bytes = Buffer.from(photo.base64, 'base64');
  const type = imageType(bytes);
  if (!type || bytes.length > MOST_PHOTO) return null;
  const own = chunk.run.id();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = `photo.${type.slice(6)}`;
  addTo(chunk.inserts, 'attachments', {
    id: own,
    name,
    type,
    size: bytes.length,
    sha256,
    person_id: id,
    created_at: chunk.run.at,
    created_by: chunk.run.member.id,
  });
  for (let i = 0; i * 1_048_576 < bytes.length; i++)
    addTo(chunk.inserts, 'attachment_parts', {
      attachment_id: own,
      i,
      bytes: `\\x${bytes.subarray(i * 1_048_576, (i + 1) * 1_048_576).toString('hex')}`,
    });
  push(made, 'attachments', own);
  return own;
}

/** By what the bytes say, not the card. */
function imageType(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 12).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('GIF8')) return 'image/gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null;
}
