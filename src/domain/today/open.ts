import { type RawBuilder, sql } from 'kysely';
import type { TodayPage } from '#model/pages.ts';
import { isUnknown } from '../conversations/already.ts';
import { peopleInAll } from '../people/count.ts';
import { organisationOf } from '../people/list.ts';
import { promiseJson, promiseParties } from '../promises/list.ts';
import type { Scope } from '../scope.ts';
import { dayOf, documentOf, evident, quote, readable } from '../statement.ts';
import { tasksDue } from '../tasks/due.ts';

const PEOPLE = 30;
const FRESH = 12;
const PROMISES = 30;
/** Conversations are fresh, and promises near, within so many days. */
const DAYS = 7;

/** Who and what waits for this member today, in one statement. */
export async function openToday(scope: Scope): Promise<TodayPage> {
  const page = await documentOf<TodayPage>(
    scope.db,
    sql`select json_build_object('people', ${waiting(scope)},
      'unknownSpeakers', (select count(distinct s.alias)::int from speakers s
        join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
        where s.workspace_id = ${scope.workspaceId} and ${isUnknown('s')} and ${readable(scope, 'c')}),
      'fresh', ${fresh(scope)}, 'promises', ${near(scope)}, 'tasks', ${tasksDue(scope)},
      'peopleInAll', ${peopleInAll(scope)})`,
    'today.open',
  );
  if (!page) throw new Error('a statement without a table always has a row');
  return page;
}

/**
 * Those whose words wait, with the weightiest of them: a feeling or the deepest need first, then what hurts or misleads, then how sure it is.
 * Who is not named yet stands here too, without an id.
 */
function waiting(scope: Scope): RawBuilder<unknown> {
  const weight = sql`case when f.kind = 'feeling' then 4 when f.kind = 'need' then coalesce((f.fields->>'depth')::int, 0) + 0.5
    when f.kind in ('belief.false', 'objection') then 2 when f.kind in ('request', 'commitment') then 1.5 else 1 end`;
  // Quotes are written for those who are shown alone: of thousands that wait, thirty.
  return sql`(select coalesce(json_agg(json_build_object('id', x.person_id, 'name', coalesce(p.name, x.name), 'roleTitle', coalesce(p.role_title, ''),
      'organisation', ${organisationOf(scope, 'p')}->>'name', 'waiting', x.waiting, 'kind', f.kind, 'quote', ${quote()})
      order by x.weight desc, x.at desc, x.who), '[]')
    from (select * from (
      select coalesce(s.person_id::text, s.alias) as who, s.person_id, s.name, f.id, ${weight} as weight, c.happened_at as at,
        count(*) over (partition by coalesce(s.person_id::text, s.alias))::int as waiting,
        row_number() over (partition by coalesce(s.person_id::text, s.alias) order by ${weight} desc, f.p desc, c.happened_at desc, f.id) as place
      from conversations c
      join findings f on f.workspace_id = c.workspace_id and f.conversation_id = c.id and f.confirmed_at is null and f.rejected_at is null
      join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id and s.side <> 'us'
      where c.workspace_id = ${scope.workspaceId} and c.open_findings > 0 and ${readable(scope, 'c')}) w
      where w.place = 1 order by w.weight desc, w.at desc, w.who limit ${PEOPLE}) x
    join findings f on f.workspace_id = ${scope.workspaceId} and f.id = x.id
    join turns t on t.workspace_id = ${scope.workspaceId} and t.id = f.turn_id
    join conversations c on c.workspace_id = ${scope.workspaceId} and c.id = f.conversation_id
    left join members m on false
    left join people p on p.workspace_id = ${scope.workspaceId} and p.id = x.person_id)`;
}

function daysFrom(scope: Scope, days: number): string {
  return new Date(Date.parse(scope.now) + days * 86_400_000).toISOString();
}

/** What came in lately and still has something to look at, or is being understood. */
function fresh(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'happenedAt', c.happened_at,
      'durationMs', c.duration_ms, 'openFindings', c.open_findings, 'understoodAt', c.understood_at) order by c.happened_at desc, c.id desc), '[]')
    from (select * from conversations c where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')}
      and (c.open_findings > 0 or c.understood_at is null) and c.created_at >= ${daysFrom(scope, -DAYS)}::timestamptz
      order by c.happened_at desc, c.id desc limit ${FRESH}) c)`;
}

/** Open promises of ours and theirs that are late or due within a week. */
function near(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${promiseJson(scope)} order by p.due_on, p.id), '[]')
    from (select x.* from promises x where x.workspace_id = ${scope.workspaceId} and x.kept_at is null
      and x.due_on <= ${dayOf(scope, scope.now)} + ${DAYS}::int and ${evident(scope, 'promise', 'x')}
      order by x.due_on, x.id limit ${PROMISES}) p ${promiseParties})`;
}
