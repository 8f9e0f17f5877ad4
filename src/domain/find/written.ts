import { type RawBuilder, sql } from 'kysely';
import { needStands } from '../needs/of-person.ts';
import type { Scope } from '../scope.ts';
import { evident, known } from '../statement.ts';
import { holdsAll, LOOKED_AT, OF_A_KIND, type Sought } from './sought.ts';

const NONE = sql`'[]'::json`;

/** Promises by what was promised; the open ones first, by when they are due. */
export function promisesAbout(scope: Scope, sought: Sought): RawBuilder<unknown> {
  const held = holdsAll(sql`plain_name(y.what)`, sought);
  if (!held) return NONE;
  return sql`(select coalesce(json_agg(json_strip_nulls(json_build_object('kind', 'promise', 'id', x.id, 'title', x.what,
      'personId', coalesce(x.by_person_id, x.to_person_id), 'detail', coalesce((select p.name from people p
        where p.workspace_id = ${scope.workspaceId} and p.id = coalesce(x.by_person_id, x.to_person_id)), ''))) order by x.kept_at is not null, x.due_on, x.id), '[]')
    from (select * from (select * from promises y where y.workspace_id = ${scope.workspaceId} and ${held} limit ${LOOKED_AT}) y
      where ${evident(scope, 'promise', 'y')} order by y.kept_at is not null, y.due_on, y.id limit ${OF_A_KIND}) x)`;
}

/** Needs by our wording of them. */
export function needsAbout(scope: Scope, sought: Sought): RawBuilder<unknown> {
  const held = holdsAll(sql`plain_name(y.statement)`, sought);
  if (!held) return NONE;
  return sql`(select coalesce(json_agg(json_build_object('kind', 'need', 'id', x.id, 'title', x.statement, 'detail', p.name, 'personId', p.id)
      order by x.created_at desc, x.id), '[]')
    from (select * from (select * from needs y where y.workspace_id = ${scope.workspaceId} and ${held} limit ${LOOKED_AT}) y
      where ${needStands(scope, 'y')} order by y.created_at desc, y.id limit ${OF_A_KIND}) x
    join people p on p.workspace_id = x.workspace_id and p.id = x.person_id and ${known(scope, 'p')})`;
}

/** Deals by their title. */
export function dealsCalled(scope: Scope, sought: Sought): RawBuilder<unknown> {
  const held = holdsAll(sql`plain_name(y.title)`, sought);
  if (!held) return NONE;
  return sql`(select coalesce(json_agg(json_build_object('kind', 'deal', 'id', x.id, 'title', x.title,
      'detail', concat_ws(', ', (select o.name from organisations o where o.workspace_id = x.workspace_id and o.id = x.organisation_id),
        (select s.name from stages s where s.workspace_id = x.workspace_id and s.id = x.stage_id))) order by x.moved_at desc, x.id), '[]')
    from (select * from (select * from deals y where y.workspace_id = ${scope.workspaceId} and y.removed_at is null and ${held} limit ${LOOKED_AT}) y
      order by y.moved_at desc, y.id limit ${OF_A_KIND}) x)`;
}

/** Tasks by what is to be done; the open ones first. Those about somebody whom this member does not know of are not there. */
export function tasksAbout(scope: Scope, sought: Sought): RawBuilder<unknown> {
  const held = holdsAll(sql`plain_name(y.what)`, sought);
  if (!held) return NONE;
  return sql`(select coalesce(json_agg(json_strip_nulls(json_build_object('kind', 'task', 'id', x.id, 'title', x.what, 'personId', x.person_id,
      'detail', coalesce((select p.name from people p where p.workspace_id = x.workspace_id and p.id = x.person_id), '')))
      order by x.done_at is not null, x.due_on, x.id), '[]')
    from (select * from (select * from tasks y where y.workspace_id = ${scope.workspaceId} and y.removed_at is null and ${held} limit ${LOOKED_AT}) y
      where y.person_id is null or exists (select from people p where p.workspace_id = y.workspace_id and p.id = y.person_id and ${known(scope, 'p')})
      order by y.done_at is not null, y.due_on, y.id limit ${OF_A_KIND}) x)`;
}

/** Notes by their words: those this member may read, about somebody they know of. */
export function notesWith(scope: Scope, { query }: Sought): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_strip_nulls(json_build_object('kind', 'note', 'id', x.id, 'title', left(concat_ws(' ', nullif(x.title, ''), x.body), 20000),
      'personId', x.person_id, 'detail', coalesce(x.name, ''))) order by x.happened_at desc, x.id), '[]')
    from (select y.*, who.id as person_id, who.name from (select * from notes y where y.workspace_id = ${scope.workspaceId} and y.removed_at is null
        and (y.private_to is null or y.private_to = ${scope.member.id}::uuid) and y.words @@ to_tsquery('heed', ${query}) limit ${LOOKED_AT}) y
      left join lateral (select p.id, p.name, ${known(scope, 'p')} as mine from note_links l join people p on p.workspace_id = l.workspace_id and p.id = l.person_id
        where l.workspace_id = y.workspace_id and l.note_id = y.id order by l.mentioned, p.name limit 1) who on true
      where coalesce(who.mine, true) order by y.happened_at desc, y.id limit ${OF_A_KIND}) x)`;
}
