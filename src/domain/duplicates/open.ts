import { type RawBuilder, sql } from 'kysely';
import { judge, wordOf } from '#model/duplicate.ts';
import { type DuplicatePage, type MergeSide, rowsFor, staysOf } from '#model/merge.ts';
import { Refusal } from '#model/refusal.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, quote, readable } from '../statement.ts';
import { betweenOf, comparedOf, type Pair } from './compared.ts';

interface Found {
  sides: MergeSide[];
  saidTwoAt: string | null;
  laterAt: string | null;
}

/** Two records side by side, with why they may be one: the one that would stay stands first. @throws Refusal `missing.person`. */
export async function openPair(scope: Scope, { oneId, otherId }: Pair): Promise<DuplicatePage> {
  const w = scope.workspaceId;
  const found = await documentOf<Found>(
    scope.db,
    sql`select json_build_object('sides', (select coalesce(json_agg(${sideJson(scope)} order by p.id), '[]') from people p
        where p.workspace_id = ${w} and p.id in (${oneId}, ${otherId}) and ${known(scope, 'p')}), 'saidTwoAt', d.two_at, 'laterAt', d.later_at)
      from (select 1) one left join duplicate_pairs d on d.workspace_id = ${w}
        and d.one_id = least(${oneId}::uuid, ${otherId}::uuid) and d.other_id = greatest(${oneId}::uuid, ${otherId}::uuid)`,
  );
  const [first, second] = found?.sides ?? [];
  if (!found || !first || !second) throw new Refusal('missing.person', 'One of them is not here any more.');
  const [one, other] = staysOf(first, second) === 'one' ? [first, second] : [second, first];
  const people = await comparedOf(scope, [oneId, otherId]);
  const [between] = await betweenOf(scope, [{ oneId: one.id, otherId: other.id }]);
  const [mine, theirs] = [people.get(one.id), people.get(other.id)];
  if (!mine || !theirs || !between) throw new Refusal('missing.person', 'One of them is not here any more.');
  const { score, why, against } = judge(mine, theirs, between);
  const { saidTwoAt, laterAt } = found;
  return { one, other, word: wordOf(score), why, against, rows: rowsFor(one, other), saidTwoAt, laterAt };
}

function sideJson(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const texts = (
    text: string,
    table: string,
    order: string,
    more = '',
  ) => sql`(select coalesce(json_agg(${sql.raw(text)} order by ${sql.raw(order)}), '[]')
    from ${sql.raw(table)} x where x.workspace_id = ${w} and x.person_id = p.id ${sql.raw(more)})`;
  const day =
    "case when x.year is null then '' else x.year::text || '-' end || lpad(x.month::text, 2, '0') || '-' || lpad(x.day::text, 2, '0')";
  const address =
    "concat_ws(', ', nullif(x.street, ''), nullif(concat_ws(' ', nullif(x.postcode, ''), nullif(x.place, '')), ''), nullif(x.region, ''), nullif(x.country, ''))";
  return sql`json_build_object('id', p.id, 'name', p.name, 'since', p.created_at, 'isPrivate', p.private_to is not null,
    'from', (select json_build_object('source', x.source, 'at', x.created_at) from external_ids x
      where x.workspace_id = ${w} and x.person_id = p.id order by x.created_at desc, x.id desc limit 1),
    'signsSo', exists (select from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id and c.kind = 'email'
      where s.workspace_id = ${w} and s.person_id = p.id and s.turns > 0 and lower(s.name) = lower(p.name) and ${readable(scope, 'c')}),
    'nickname', p.nickname, 'roleTitle', p.role_title, 'pronouns', coalesce(p.pronouns, ''), 'livesIn', p.lives_in,
    'owner', coalesce((select m.name from members m where m.workspace_id = ${w} and m.id = p.owner_id), ''),
    'closeness', coalesce(p.closeness::text, ''), 'prefers', coalesce(p.prefers, ''), 'photo', coalesce(p.photo_id::text, ''), 'kinds', p.kinds,
    'doNotContact', case when p.do_not_contact_at is not null then json_build_object('at', p.do_not_contact_at, 'why', p.do_not_contact_why) end,
    'emails', ${texts('x.email', 'person_emails', 'x.place, x.created_at, x.email')}, 'phones', ${texts('x.phone', 'person_phones', 'x.place, x.created_at, x.id')},
    'links', ${texts('x.url', 'person_links', 'x.created_at, x.id')}, 'addresses', ${texts(address, 'person_addresses', 'x.created_at, x.id')},
    'birthdays', ${texts(day, 'person_dates', 'x.created_at, x.id', "and x.kind = 'birthday'")},
    'dates', ${texts(`concat_ws(' ', nullif(x.label, ''), ${day})`, 'person_dates', 'x.month, x.day, x.id', "and x.kind <> 'birthday'")},
    'organisations', (select coalesce(json_agg(o.name order by a.created_at desc, a.id desc), '[]') from affiliations a
      join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id where a.workspace_id = ${w} and a.person_id = p.id),
    'tags', (select coalesce(json_agg(t.name order by lower(t.name)), '[]') from taggings x join tags t on t.workspace_id = x.workspace_id and t.id = x.tag_id
      where x.workspace_id = ${w} and x.person_id = p.id),
    'custom', ${customJson(scope)}, 'together', ${togetherJson(scope)}, 'quote', ${quoteJson(scope)})`;
}

function customJson(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', f.id, 'label', f.label,
      'value', coalesce(x.text_value, x.number_value::text, x.date_value::text, (select q.name from people q
        where q.workspace_id = x.workspace_id and q.id = x.person_value and ${known(scope, 'q')}), '')) order by f.place, f.id), '[]')
    from custom_values x join custom_fields f on f.workspace_id = x.workspace_id and f.id = x.field_id and f.removed_at is null
    where x.workspace_id = ${scope.workspaceId} and x.person_id = p.id)`;
}

/** How much there is to each, as far as this member may read it. */
function togetherJson(scope: Scope): RawBuilder<unknown> {
  const w = scope.workspaceId;
  const count = (of: RawBuilder<unknown>) => sql`(select count(*)::int from ${of})`;
  const evidence = (about: 'need' | 'trait' | 'belief', table: string) =>
    count(sql`${sql.raw(table)} x where x.workspace_id = ${w} and x.person_id = p.id and ${evident(scope, about, 'x')}`);
  const notes = (whose: RawBuilder<unknown>) =>
    count(sql`(select distinct l.note_id from note_links l join notes n on n.workspace_id = l.workspace_id and n.id = l.note_id and n.removed_at is null
      where l.workspace_id = ${w} and l.person_id = p.id and ${whose}) x`);
  return sql`json_build_object(
    'conversations', ${count(sql`conversations c where c.workspace_id = ${w} and ${readable(scope, 'c')} and c.id in (select s.conversation_id
      from speakers s where s.workspace_id = ${w} and s.person_id = p.id)`)},
    'notes', ${notes(sql`n.private_to is null`)}, 'privateNotes', ${notes(sql`n.private_to = ${scope.member.id}::uuid`)},
    'promises', ${count(sql`promises x where x.workspace_id = ${w} and (x.by_person_id = p.id or x.to_person_id = p.id) and ${evident(scope, 'promise', 'x')}`)},
    'matters', ${evidence('need', 'needs')} + ${evidence('trait', 'traits')} + ${evidence('belief', 'beliefs')},
    'deals', ${count(sql`deal_people x join deals d on d.workspace_id = x.workspace_id and d.id = x.deal_id and d.removed_at is null
      where x.workspace_id = ${w} and x.person_id = p.id`)},
    'tasks', ${count(sql`tasks x where x.workspace_id = ${w} and x.person_id = p.id and x.removed_at is null`)},
    'files', ${count(sql`attachments x where x.workspace_id = ${w} and x.person_id = p.id and x.removed_at is null
      and (x.private_to is null or x.private_to = ${scope.member.id}::uuid)`)})`;
}

/** Something they said, so that one is sure: what weighs most with them, else the newest of what is short enough to be read here. */
function quoteJson(scope: Scope): RawBuilder<unknown> {
  return sql`(select ${quote()} from speakers s
    join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id and ${readable(scope, 'c')}
    join turns t on t.workspace_id = s.workspace_id and t.conversation_id = s.conversation_id and t.speaker_id = s.id
    left join findings f on f.workspace_id = t.workspace_id and f.turn_id = t.id and f.speaker_id = s.id and f.confirmed_at is not null
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    where s.workspace_id = ${scope.workspaceId} and s.person_id = p.id and (f.id is not null or length(t.text) between 12 and 280)
    order by (f.id is not null and f.id = p.hero_finding_id) desc, f.id is not null desc, c.happened_at desc, t.i limit 1)`;
}
