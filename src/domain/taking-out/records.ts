import { type RawBuilder, sql } from 'kysely';
import type { ImportObject } from '#model/import.ts';
import type { Scope } from '../scope.ts';
import { known } from '../statement.ts';

/**
 * Records in the shape of model/import.ts, so that another Heed takes them in as they are: `row.record` is an ImportedRecord, its `externalId` our id, by which the
 * files name each other; `only` is a condition on the row x. Only what this member may read.
 */
export function recordsOf(
  scope: Scope,
  object: ImportObject,
  only: RawBuilder<unknown> = sql``,
): RawBuilder<{ record: Record<string, unknown> }> {
  return RECORDS[object](scope, only);
}

const list = (from: RawBuilder<unknown>, item: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(${item} order by ${order}), '[]') from ${from})`;

/** What every record has; `column` names it in tags and custom values. */
function recorded(scope: Scope, externalObject: ImportObject, column: string): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const own = sql.ref(column);
  const tagged = externalObject === 'person' || externalObject === 'organisation' || externalObject === 'deal';
  return sql`'object', ${externalObject}::text, 'externalObject', ${externalObject}::text, 'externalId', x.id, 'createdAt', x.created_at,
    'owner', ${tagged || externalObject === 'task' ? sql`coalesce((select m.email from members m where m.workspace_id = ${w} and m.id = x.owner_id), '')` : sql`''`},
    'tags', ${tagged ? list(sql`taggings g join tags t on t.workspace_id = g.workspace_id and t.id = g.tag_id where g.workspace_id = ${w} and g.${own} = x.id`, sql`t.name`, sql`lower(t.name)`) : sql`'[]'::json`},
    'custom', ${
      tagged
        ? list(
            sql`custom_values v join custom_fields f on f.workspace_id = v.workspace_id and f.id = v.field_id and f.removed_at is null
      left join people q on q.workspace_id = v.workspace_id and q.id = v.person_value where v.workspace_id = ${w} and v.${own} = x.id and (q.id is null or ${known(scope, 'q')})`,
            sql`json_build_object('label', f.label, 'value', coalesce(v.text_value, v.number_value::text, v.date_value::text, q.name))`,
            sql`f.place, f.id`,
          )
        : sql`'[]'::json`
    }`;
}

const ref = (name: RawBuilder<unknown>, id: RawBuilder<unknown>) => sql`json_build_object('externalId', ${id}, 'name', ${name})`;

const RECORDS: Record<ImportObject, (scope: Scope, only: RawBuilder<unknown>) => RawBuilder<{ record: Record<string, unknown> }>> = {
  organisation: (scope) => sql`select json_build_object(${recorded(scope, 'organisation', 'organisation_id')}, 'name', x.name,
      'domains', ${list(sql`organisation_domains d where d.workspace_id = x.workspace_id and d.organisation_id = x.id`, sql`d.domain`, sql`d.domain`)},
      'website', x.website, 'phone', x.phone, 'place', x.place, 'country', x.country, 'industry', x.industry, 'about', x.about,
      'parent', (select ${ref(sql`o.name`, sql`o.id`)} from organisations o where o.workspace_id = x.workspace_id and o.id = x.parent_id)) as record
    from organisations x where x.workspace_id = ${scope.workspaceId} order by x.id`,
  person: (scope, only) => {
    const of = (table: string) => sql`${sql.table(table)} y where y.workspace_id = x.workspace_id and y.person_id = x.id`;
    return sql`select json_build_object(${recorded(scope, 'person', 'person_id')}, 'name', x.name, 'givenName', x.given_name, 'familyName', x.family_name,
      'nickname', x.nickname, 'pronouns', coalesce(x.pronouns, ''), 'roleTitle', x.role_title, 'livesIn', x.lives_in,
      'emails', ${list(of('person_emails'), sql`json_build_object('label', y.label, 'email', y.email)`, sql`y.place, y.id`)},
      'phones', ${list(of('person_phones'), sql`json_build_object('label', y.label, 'phone', y.phone)`, sql`y.place, y.id`)},
      'links', ${list(of('person_links'), sql`json_build_object('label', y.label, 'url', y.url)`, sql`y.id`)},
      'addresses', ${list(of('person_addresses'), sql`json_build_object('label', y.label, 'street', y.street, 'place', y.place, 'region', y.region, 'postcode', y.postcode, 'country', y.country)`, sql`y.id`)},
      'dates', ${list(of('person_dates'), sql`json_build_object('kind', y.kind, 'label', y.label, 'month', y.month, 'day', y.day, 'year', y.year)`, sql`y.month, y.day, y.id`)},
      'organisations', ${list(
        sql`affiliations y join organisations o on o.workspace_id = y.workspace_id and o.id = y.organisation_id where y.workspace_id = x.workspace_id and y.person_id = x.id`,
        sql`json_build_object('externalId', o.id, 'name', o.name, 'roleTitle', y.role_title)`,
        sql`y.until_on desc nulls first, y.created_at desc, y.id`,
      )},
      'reportsTo', (select ${ref(sql`q.name`, sql`q.id`)} from ties y join people q on q.workspace_id = y.workspace_id and q.id = y.to_id
        where y.workspace_id = x.workspace_id and y.from_id = x.id and y.kind = 'reports-to' and ${known(scope, 'q')} order by y.created_at limit 1),
      'kinds', to_json(x.kinds), 'doNotContact', x.do_not_contact_at is not null, 'doNotContactWhy', x.do_not_contact_why, 'about', '', 'photo', null) as record
    from people x where x.workspace_id = ${scope.workspaceId} and ${known(scope, 'x')} ${only} order by x.id`;
  },
  deal: (
    scope,
  ) => sql`select json_build_object(${recorded(scope, 'deal', 'deal_id')}, 'title', x.title, 'pipeline', l.name, 'stage', s.name,
      'amount', x.amount::text, 'currency', x.currency, 'closeOn', x.close_on, 'ended', case when x.won_at is not null then 'won' when x.lost_at is not null then 'lost' end,
      'endedAt', coalesce(x.won_at, x.lost_at), 'endedWhy', x.ended_why, 'nextStep', x.next_step, 'about', x.about,
      'organisation', (select ${ref(sql`o.name`, sql`o.id`)} from organisations o where o.workspace_id = x.workspace_id and o.id = x.organisation_id),
      'people', ${list(
        sql`deal_people y join people q on q.workspace_id = y.workspace_id and q.id = y.person_id where y.workspace_id = x.workspace_id and y.deal_id = x.id and ${known(scope, 'q')}`,
        ref(sql`q.name`, sql`q.id`),
        sql`y.created_at, y.id`,
      )}) as record
    from deals x join stages s on s.workspace_id = x.workspace_id and s.id = x.stage_id
    join pipelines l on l.workspace_id = s.workspace_id and l.id = s.pipeline_id
    where x.workspace_id = ${scope.workspaceId} and x.removed_at is null order by x.id`,
  note: (scope) => {
    const about = (column: string, table: string, and: RawBuilder<unknown>) =>
      list(
        sql`note_links y join ${sql.table(table)} q on q.workspace_id = y.workspace_id and q.id = y.${sql.ref(column)} where y.workspace_id = x.workspace_id and y.note_id = x.id ${and}`,
        ref(table === 'deals' ? sql`q.title` : sql`q.name`, sql`q.id`),
        sql`q.id`,
      );
    return sql`select json_build_object(${recorded(scope, 'note', 'note_id')}, 'kind', x.kind, 'title', x.title, 'body', x.body, 'happenedAt', x.happened_at,
      'people', ${about('person_id', 'people', sql`and ${known(scope, 'q')}`)}, 'organisations', ${about('organisation_id', 'organisations', sql``)},
      'deals', ${about('deal_id', 'deals', sql``)}) as record
    from notes x where x.workspace_id = ${scope.workspaceId} and x.removed_at is null and (x.private_to is null or x.private_to = ${scope.member.id}::uuid) order by x.id`;
  },
  task: (scope) => {
    const one = (column: string, table: string, name: string, and: RawBuilder<unknown>) =>
      sql`(select coalesce(json_agg(${ref(sql`q.${sql.ref(name)}`, sql`q.id`)}), '[]') from ${sql.table(table)} q
        where q.workspace_id = x.workspace_id and q.id = x.${sql.ref(column)} ${and})`;
    return sql`select json_build_object(${recorded(scope, 'task', 'task_id')}, 'what', x.what, 'about', x.about, 'dueOn', x.due_on, 'doneAt', x.done_at,
      'people', ${one('person_id', 'people', 'name', sql`and ${known(scope, 'q')}`)}, 'organisations', ${one('organisation_id', 'organisations', 'name', sql``)},
      'deals', ${one('deal_id', 'deals', 'title', sql``)}) as record
    from tasks x where x.workspace_id = ${scope.workspaceId} and x.removed_at is null
      and (x.person_id is null or exists (select from people p where p.workspace_id = x.workspace_id and p.id = x.person_id and ${known(scope, 'p')})) order by x.id`;
  },
};
