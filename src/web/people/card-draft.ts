/** A card while it is written: every list with a key for each row, so that rows keep their place on screen while they move. Pure. */
import type { PersonPage } from '#model/pages.ts';
import { type ImportantDate, isDayOfYear, type PostalAddress } from '#model/person-card.ts';
import type { PersonWords } from '../query/contract.ts';

export type Keyed<Row> = Row & { key: number };
export type DraftDate = Omit<ImportantDate, 'year' | 'day'> & { day: string; year: string };

export interface CardDraft extends Required<Omit<PersonWords, 'emails' | 'phones' | 'links' | 'addresses' | 'dates'>> {
  emails: Keyed<{ email: string; label: string }>[];
  phones: Keyed<{ phone: string; label: string }>[];
  links: Keyed<{ url: string; label: string }>[];
  addresses: Keyed<PostalAddress>[];
  dates: Keyed<DraftDate>[];
}

/** The card as it stands; of mail and phone there is a row to write in, also where there is none yet. */
export function draftOf(person: PersonPage): CardDraft {
  const { name, kinds, roleTitle, givenName, familyName, nickname, closeness, livesIn, zone, locale, prefers, prefersNote } = person;
  return {
    ...{ name, kinds, roleTitle, givenName, familyName, nickname, closeness, livesIn, zone, locale, prefers, prefersNote },
    organisation: person.organisation?.name ?? '',
    pronouns: person.pronouns ?? '',
    ownerId: person.owner?.id ?? null,
    emails: keyed(person.emails.length > 0 ? person.emails : [{ email: '', label: '' }]),
    phones: keyed(person.phones.length > 0 ? person.phones.map(({ phone, label }) => ({ phone, label })) : [{ phone: '', label: '' }]),
    links: keyed(person.links),
    addresses: keyed(person.addresses),
    dates: keyed(person.dates.map(({ year, day, ...date }) => ({ ...date, day: String(day), year: year === null ? '' : String(year) }))),
  };
}

let last = 0;
export function nextKey(): number {
  last += 1;
  return last;
}

function keyed<Row extends object>(rows: Row[]): Keyed<Row>[] {
  return rows.map((row) => ({ ...row, key: nextKey() }));
}

/** What is sent: rows that say nothing are left out, and no key leaves this form. */
export function wordsOf(draft: CardDraft): Required<PersonWords> {
  const { emails, phones, links, addresses, dates, ...rest } = draft;
  return {
    ...rest,
    name: rest.name.trim(),
    zone: rest.zone?.trim() || null,
    emails: bare(emails).flatMap(({ email, label }) => (email.trim() ? [{ email: email.trim(), label }] : [])),
    phones: bare(phones).flatMap(({ phone, label }) => (phone.trim() ? [{ phone: phone.trim(), label }] : [])),
    links: bare(links).flatMap(({ url, label }) => (url.trim() ? [{ url: url.trim(), label }] : [])),
    addresses: bare(addresses).filter(({ label: _, ...where }) => Object.values(where).some((part) => part.trim())),
    dates: bare(dates).flatMap(({ day, year, ...date }) =>
      day ? [{ ...date, day: Number(day), year: year.trim() ? Number(year) : null }] : [],
    ),
  };
}

function bare<Row extends { key: number }>(rows: Row[]): Omit<Row, 'key'>[] {
  return rows.map(({ key: _, ...row }) => row);
}

/** Only what is other than it was: so the trail names what was changed, and taking it back touches nothing else. */
export function changedIn(before: Required<PersonWords>, after: Required<PersonWords>): PersonWords {
  const names = (Object.keys(after) as (keyof PersonWords)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(names.map((name) => [name, after[name]]));
}

/** Rows whose day no calendar has, by their key. */
export function wrongDays(dates: Keyed<DraftDate>[]): number[] {
  const wrong = dates.filter(
    ({ day, month, year }) => day !== '' && !isDayOfYear({ day: Number(day), month, year: year.trim() ? Number(year) : null }),
  );
  return wrong.map(({ key }) => key);
}

/** The row one place further up. */
export function movedUp<Row>(rows: Row[], i: number): Row[] {
  const [above, row] = [rows[i - 1], rows[i]];
  if (above === undefined || row === undefined) return rows;
  return rows.with(i - 1, row).with(i, above);
}
