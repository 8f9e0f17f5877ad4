import { sql } from 'kysely';
import { documentOf } from '../statement.ts';
import type { CustomState } from './custom-state.ts';
import { addressKey, addressText, dateKey, dateText, type PersonState, phoneKey } from './person-state.ts';
import type { Chunk } from './run.ts';

interface Row {
  id: string;
  columns: Record<string, unknown>;
  emails: string[];
  phones: { phone: string; e164: string }[];
  links: { url: string; match: string }[];
  addresses: Record<string, string>[];
  dates: { kind: string; label: string; month: number; day: number; year: number | null }[];
  organisations: { id: string; role: string }[];
  tags: string[];
  custom: (CustomState & { field: string })[];
  external: string[];
}

/** Those people as they are; locked when something will be written, so that nobody's word is lost between reading and writing. */
export async function personStates({ place, run }: Chunk, ids: string[]): Promise<Map<string, PersonState>> {
  if (ids.length === 0) return new Map();
  const ws = run.workspaceId;
  if (!run.dry)
    await sql`select from people where workspace_id = ${ws} and id = any(${ids}::uuid[]) order by id for update`.execute(place.db);
  const of = (table: string, json: string) =>
    sql.raw(
      `coalesce((select json_agg(${json} order by x.id) from ${table} x where x.workspace_id = p.workspace_id and x.person_id = p.id), '[]')`,
    );
  const rows = await documentOf<Row[]>(
    place.db,
    sql`select coalesce(json_agg(json_build_object('id', p.id,
        'columns', json_build_object('name', p.name, 'match_key', p.match_key, 'given_name', p.given_name, 'family_name', p.family_name, 'nickname', p.nickname, 'pronouns', p.pronouns,
          'role_title', p.role_title, 'lives_in', p.lives_in, 'kinds', p.kinds, 'owner_id', p.owner_id, 'do_not_contact_at', p.do_not_contact_at,
          'do_not_contact_why', p.do_not_contact_why, 'do_not_contact_by', p.do_not_contact_by, 'photo_id', p.photo_id),
        'emails', ${of('person_emails', 'x.email')},
        'phones', ${of('person_phones', "json_build_object('phone', x.phone, 'e164', x.e164)")},
        'links', ${of('person_links', "json_build_object('url', x.url, 'match', x.match_url)")},
        'addresses', ${of('person_addresses', "json_build_object('street', x.street, 'place', x.place, 'region', x.region, 'postcode', x.postcode, 'country', x.country)")},
        'dates', ${of('person_dates', "json_build_object('kind', x.kind, 'label', x.label, 'month', x.month, 'day', x.day, 'year', x.year)")},
        'organisations', ${of('affiliations', "json_build_object('id', x.organisation_id, 'role', x.role_title)")},
        'tags', coalesce((select json_agg(lower(t.name)) from taggings x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
          where x.workspace_id = p.workspace_id and x.person_id = p.id), '[]'),
        'custom', ${of('custom_values', "json_build_object('id', x.id, 'field', x.field_id, 'text', coalesce(x.text_value, x.number_value::text, x.date_value::text, ''), 'at', x.changed_at, 'by', x.changed_by)")},
        'external', ${of('external_ids', 'x.source || chr(9) || x.object || chr(9) || x.external_id')})), '[]')
      from people p where p.workspace_id = ${ws} and p.id = any(${ids}::uuid[])`,
  );
  return new Map((rows ?? []).map((row) => [row.id, stateOf(row)]));
}

function stateOf(row: Row): PersonState {
  return {
    columns: row.columns,
    emails: new Map(row.emails.map((email) => [email, email])),
    phones: new Map(row.phones.map((one) => [phoneKey(one), one.phone])),
    links: new Map(row.links.map(({ url, match }) => [match, url])),
    addresses: new Map(row.addresses.map((one) => [addressKey(one), addressText(one)])),
    dates: new Map(row.dates.map((one) => [dateKey(one), dateText(one)])),
    organisations: new Map(row.organisations.map(({ id, role }) => [id, role])),
    tags: new Set(row.tags),
    custom: new Map(row.custom.map(({ field, ...value }) => [field, value])),
    external: new Set(row.external),
  };
}
