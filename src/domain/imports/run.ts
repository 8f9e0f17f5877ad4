import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { ImportObject } from '#model/import.ts';
import type { Marking, MarkKind } from '../erasures/marks.ts';
import type { ChangingPlace, Place } from '../scope.ts';
import { documentOf } from '../statement.ts';
import type { ImportRecord } from './find.ts';
import type { Inserts } from './insert.ts';
import { type OwnerCandidate, ownersOf } from './owners.ts';
import { newSeen, type Seen } from './seen.ts';

/** A field of the workspace's own. */
export interface Field {
  id: string;
  kind: string;
}

/** Things of the workspace that rows name: few, so all are kept at hand. Keys are in lower case. */
interface Words {
  tags: Map<string, string>;
  /** `person label` and so on → id. */
  fields: Map<string, Field>;
  pipelines: Map<string, string>;
  /** `pipeline-id name` → id. */
  stages: Map<string, string>;
  firstPipeline: string | null;
}

/** Everything that the decisions over one import have in common. */
export interface Run {
  workspaceId: string;
  importId: string;
  /** In whose name, and what they may know of. */
  member: { id: string };
  /** Nothing is written: ids are names for what would be made. */
  dry: boolean;
  /** Also tell field by field. */
  cells: boolean;
  /** The moment that everything made carries, so that a run which was broken off makes the same. */
  at: string;
  takesFile: boolean;
  filesWord: Set<string>;
  leftOut: Set<string>;
  owner(owner: string): string | null;
  memberName(id: string | null): string;
  /** Hash of somebody erased; null when nobody was. */
  mark: ((kind: MarkKind, value: string) => string) | null;
  id(): string;
  seen: Seen;
  words: Words;
  /** External objects that each source's records of a kind are called by: `source kind` → names. */
  objects: Map<string, Set<string>>;
  /** Tables that rows were written to. */
  touched: Set<string>;
}

/** A part of the rows, decided and written in one transaction. */
export interface Chunk {
  place: ChangingPlace;
  run: Run;
  inserts: Inserts;
  /** By table and id the columns that change. */
  updates: Map<string, Map<string, Record<string, unknown>>>;
  /** People who became known to the workspace. */
  people: number;
  /** Whose last contact has to be worked out anew. */
  met: Set<string>;
}

export function newChunk(place: ChangingPlace, run: Run): Chunk {
  return { place, run, inserts: new Map(), updates: new Map(), people: 0, met: new Set() };
}

/** A source calls records of this kind so: references to them are looked for under that name. */
export function nameObject(run: Run, object: ImportObject, source: string, externalObject: string): void {
  if (!externalObject) return;
  const key = `${source} ${object}`;
  const names = run.objects.get(key);
  if (names) names.add(externalObject);
  else run.objects.set(key, new Set([externalObject]));
}

interface AtHand {
  tags: { name: string; id: string }[];
  fields: { about: string; label: string; id: string; kind: string }[];
  pipelines: { name: string; id: string }[];
  stages: { pipeline: string; name: string; id: string }[];
  members: OwnerCandidate[];
  erased: boolean;
  objects: { source: string; kind: ImportObject; object: string }[];
}

export async function newRun(place: Place, record: ImportRecord, how: { dry: boolean; marking: Marking; cells?: boolean }): Promise<Run> {
  const hand = await documentOf<AtHand>(place.db, atHand(place, record.id));
  if (!hand) throw new Error('A statement without a row');
  const { options } = record;
  const names = new Map(hand.members.map(({ id, name }) => [id, name]));
  let made = 0;
  return {
    ...{ workspaceId: place.workspaceId, importId: record.id, member: { id: record.createdBy }, dry: how.dry, cells: how.cells ?? false },
    at: record.startedAt ?? place.now,
    takesFile: options.conflict === 'file',
    ...{ filesWord: new Set(options.filesWord), leftOut: new Set(options.leftOutRows) },
    owner: ownersOf(hand.members, options.owners ?? {}),
    memberName: (id) => (id ? (names.get(id) ?? '') : ''),
    mark: hand.erased ? (kind, value) => how.marking.mark(place.workspaceId, kind, value) : null,
    id: how.dry ? () => `new:${made++}` : uuidv7,
    seen: newSeen(how.dry),
    words: wordsOf(hand),
    objects: objectsOf(hand.objects),
    touched: new Set(),
  };
}

function wordsOf(hand: AtHand): Words {
  return {
    tags: new Map(hand.tags.map(({ name, id }) => [name.toLowerCase(), id])),
    fields: new Map(hand.fields.map(({ about, label, id, kind }) => [`${about} ${label.toLowerCase()}`, { id, kind }])),
    pipelines: new Map(hand.pipelines.map(({ name, id }) => [name.toLowerCase(), id])),
    stages: new Map(hand.stages.map(({ pipeline, name, id }) => [`${pipeline} ${name.toLowerCase()}`, id])),
    firstPipeline: hand.pipelines[0]?.id ?? null,
  };
}

function objectsOf(found: AtHand['objects']): Run['objects'] {
  const objects: Run['objects'] = new Map();
  for (const { source, kind, object } of found) {
    const key = `${source} ${kind}`;
    objects.set(key, (objects.get(key) ?? new Set()).add(object));
  }
  return objects;
}

function atHand({ workspaceId }: Place, importId: string) {
  return sql`select json_build_object(
    'tags', coalesce((select json_agg(json_build_object('id', id, 'name', name)) from tags where workspace_id = ${workspaceId}), '[]'),
    'fields', coalesce((select json_agg(json_build_object('id', id, 'about', about, 'label', label, 'kind', kind)) from custom_fields
      where workspace_id = ${workspaceId} and removed_at is null), '[]'),
    'pipelines', coalesce((select json_agg(json_build_object('id', id, 'name', name) order by place, id) from pipelines
      where workspace_id = ${workspaceId} and removed_at is null), '[]'),
    'stages', coalesce((select json_agg(json_build_object('id', id, 'pipeline', pipeline_id, 'name', name) order by place desc, id desc) from stages
      where workspace_id = ${workspaceId} and removed_at is null), '[]'),
    'members', coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'email', a.email)) from members m join accounts a on a.id = m.account_id
      where m.workspace_id = ${workspaceId} and m.left_at is null), '[]'),
    'erased', exists (select from erased_marks where workspace_id = ${workspaceId}),
    'objects', coalesce((select json_agg(x) from (
      select source, 'organisation' as kind, external_object as object from import_staged where workspace_id = ${workspaceId} and import_id = ${importId}
        and object = 'organisation' and external_object <> '' group by 1, 3
      union select source, 'person', external_object from import_staged where workspace_id = ${workspaceId} and import_id = ${importId}
        and object = 'person' and external_object <> '' group by 1, 3
      union select source, 'deal', external_object from import_staged where workspace_id = ${workspaceId} and import_id = ${importId}
        and object = 'deal' and external_object <> '' group by 1, 3
      union ${known(workspaceId)}) x), '[]'))`;
}

/** The pairs of source and object that have ids, found by hopping over the index, not by reading all of it. */
function known(workspaceId: string) {
  return sql`(with recursive hop as (
      (select source, object from external_ids where workspace_id = ${workspaceId} order by source, object limit 1)
      union all
      select n.source, n.object from hop h cross join lateral (select e.source, e.object from external_ids e where e.workspace_id = ${workspaceId}
        and (e.source, e.object) > (h.source, h.object) order by e.source, e.object limit 1) n)
    select h.source, k.kind, h.object from hop h cross join lateral (
      select case when e.person_id is not null then 'person' when e.organisation_id is not null then 'organisation'
        when e.deal_id is not null then 'deal' end as kind
      from external_ids e where e.workspace_id = ${workspaceId} and e.source = h.source and e.object = h.object limit 1) k where k.kind is not null)`;
}
