import { type RawBuilder, sql } from 'kysely';
import type { DealPage } from '#model/deal.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';
import { tasksOf } from '../tasks/view.ts';

/** Those who decide first, then who came first. */
const PART_ORDER = sql`array_position(array['decides', 'can-say-no', 'advises', 'affected'], y.part)`;

/** The fields of a `DealRow` of the row d, as arguments of json_build_object. */
function dealFields(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const named = (from: string, column: string) =>
    sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(from)} n where n.workspace_id = ${w} and n.id = d.${sql.ref(column)})`;
  return sql`'id', d.id, 'title', d.title, 'stage', ${named('stages', 'stage_id')},
    'pipeline', (select json_build_object('id', l.id, 'name', l.name) from stages s join pipelines l on l.workspace_id = s.workspace_id and l.id = s.pipeline_id
      where s.workspace_id = ${w} and s.id = d.stage_id),
    'organisation', ${named('organisations', 'organisation_id')}, 'owner', ${named('members', 'owner_id')},
    'amount', d.amount::text, 'currency', d.currency, 'closeOn', d.close_on, 'nextStep', d.next_step, 'movedAt', d.moved_at, 'wonAt', d.won_at, 'lostAt', d.lost_at`;
}

const peopleIn = (scope: Scope) => sql`deal_people y join people p on p.workspace_id = y.workspace_id and p.id = y.person_id
  where y.workspace_id = ${scope.workspaceId} and y.deal_id = d.id and ${known(scope, 'p')}`;
const heroOf = (scope: Scope) =>
  sql`(select f.quote from findings f where f.workspace_id = ${scope.workspaceId} and f.id = p.hero_finding_id)`;

/** A `DealRow` of the row d. */
export function dealRowJson(scope: Scope): RawBuilder<unknown> {
  return sql`json_build_object(${dealFields(scope)},
    'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'part', p.part) order by p.n), '[]') from (
      select p.id, p.name, y.part, row_number() over (order by ${PART_ORDER}, y.created_at, y.id) as n from ${peopleIn(scope)} order by n limit 3) p),
    'quote', (select ${heroOf(scope)} from ${peopleIn(scope)} order by ${PART_ORDER}, y.created_at, y.id limit 1))`;
}

/** @throws Refusal `missing.deal`. */
export async function openDeal(scope: Scope, id: string): Promise<DealPage> {
  const page = await documentOf<DealPage>(
    scope.db,
    sql`select json_build_object(${dealFields(scope)}, 'about', d.about, 'endedWhy', d.ended_why, 'createdAt', d.created_at,
        'quote', (select ${heroOf(scope)} from ${peopleIn(scope)} order by ${PART_ORDER}, y.created_at, y.id limit 1),
        'people', (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'part', y.part, 'roleTitle', p.role_title, 'quote', ${heroOf(scope)},
          'lastContactAt', nullif(p.last_contact_at, '1970-01-01T00:00:00Z')) order by ${PART_ORDER}, y.created_at, y.id), '[]') from ${peopleIn(scope)}),
        'tasks', ${tasksOf(scope, 'deal_id', sql`d.id`)})
      from deals d where d.workspace_id = ${scope.workspaceId} and d.id = ${id} and d.removed_at is null`,
    'deals.open',
  );
  if (!page) throw missingDeal();
  return page;
}

export function missingDeal(): Refusal {
  return new Refusal('missing.deal', 'That deal is not here any more.');
}
