import { sql } from 'kysely';
import { readableFile } from '../attachments/beside.ts';
import { mayKnow } from '../tasks/view.ts';
import { memberName, ownColumn, place, placesOf, type Source } from './source.ts';

const EVERYBODYS: Source['of'] = ['person', 'organisation', 'deal'];

const files: Source = {
  part: 'files',
  of: EVERYBODYS,
  ...placesOf('file'),
  keys: (scope, subject) => sql`select ${place('file')} as o, a.created_at as at, a.id from attachments a
    where a.workspace_id = ${scope.workspaceId} and ${ownColumn(subject, 'a')} = ${subject.id} and not a.is_photo and ${readableFile(scope, 'a')}`,
  row: (scope) => sql`(select jsonb_build_object('name', a.name, 'type', a.type, 'size', a.size, 'isPrivate', a.private_to is not null,
      'isYours', a.created_by is not distinct from ${scope.member.id}::uuid, 'by', ${memberName(scope, 'a.created_by')})
    from attachments a where a.workspace_id = ${scope.workspaceId} and a.id = k.id)`,
};

// Of a deed only the day is known: noon there stands for it.
const deeds: Source = {
  part: 'work',
  of: ['person'],
  ...placesOf('deed'),
  keys: (scope, subject) => sql`select ${place('deed')} as o, (d.done_on + time '12:00') at time zone dw.zone as at, d.id from deeds d
    join workspaces dw on dw.workspace_id = d.workspace_id and dw.id = d.workspace_id
    where d.workspace_id = ${scope.workspaceId} and d.person_id = ${subject.id}`,
  row: (scope) => sql`(select jsonb_build_object('what', d.what, 'by', ${memberName(scope, 'd.created_by')})
    from deeds d where d.workspace_id = ${scope.workspaceId} and d.id = k.id)`,
};

const tasks: Source = {
  part: 'work',
  of: EVERYBODYS,
  ...placesOf('task-done'),
  keys: (scope, subject) => sql`select ${place('task-done')} as o, tk.done_at as at, tk.id from tasks tk
    where tk.workspace_id = ${scope.workspaceId} and ${ownColumn(subject, 'tk')} = ${subject.id} and tk.done_at is not null and ${mayKnow(scope, 'tk')}`,
  row: (scope) => sql`(select jsonb_build_object('what', tk.what, 'by', ${memberName(scope, 'tk.done_by')})
    from tasks tk where tk.workspace_id = ${scope.workspaceId} and tk.id = k.id)`,
};

const deals: Source = {
  part: 'work',
  of: EVERYBODYS,
  ...placesOf('deal-opened', 'deal-lost', 'deal-won'),
  keys: (scope, subject) => {
    const theirs = {
      person: sql`dl.id in (select dp.deal_id from deal_people dp where dp.workspace_id = ${scope.workspaceId} and dp.person_id = ${subject.id})`,
      organisation: sql`dl.organisation_id = ${subject.id}`,
      deal: sql`dl.id = ${subject.id}`,
    };
    return sql`select told.o, told.at, dl.id from deals dl
      cross join lateral (values (${place('deal-opened')}, dl.created_at), (${place('deal-won')}, dl.won_at), (${place('deal-lost')}, dl.lost_at)) as told(o, at)
      where dl.workspace_id = ${scope.workspaceId} and ${theirs[subject.about]} and dl.removed_at is null and told.at is not null`;
  },
  row: (
    scope,
  ) => sql`(select jsonb_build_object('what', dl.title, 'by', case when k.o = ${place('deal-opened')} then ${memberName(scope, 'dl.created_by')} end)
    from deals dl where dl.workspace_id = ${scope.workspaceId} and dl.id = k.id)`,
};

// How they came to stand here: by hand or by a conversation, or from where they were kept before.
const arrival: Source = {
  part: 'record',
  of: ['person'],
  ...placesOf('added', 'imported'),
  keys: (
    scope,
    subject,
  ) => sql`select case when exists (select from external_ids xi where xi.workspace_id = ap.workspace_id and xi.person_id = ap.id)
      then ${place('imported')} else ${place('added')} end as o, ap.created_at as at, ap.id
    from people ap where ap.workspace_id = ${scope.workspaceId} and ap.id = ${subject.id}`,
  row: (
    scope,
  ) => sql`(select jsonb_build_object('by', ${memberName(scope, 'ap.created_by')}, 'what', coalesce((select xi.source from external_ids xi
      where xi.workspace_id = ap.workspace_id and xi.person_id = ap.id order by xi.created_at, xi.id limit 1), ''))
    from people ap where ap.workspace_id = ${scope.workspaceId} and ap.id = k.id)`,
};

// The name of the record that went is not told: it may have been known to one member alone.
const merged: Source = {
  part: 'record',
  of: ['person'],
  ...placesOf('merged'),
  keys: (scope, subject) => sql`select ${place('merged')} as o, mg.merged_at as at, mg.id from merges mg
    where mg.workspace_id = ${scope.workspaceId} and mg.kept_id = ${subject.id} and mg.undone_at is null`,
  row: (scope) => sql`(select jsonb_build_object('what', '', 'by', ${memberName(scope, 'mg.merged_by')})
    from merges mg where mg.workspace_id = ${scope.workspaceId} and mg.id = k.id)`,
};

/** What was done and brought, and how the record came to be. */
export const fromWork: Source[] = [files, deeds, tasks, deals, arrival, merged];
