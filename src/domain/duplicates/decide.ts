import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, known } from '../statement.ts';
import type { Pair } from './compared.ts';

/** They are two people: nobody is asked again, unless something new speaks for it. @throws Refusal `missing.person`. */
export async function decideTwo(scope: Scope, pair: Pair): Promise<void> {
  const by = { two_at: sql`${scope.now}::timestamptz`, two_by: sql`${scope.member.id}::uuid` };
  await decide(scope, pair, { action: 'duplicate.two', set: { ...by, later_at: sql`null`, later_by: sql`null` } });
}

/** Not now: the pair waits with the others that were put off. @throws Refusal `missing.person`. */
export async function decideLater(scope: Scope, pair: Pair): Promise<void> {
  const by = { later_at: sql`${scope.now}::timestamptz`, later_by: sql`${scope.member.id}::uuid` };
  await decide(scope, pair, { action: 'duplicate.later', set: { ...by, two_at: sql`null`, two_by: sql`null` } });
}

/** What was decided is taken back: the pair waits again. @throws Refusal `missing.person`. */
export async function undecide(scope: Scope, pair: Pair): Promise<void> {
  const set = { two_at: sql`null`, two_by: sql`null`, later_at: sql`null`, later_by: sql`null` };
  await decide(scope, pair, { action: 'duplicate.undecided', set });
}

async function decide(
  scope: Scope,
  { oneId, otherId }: Pair,
  { action, set }: { action: string; set: Record<'two_at' | 'two_by' | 'later_at' | 'later_by', RawBuilder<unknown>> },
): Promise<void> {
  const [one = '', other = ''] = [oneId, otherId].sort();
  await wholly(scope, async (change) => {
    await refuseUnknown(change, one, other);
    // A pair that nobody found was chosen by a member, who says so of it as well.
    await sql`insert into duplicate_pairs as d (workspace_id, id, one_id, other_id, score, why, found_at, two_at, two_by, later_at, later_by)
      values (${change.workspaceId}, ${uuidv7()}, ${one}, ${other}, 0, '{"for": [], "against": []}', ${change.now},
        ${set.two_at}, ${set.two_by}, ${set.later_at}, ${set.later_by})
      on conflict (workspace_id, one_id, other_id) do update set two_at = excluded.two_at, two_by = excluded.two_by,
        later_at = excluded.later_at, later_by = excluded.later_by`.execute(change.db);
    await remember(change, { action, about: 'person', id: one, detail: { other } });
  });
}

async function refuseUnknown(change: Change, one: string, other: string): Promise<void> {
  const both = await firstOf(
    change.db,
    sql<{
      n: number;
    }>`select count(*)::int as n from people p where p.workspace_id = ${change.workspaceId} and p.id in (${one}, ${other}) and ${known(change, 'p')}`,
  );
  if (both?.n !== 2) throw new Refusal('missing.person', 'One of them is not here any more.');
}
