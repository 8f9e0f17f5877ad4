import { type RawBuilder, sql } from 'kysely';
import { plainName, workDomain } from '#model/alias.ts';
import { type Compared, judge, WORTH_ASKING, wordOf } from '#model/duplicate.ts';
import { matchEmailOf, matchKeyOf, organisationKeyOf } from '#model/match.ts';
import type { MayBe } from '#model/merge.ts';
import { organisationOf } from '../people/list.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { documentOf, known, pieceOf, rowsOf } from '../statement.ts';
import { type ComparedPerson, comparedOf } from './compared.ts';
import { keepPairs } from './pairs.ts';

/** At most so many are offered; whoever is not among the first is hardly them. */
const MOST = 5;
/** Of each way of looking. More than that have the name in common and nothing else. */
const EACH = 20;
/** Of one organisation, or with one word in their names. */
const CROWD = 500;

export interface Described {
  name: string;
  email?: string | undefined;
  organisation?: string | undefined;
}

/** Who somebody may be that is about to be written down, likeliest first. */
export async function peopleLike(scope: Scope, { name, email, organisation }: Described): Promise<MayBe[]> {
  const who: Compared = {
    name,
    emails: email?.trim() ? [email.trim().toLowerCase()] : [],
    phones: [],
    links: [],
    organisations: organisation?.trim() ? [{ key: organisationKeyOf(organisation), name: organisation.trim() }] : [],
    birthdays: [],
  };
  return wholly(scope, async (change) => {
    const people = [...(await comparedOf(change, await candidatesFor(change, who, null))).values()];
    const likely = people
      .map((person) => ({ id: person.id, ...judge(who, person, { together: null, saidTwo: false }) }))
      .filter(({ score }) => score >= WORTH_ASKING)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST);
    return describe(change, likely);
  });
}

/**
 * Look whom these people may be the same as, in the transaction that wrote them; the pairs wait to be decided. Answers with who the first of them may be,
 * likeliest first. Whom only another member knows is not looked at.
 */
export async function noteDuplicates(change: Change, ids: (string | null)[]): Promise<MayBe[]> {
  const people = await comparedOf(
    change,
    ids.filter((id) => id !== null),
  );
  let first: MayBe[] = [];
  for (const [i, id] of ids.entries()) {
    const person = id ? people.get(id) : undefined;
    if (!person) continue;
    const candidates = await candidatesFor(change, person, person);
    const kept = await keepPairs(
      change,
      candidates.map((otherId) => ({ oneId: person.id, otherId })),
    );
    const likely = kept
      .map(({ otherId, ...judged }) => ({ ...judged, id: otherId }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    if (i === 0) first = await describe(change, likely.slice(0, MOST));
  }
  return first;
}

/** Ids of those who have something in common with somebody, by the indexes of what is compared. */
async function candidatesFor(change: Change, who: Compared, self: ComparedPerson | null): Promise<string[]> {
  const w = change.workspaceId;
  const key = matchKeyOf(who.name);
  const rows = await rowsOf(
    change.db,
    sql<{ id: string }>`select p.id from (
        (select e.person_id as id from person_emails e where e.workspace_id = ${w} and e.match_email = any(${who.emails.map(matchEmailOf)}::text[]) limit ${EACH})
        union (select x.person_id from person_phones x where x.workspace_id = ${w} and x.e164 <> '' and x.e164 = any(${who.phones}::text[]) limit ${EACH})
        union (select l.person_id from person_links l where l.workspace_id = ${w} and l.match_url = any(${who.links}::text[]) limit ${EACH})
        union (select p.id from people p where p.workspace_id = ${w} and p.match_key = ${key} and ${key} <> '' order by p.id limit ${EACH})
        ${nearBy(w, who, key)}) as found
      join people p on p.workspace_id = ${w} and p.id = found.id and ${known(change, 'p')}
      where p.id is distinct from ${self?.id ?? null}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Those of a similar name at the same place: of a house, whoever shares a word of the name; by the longest words of the name, whoever is at one of
 * the houses or writes from there. In a crowd only the first are looked at: what slips through is found when everybody is looked over.
 */
function nearBy(w: string, who: Compared, key: string): RawBuilder<unknown> {
  const organisations = who.organisations.map((one) => one.key).filter(Boolean);
  const domains = who.emails.flatMap((email) => workDomain(email) ?? []);
  const words = plainName(who.name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .sort((a, b) => b.length - a.length);
  if (key === '' || organisations.length + domains.length === 0) return sql``;
  const there = sql`(exists (select from affiliations a join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
      where a.workspace_id = ${w} and a.person_id = p.id and o.match_key = any(${organisations}::text[]))
    or exists (select from person_emails e where e.workspace_id = ${w} and e.person_id = p.id and split_part(e.match_email, '@', 2) = any(${domains}::text[])))`;
  const named = words.slice(0, 2).map(
    (
      word,
    ) => sql`union (select p.id from (select * from people p where p.workspace_id = ${w} and p.sought like ${pieceOf(word)} limit ${CROWD}) p
      where ${there} limit ${EACH})`,
  );
  return sql`union (select p.id from (select a.person_id from organisations o
        join affiliations a on a.workspace_id = o.workspace_id and a.organisation_id = o.id
        where o.workspace_id = ${w} and o.match_key = any(${organisations}::text[]) limit ${CROWD}) at
      join people p on p.workspace_id = ${w} and p.id = at.person_id and string_to_array(p.match_key, ' ') && ${key.split(' ')}::text[] limit ${EACH})
    ${sql.join(named, sql` `)}`;
}

async function describe(change: Change, likely: { id: string; score: number; why: MayBe['why'] }[]): Promise<MayBe[]> {
  if (likely.length === 0) return [];
  const rows = await documentOf<(Omit<MayBe, 'why' | 'word'> & { id: string })[]>(
    change.db,
    sql`select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'roleTitle', p.role_title, 'organisation', ${organisationOf(change, 'p')},
        'since', p.created_at)), '[]') from people p where p.workspace_id = ${change.workspaceId} and p.id = any(${likely.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map((rows ?? []).map((row) => [row.id, row]));
  return likely.flatMap(({ id, score, why }) => {
    const row = byId.get(id);
    return row ? [{ ...row, word: wordOf(score), why }] : [];
  });
}
