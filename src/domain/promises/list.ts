import { type RawBuilder, sql } from 'kysely';
import type { PromiseView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, quotesOf } from '../statement.ts';

/** At most this many: open ones are few, and of the kept ones the newest are enough. */
const MOST = 500;

/** Promises of ours, theirs or both; open ones by day, those without a day last; kept ones newest first. */
export async function listPromises(
  scope: Scope,
  { whose, kept }: { whose: 'ours' | 'theirs' | 'all'; kept: boolean },
): Promise<PromiseView[]> {
  const side = whose === 'all' ? sql`` : whose === 'ours' ? sql`and p.by_member_id is not null` : sql`and p.by_person_id is not null`;
  const order = kept ? sql`p.kept_at desc, p.id desc` : sql`p.due_on, p.id`;
  const found = await documentOf<PromiseView[]>(
    scope.db,
    sql`select coalesce(json_agg(${promiseJson(scope)} order by ${order}), '[]')
      from (select p.* from promises p where p.workspace_id = ${scope.workspaceId} and p.kept_at is ${kept ? sql`not null` : sql`null`} ${side}
        and ${evident(scope, 'promise', 'p')} order by ${order} limit ${MOST}) p ${promiseParties}`,
  );
  return found ?? [];
}

/** @throws Refusal `missing.promise`. */
export async function viewPromise(scope: Scope, id: string): Promise<PromiseView> {
  const view = await documentOf<PromiseView>(
    scope.db,
    sql`select ${promiseJson(scope)} from promises p ${promiseParties}
      where p.workspace_id = ${scope.workspaceId} and p.id = ${id} and ${evident(scope, 'promise', 'p')}`,
  );
  if (!view) throw new Refusal('missing.promise', 'That promise is not here any more.');
  return view;
}

/** A `PromiseView` from the aliases p, bm, bp, tm and tp of `promiseParties`. */
export function promiseJson(scope: Scope): RawBuilder<unknown> {
  const me = scope.member.id;
  return sql`json_build_object('id', p.id, 'what', p.what, 'dueOn', p.due_on, 'keptAt', p.kept_at, 'createdAt', p.created_at,
    'by', case when bm.id is null then json_build_object('kind', 'person', 'id', bp.id, 'name', bp.name, 'isYou', false)
      else json_build_object('kind', 'member', 'id', bm.id, 'name', bm.name, 'isYou', bm.id = ${me}::uuid) end,
    'to', case when tm.id is not null then json_build_object('kind', 'member', 'id', tm.id, 'name', tm.name, 'isYou', tm.id = ${me}::uuid)
      when tp.id is not null then json_build_object('kind', 'person', 'id', tp.id, 'name', tp.name, 'isYou', false) end,
    'quotes', ${quotesOf(scope, 'promise', 'p')})`;
}

export const promiseParties = sql`
  left join members bm on bm.workspace_id = p.workspace_id and bm.id = p.by_member_id
  left join people bp on bp.workspace_id = p.workspace_id and bp.id = p.by_person_id
  left join members tm on tm.workspace_id = p.workspace_id and tm.id = p.to_member_id
  left join people tp on tp.workspace_id = p.workspace_id and tp.id = p.to_person_id`;
