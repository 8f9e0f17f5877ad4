import { sql } from 'kysely';
import { later } from '#db/later.ts';
import { understandLater } from '../conversations/receive.ts';
import { type Change, type ChangingPlace, type Place, type Scope, wholly } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { heldClaims } from './held.ts';

/** Whoever writes down one claim writes down the next. */
const QUIET_MS = 10_000;
const BACK_MS = 90 * 86_400_000;
const PAGE = 200;
const MOST = 2000;
/** After whatever was just brought in. */
const NOT_URGENT = 10;

/** Do something that may change what is held against; when it did, what was already said is looked at again. */
export function changingClaims<T>(scope: Scope, work: (change: Change) => Promise<T>): Promise<T> {
  return wholly(scope, async (change) => {
    const before = await heldClaims(change);
    const done = await work(change);
    if (JSON.stringify(await heldClaims(change)) !== JSON.stringify(before)) await lookAgainLater(change);
    return done;
  });
}

/** Once, when nothing was changed for ten seconds. */
export async function lookAgainLater(change: ChangingPlace): Promise<void> {
  const runAt = new Date(Date.parse(change.now) + QUIET_MS).toISOString();
  await later(change.db, 'look-again', { workspaceId: change.workspaceId }, { key: `look-again:${change.workspaceId}`, runAt });
}

/**
 * Have the conversations of the last 90 days understood again, the newest first, at most 2,000 of them: a new claim finds what was said against
 * it before. What people decided stays; one that waits to be understood anyway will be, with the claims of then.
 */
export async function lookAgain(place: Place): Promise<void> {
  const since = new Date(Date.parse(place.now) - BACK_MS).toISOString();
  let last: Seen | undefined;
  for (let done = 0; done < MOST; done += PAGE) {
    const page = await wholly(place, (change) => enqueue(change, since, last));
    if (page.length < PAGE) return;
    last = page.at(-1);
  }
}

interface Seen {
  id: string;
  happenedAt: string;
}

async function enqueue(change: ChangingPlace, since: string, last: Seen | undefined): Promise<Seen[]> {
  const page = await rowsOf(
    change.db,
    sql<Seen>`select id, happened_at from conversations
      where workspace_id = ${change.workspaceId} and happened_at > ${since}::timestamptz and removed_at is null and understood_at is not null
        and (source <> 'by-hand' or file_id is not null)
        and (${last === undefined} or (happened_at, id) < (${last?.happenedAt ?? null}::timestamptz, ${last?.id ?? null}::uuid))
      order by happened_at desc, id desc limit ${PAGE}`,
  );
  for (const { id } of page) await understandLater(change, id, NOT_URGENT);
  return page;
}
