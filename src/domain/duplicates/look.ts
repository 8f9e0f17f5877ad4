import { type RawBuilder, sql } from 'kysely';
import { later } from '#db/later.ts';
import { ANYBODYS_DOMAINS } from '#model/alias.ts';
import type { DuplicateLook } from '#model/merge.ts';
import { remember } from '../audit.ts';
import { type Change, type ChangingPlace, type Place, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import type { Pair } from './compared.ts';
import { keepPairs } from './pairs.ts';
import { renewKeys } from './renew.ts';

/** So many pairs are judged at a time: what is compared of four thousand people stands in memory, and no more. */
const BATCH = 2000;
/** A phone or profile that more have is a house's, not a person's. */
const SHARED_BY = 6;
/** A name that more have says nothing by itself; with an organisation it is another way. */
const NAMESAKES = 12;
/** So many with one word of their names in common at one place are compared with one another. */
const CROWD = 40;

/** Have everybody looked over, once however often it is asked; who asks sees how far it is. */
export async function askToLook(scope: Scope): Promise<DuplicateLook> {
  return wholly(scope, async (change) => {
    await lookLater(change);
    await remember(change, { action: 'duplicates.looked-for', about: 'workspace', id: change.workspaceId });
    const look = await readLook(change);
    if (!look) throw new Error('a look that was asked for is not there');
    return look;
  });
}

/** The same after much has come in, in the transaction that brought it; `priority` as of any job. */
export async function lookLater(change: ChangingPlace, priority = 0): Promise<void> {
  await sql`insert into duplicate_looks as l (workspace_id, id, asked_at, ways) values (${change.workspaceId}, ${change.workspaceId}, ${change.now}, ${WAYS.length})
    on conflict (workspace_id, id) do update set asked_at = excluded.asked_at, ways = excluded.ways, ways_done = 0, looked = 0, done_at = null`.execute(
    change.db,
  );
  await later(
    change.db,
    'find-duplicates',
    { workspaceId: change.workspaceId },
    { key: `find-duplicates ${change.workspaceId}`, priority },
  );
}

export async function readLook({ db, workspaceId }: Place): Promise<DuplicateLook | null> {
  return firstOf(
    db,
    sql<DuplicateLook>`select asked_at, done_at, ways_done, ways, looked from duplicate_looks where workspace_id = ${workspaceId} and id = ${workspaceId}`,
  );
}

/**
 * Look over everybody for records that may be one person. Set-based: each way is one statement over an index of what is compared, read through a cursor.
 * Pairs that wait and no longer hold go; what was decided stays.
 */
export async function findDuplicates(place: Place): Promise<void> {
  await renewKeys(place);
  let looked = 0;
  for (const [i, way] of WAYS.entries()) {
    await eachBatch(place, way(place.workspaceId), async (pairs) => {
      await keepPairs(place, pairs);
      looked += pairs.length;
      await tell(place, { looked, waysDone: i });
    });
    await tell(place, { looked, waysDone: i + 1 });
  }
  await sql`delete from duplicate_pairs where workspace_id = ${place.workspaceId} and two_at is null and found_at < ${place.now}::timestamptz`.execute(
    place.db,
  );
  await sql`update duplicate_looks set done_at = ${place.now} where workspace_id = ${place.workspaceId} and id = ${place.workspaceId}`.execute(
    place.db,
  );
}

async function tell({ db, workspaceId }: Place, { looked, waysDone }: { looked: number; waysDone: number }): Promise<void> {
  await sql`update duplicate_looks set looked = ${looked}, ways_done = ${waysDone} where workspace_id = ${workspaceId} and id = ${workspaceId}`.execute(
    db,
  );
}

/** The rows of a statement, some at a time, from a cursor that one transaction holds; what is done with them is written beside it. */
async function eachBatch(place: Place, pairs: RawBuilder<unknown>, work: (pairs: Pair[]) => Promise<void>): Promise<void> {
  await place.db.transaction().execute(async (tx) => {
    await sql`declare pairs_to_look_at no scroll cursor for ${pairs}`.execute(tx);
    for (;;) {
      const batch = await rowsOf(tx as Change['db'], sql<Pair>`fetch ${sql.raw(String(BATCH))} from pairs_to_look_at`);
      if (batch.length === 0) return;
      await work(batch);
    }
  });
}

type Way = (workspaceId: string) => RawBuilder<unknown>;

/** Two who have the same in a column of a table of theirs, where at most so many have it. */
function sameIn(table: string, column: string, most: number): Way {
  const [t, c] = [sql.table(table), sql.ref(column)];
  return (w) => sql`select distinct x.person_id as one_id, y.person_id as other_id from (
      select ${c} as key from ${t} where workspace_id = ${w} and ${c} <> '' group by ${c} having count(distinct person_id) between 2 and ${most}) few
    join ${t} x on x.workspace_id = ${w} and x.${c} = few.key
    join ${t} y on y.workspace_id = ${w} and y.${c} = few.key and y.person_id > x.person_id`;
}

const sameName: Way = (w) => sql`select x.id as one_id, y.id as other_id from (
    select match_key from people where workspace_id = ${w} and match_key <> '' group by match_key having count(*) between 2 and ${NAMESAKES}) few
  join people x on x.workspace_id = ${w} and x.match_key = few.match_key
  join people y on y.workspace_id = ${w} and y.match_key = few.match_key and y.id > x.id`;

/** Two at one place who have a word of their names in common: the other word may be a slip, an initial or a short form. */
function nearAt(places: (w: string) => RawBuilder<unknown>): Way {
  return (w) => sql`with words as materialized (
      select distinct at.place, word, p.id from (${places(w)}) at
      join people p on p.workspace_id = ${w} and p.id = at.person_id
      cross join lateral unnest(string_to_array(p.match_key, ' ')) as word where length(word) > 1),
    crowds as materialized (select place, word from words group by place, word having count(*) between 2 and ${CROWD})
    select distinct x.id as one_id, y.id as other_id from crowds c
    join words x on x.place = c.place and x.word = c.word
    join words y on y.place = c.place and y.word = c.word and y.id > x.id`;
}

const organisationsOf = (w: string) => sql`select o.match_key as place, a.person_id from affiliations a
  join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id where a.workspace_id = ${w} and o.match_key <> ''`;
const domainsOf = (w: string) => sql`select split_part(e.match_email, '@', 2) as place, e.person_id from person_emails e
  where e.workspace_id = ${w} and split_part(e.match_email, '@', 2) <> all(${ANYBODYS_DOMAINS}::text[])`;

const WAYS: Way[] = [
  sameIn('person_emails', 'match_email', SHARED_BY),
  sameIn('person_phones', 'e164', SHARED_BY),
  sameIn('person_links', 'match_url', SHARED_BY),
  sameName,
  nearAt(organisationsOf),
  nearAt(domainsOf),
];
