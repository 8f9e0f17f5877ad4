import { sql } from 'kysely';
import { matchEmailOf } from '#model/match.ts';
import type { Change } from '../scope.ts';
import { firstOf } from '../statement.ts';
import type { MarkKind } from './marks.ts';

/** By what somebody can be told. */
export interface Identity {
  /** What is looked for in every text, longest first: addresses, numbers, profiles, whole names. A single given name is everybody's, and stays. */
  traces: string[];
  marks: { kind: MarkKind; value: string }[];
}

interface Found {
  names: string[];
  emails: string[];
  phones: { phone: string; e164: string }[];
  links: { url: string; matchUrl: string }[];
  externals: string[];
}

/** Read before anything is taken away. */
export async function identityOf({ db, workspaceId: w }: Change, id: string): Promise<Identity> {
  const found = await firstOf(
    db,
    sql<Found>`select
      (select array_remove(array[p.name, nullif(concat_ws(' ', nullif(p.given_name, ''), nullif(p.family_name, '')), '')], null) from people p where p.workspace_id = ${w} and p.id = ${id})
        || coalesce((select array_agg(distinct s.name) from speakers s where s.workspace_id = ${w} and s.person_id = ${id}), '{}') as names,
      coalesce((select array_agg(e.email) from person_emails e where e.workspace_id = ${w} and e.person_id = ${id}), '{}')
        || coalesce((select array_agg(distinct s.email) from speakers s where s.workspace_id = ${w} and s.person_id = ${id} and s.email is not null), '{}') as emails,
      coalesce((select json_agg(json_build_object('phone', e.phone, 'e164', e.e164)) from person_phones e where e.workspace_id = ${w} and e.person_id = ${id}), '[]') as phones,
      coalesce((select json_agg(json_build_object('url', e.url, 'matchUrl', e.match_url)) from person_links e where e.workspace_id = ${w} and e.person_id = ${id}), '[]') as links,
      coalesce((select array_agg(concat_ws(E'\\t', x.source, x.object, x.external_id)) from external_ids x where x.workspace_id = ${w} and x.person_id = ${id}), '{}') as externals`,
  );
  if (!found) throw new Error('a statement without a table always has a row');
  const whole = found.names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => /\S\s+\S/.test(name));
  const numbers = found.phones.flatMap(({ phone, e164 }) => [phone, e164]).filter((number) => number.replace(/\D/g, '').length >= 6);
  const traces = [...whole, ...found.emails, ...numbers, ...found.links.flatMap(({ url, matchUrl }) => [url, matchUrl])];
  return {
    traces: [...new Set(traces)].filter((trace) => trace.length >= 5).sort((a, b) => b.length - a.length),
    marks: [
      ...found.emails.map((email) => ({ kind: 'email' as const, value: matchEmailOf(email) })),
      ...found.phones.filter(({ e164 }) => e164).map(({ e164 }) => ({ kind: 'phone' as const, value: e164 })),
      ...found.links.map(({ matchUrl }) => ({ kind: 'link' as const, value: matchUrl })),
      ...found.externals.map((value) => ({ kind: 'external' as const, value })),
    ],
  };
}
