import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { matchEmailOf, matchUrlOf } from '#model/match.ts';
import type { WrittenCard } from '#model/person-card.shape.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { giveEmail } from './introduce.ts';
import { countryFor, e164Of } from './phones.ts';

type Written = Pick<WrittenCard, 'emails' | 'phones' | 'links' | 'addresses' | 'dates'>;

/** The lists of a card as they were given, each whole and in order; what is not given stays. @throws Refusal `conflict.email`. */
export async function writeReach(change: Change, personId: string, { emails, phones, links, addresses, dates }: Written): Promise<void> {
  if (emails) await writeEmails(change, personId, emails);
  if (phones) await writePhones(change, personId, phones);
  if (links) await writeLinks(change, personId, links);
  if (addresses) await rewrite(change, personId, 'person_addresses', addresses);
  if (dates) await rewrite(change, personId, 'person_dates', dates, { created_by: change.member.id });
}

async function writeEmails(change: Change, personId: string, emails: NonNullable<Written['emails']>): Promise<void> {
  const wanted = new Map(emails.map(({ email, label }) => [email.trim().toLowerCase(), label.trim()]));
  wanted.delete('');
  await sql`delete from person_emails where workspace_id = ${change.workspaceId} and person_id = ${personId}
    and email <> all(${[...wanted.keys()]}::text[])`.execute(change.db);
  for (const [place, [email, label]] of [...wanted].entries()) {
    await giveEmail(change, personId, email);
    await sql`update person_emails set label = ${label}, place = ${place}, match_email = ${matchEmailOf(email)}
      where workspace_id = ${change.workspaceId} and person_id = ${personId} and email = ${email}`.execute(change.db);
  }
}

async function writePhones(change: Change, personId: string, phones: NonNullable<Written['phones']>): Promise<void> {
  const country = await countryFor(
    change,
    phones.map(({ phone }) => phone),
  );
  const rows = phones.map(({ phone, label }, place) => ({ phone, e164: e164Of(phone, country) ?? '', label, place }));
  const seen = new Set<string>();
  const once = rows.filter(({ phone, e164 }) => !seen.has(e164 || phone) && seen.add(e164 || phone));
  await rewrite(change, personId, 'person_phones', once);
}

async function writeLinks(change: Change, personId: string, links: NonNullable<Written['links']>): Promise<void> {
  const byMatch = new Map(links.toReversed().map(({ url, label }) => [matchUrlOf(url), { url, label }]));
  const rows = [...byMatch].toReversed().map(([match, link]) => ({ ...link, match_url: match }));
  await rewrite(change, personId, 'person_links', rows);
}

type Columns = Record<string, string | number | null>;
type ListTable = 'person_phones' | 'person_links' | 'person_addresses' | 'person_dates';

/** Rows that say the same in the same order stay as they are, so that a card saved unchanged leaves nothing behind; else all are written anew. */
async function rewrite(change: Change, personId: string, table: ListTable, wanted: Columns[], more: Columns = {}): Promise<void> {
  const names = Object.keys(wanted[0] ?? {});
  const of = sql`where workspace_id = ${change.workspaceId} and person_id = ${personId}`;
  const standing = await rowsOf(
    change.db,
    sql<{ row: Columns }>`select to_jsonb(x) as row from ${sql.table(table)} x ${of} order by created_at, id`,
  );
  const same =
    standing.length === wanted.length &&
    wanted.every((row, i) => names.every((name) => (standing[i]?.row as Columns | undefined)?.[name] === row[name]));
  if (same) return;
  await sql`delete from ${sql.table(table)} ${of}`.execute(change.db);
  for (const row of wanted) await insert(change, personId, table, { ...row, ...more });
}

async function insert(change: Change, personId: string, table: ListTable, row: Columns): Promise<void> {
  const values: [string, RawBuilder<unknown>][] = Object.entries(row).map(([name, value]) => [name, sql`${value}`]);
  await sql`insert into ${sql.table(table)} (workspace_id, id, person_id, created_at, ${sql.join(values.map(([name]) => sql.ref(name)))})
    values (${change.workspaceId}, ${uuidv7()}, ${personId}, ${change.now}, ${sql.join(values.map(([, value]) => value))})`.execute(
    change.db,
  );
}
