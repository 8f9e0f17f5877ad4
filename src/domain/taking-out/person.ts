import { sql } from 'kysely';
import type { ImportedPerson } from '#model/import.ts';
import type { PersonPage } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { vCardOf } from '#model/vcard.ts';
import { remember } from '../audit.ts';
import { openPerson } from '../people/open.ts';
import type { Scope } from '../scope.ts';
import { documentOf, firstOf, readable } from '../statement.ts';
import { recordsOf } from './records.ts';

/** Everything that is kept about one person, for that person: what members keep for themselves is counted, and not told. */
export interface AboutPerson extends PersonPage {
  workspace: { name: string; locale: string };
  tags: string[];
  fields: { label: string; value: string }[];
  talks: { id: string; title: string; happenedAt: string; said: { text: string; at: string | null }[] }[];
  notes: { kind: string; title: string; body: string; happenedAt: string; by: string | null }[];
  tasks: { what: string; dueOn: string | null; doneAt: string | null }[];
  deals: { title: string; stage: string; part: string | null }[];
  files: { name: string; size: number }[];
  sources: { source: string; object: string; id: string }[];
  hidden: { notes: number; talks: number; files: number };
}

/** @throws Refusal `missing.person`. */
export async function aboutPerson(scope: Scope, id: string): Promise<AboutPerson> {
  const page = await openPerson(scope, id);
  const w = scope.workspaceId;
  const me = sql`${scope.member.id}::uuid`;
  const mine = (table: string) => sql`(${sql.raw(table)}.private_to is null or ${sql.raw(table)}.private_to = ${me})`;
  const rest = await documentOf<Omit<AboutPerson, keyof PersonPage>>(
    scope.db,
    sql`select json_build_object(
      'workspace', (select json_build_object('name', x.name, 'locale', x.locale) from workspaces x where x.workspace_id = ${w} and x.id = ${w}),
      'tags', (select coalesce(json_agg(t.name order by lower(t.name)), '[]') from taggings g join tags t on t.workspace_id = g.workspace_id and t.id = g.tag_id
        where g.workspace_id = ${w} and g.person_id = p.id),
      'fields', (select coalesce(json_agg(json_build_object('label', f.label, 'value', coalesce(v.text_value, v.number_value::text, v.date_value::text, q.name)) order by f.place, f.id), '[]')
        from custom_values v join custom_fields f on f.workspace_id = v.workspace_id and f.id = v.field_id
        left join people q on q.workspace_id = v.workspace_id and q.id = v.person_value where v.workspace_id = ${w} and v.person_id = p.id),
      'talks', (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'happenedAt', c.happened_at, 'said',
          (select coalesce(json_agg(json_build_object('text', t.text, 'at', t.at) order by t.i), '[]') from turns t join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
            where t.workspace_id = ${w} and t.conversation_id = c.id and s.person_id = p.id)) order by c.happened_at, c.id), '[]')
        from conversations c where c.workspace_id = ${w} and ${readable(scope, 'c')}
          and c.id in (select s.conversation_id from speakers s where s.workspace_id = ${w} and s.person_id = p.id)),
      'notes', (select coalesce(json_agg(json_build_object('kind', n.kind, 'title', n.title, 'body', n.body, 'happenedAt', n.happened_at, 'by', m.name) order by n.happened_at, n.id), '[]')
        from notes n left join members m on m.workspace_id = n.workspace_id and m.id = n.created_by where n.workspace_id = ${w} and n.removed_at is null and ${mine('n')}
          and n.id in (select l.note_id from note_links l where l.workspace_id = ${w} and l.person_id = p.id)),
      'tasks', (select coalesce(json_agg(json_build_object('what', t.what, 'dueOn', t.due_on, 'doneAt', t.done_at) order by t.created_at, t.id), '[]')
        from tasks t where t.workspace_id = ${w} and t.person_id = p.id and t.removed_at is null),
      'deals', (select coalesce(json_agg(json_build_object('title', d.title, 'stage', s.name, 'part', y.part) order by d.created_at, d.id), '[]')
        from deal_people y join deals d on d.workspace_id = y.workspace_id and d.id = y.deal_id and d.removed_at is null
        join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id where y.workspace_id = ${w} and y.person_id = p.id),
      'files', (select coalesce(json_agg(json_build_object('name', a.name, 'size', a.size) order by a.created_at, a.id), '[]')
        from attachments a where a.workspace_id = ${w} and a.person_id = p.id and a.removed_at is null and ${mine('a')}),
      'sources', (select coalesce(json_agg(json_build_object('source', e.source, 'object', e.object, 'id', e.external_id) order by e.source, e.object, e.external_id), '[]')
        from external_ids e where e.workspace_id = ${w} and e.person_id = p.id),
      'hidden', json_build_object(
        'notes', (select count(*)::int from notes n where n.workspace_id = ${w} and n.removed_at is null and not ${mine('n')}
          and n.id in (select l.note_id from note_links l where l.workspace_id = ${w} and l.person_id = p.id)),
        'talks', (select count(*)::int from conversations c where c.workspace_id = ${w} and c.removed_at is null and not ${readable(scope, 'c')}
          and c.id in (select s.conversation_id from speakers s where s.workspace_id = ${w} and s.person_id = p.id)),
        'files', (select count(*)::int from attachments a where a.workspace_id = ${w} and a.person_id = p.id and a.removed_at is null and not ${mine('a')})))
      from people p where p.workspace_id = ${w} and p.id = ${page.id}`,
  );
  if (!rest) throw new Refusal('missing.person', 'That person is not here any more.');
  await remember(scope, { action: 'person.taken-out', about: 'person', id: page.id });
  return { ...page, ...rest };
}

/** Their card for an address book. @throws Refusal `missing.person`. */
export async function cardOfPerson(scope: Scope, id: string): Promise<{ name: string; text: string }> {
  const row = await firstOf(
    scope.db,
    sql<{ record: ImportedPerson }>`select record from (${recordsOf(scope, 'person', sql`and x.id = ${id}`)}) x`,
  );
  if (!row) throw new Refusal('missing.person', 'That person is not here any more.');
  await remember(scope, { action: 'person.taken-out', about: 'person', id });
  return { name: row.record.name, text: vCardOf(row.record, id) };
}
