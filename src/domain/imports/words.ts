import type { CustomState } from './custom-state.ts';
import { addTo } from './insert.ts';
import type { Merging } from './merge.ts';
import { mergeField, mergeList } from './merge.ts';
import type { Chunk, Field } from './run.ts';

type Tagged = 'person' | 'organisation' | 'deal';
/** Tags are made by their name when they are new. Returns ids made, by table. */
export function mergeTags(chunk: Chunk, merge: Merging, about: Tagged, id: string, { tags, now }: { tags: string[]; now: Set<string> }) {
  const made: Record<string, string[]> = {};
  const file = [...new Map(tags.map((tag) => [tag.trim().toLowerCase().slice(0, 60), tag.trim().slice(0, 60)])).values()].filter(Boolean);
  const shown = (tag: string) => tag;
  const added = mergeList(merge, { field: 'tags', file, has: (tag) => now.has(tag.toLowerCase()), shown, now: [...now] });
  for (const tag of added) {
    const known = chunk.run.words.tags.get(tag.toLowerCase());
    const tagId = known ?? chunk.run.id();
    if (!known) {
      chunk.run.words.tags.set(tag.toLowerCase(), tagId);
      addTo(chunk.inserts, 'tags', { id: tagId, name: tag, created_at: chunk.run.at, created_by: chunk.run.member.id });
      push(made, 'tags', tagId);
    }
    const own = chunk.run.id();
    const tagging = { id: own, tag_id: tagId, created_at: chunk.run.at, created_by: chunk.run.member.id };
    addTo(chunk.inserts, 'taggings', { ...tagging, [`${about}_id`]: id });
    push(made, 'taggings', own);
    now.add(tag.toLowerCase());
  }
  return made;
}

/** Columns that became fields of the workspace; a new field is text. Returns ids made, and what values of ours were and became. */
export function mergeCustom(
  chunk: Chunk,
  merge: Merging,
  about: Tagged,
  id: string,
  { custom, now }: { custom: { label: string; value: string }[]; now: Map<string, CustomState> },
) {
  const made: Record<string, string[]> = {};
  const changed: { before: Record<string, object>; after: Record<string, object> } = { before: {}, after: {} };
  const last = new Map(custom.map(({ label, value }) => [label.trim().slice(0, 100), value.trim().slice(0, 10_000)]));
  for (const [label, value] of last) {
    if (!label || !value) continue;
    const field = fieldCalled(chunk, about, label, made);
    const column = columnFor(field.kind, value);
    if (!column) continue;
    const fieldId = field.id;
    const there = now.get(fieldId);
    const one: Merging = { ...merge, now: { value: there?.text }, next: {}, changed: [] };
    mergeField(one, { field: `custom.${label}`, column: 'value', file: value });
    if (one.changed.length === 0) continue;
    merge.changed.push('custom');
    if (there) {
      const after = { [column]: value, changed_at: chunk.run.at, changed_by: chunk.run.member.id };
      changed.before[there.id] = changed.before[there.id] ?? { [column]: there.text, changed_at: there.at, changed_by: there.by };
      changed.after[there.id] = after;
      updateOf(chunk, 'custom_values', there.id, after);
      now.set(fieldId, { id: there.id, text: value, at: chunk.run.at, by: chunk.run.member.id });
      continue;
    }
    const own = chunk.run.id();
    const row = { id: own, field_id: fieldId, [column]: value, changed_at: chunk.run.at, changed_by: chunk.run.member.id };
    addTo(chunk.inserts, 'custom_values', { ...row, [`${about}_id`]: id });
    push(made, 'custom_values', own);
    now.set(fieldId, { id: own, text: value, at: chunk.run.at, by: chunk.run.member.id });
  }
  return { made, changed };
}

function fieldCalled({ run, inserts }: Chunk, about: Tagged, label: string, made: Record<string, string[]>): Field {
  const key = `${about} ${label.toLowerCase()}`;
  const known = run.words.fields.get(key);
  if (known) return known;
  const id = run.id();
  const field = { id, kind: 'text' };
  run.words.fields.set(key, field);
  const place = [...run.words.fields.keys()].filter((one) => one.startsWith(`${about} `)).length - 1;
  addTo(inserts, 'custom_fields', { id, about, label, kind: 'text', place, created_at: run.at, created_by: run.member.id });
  push(made, 'custom_fields', id);
  return field;
}

/** Where a value of a field is kept; null where it is not a value of that kind: then it is left alone. */
function columnFor(kind: string, value: string): string | null {
  if (kind === 'number') return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? 'number_value' : null;
  if (kind === 'date') return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? 'date_value' : null;
  return kind === 'person' ? null : 'text_value';
}

export function push(made: Record<string, string[]>, table: string, id: string): void {
  const ids = made[table];
  if (ids) ids.push(id);
  else made[table] = [id];
}

export function together(...all: Record<string, string[]>[]): Record<string, string[]> {
  const made: Record<string, string[]> = {};
  for (const one of all) for (const [table, ids] of Object.entries(one)) for (const id of ids) push(made, table, id);
  return made;
}

export function updateOf(chunk: Chunk, table: string, id: string, columns: Record<string, unknown>): void {
  const rows = chunk.updates.get(table) ?? new Map<string, Record<string, unknown>>();
  chunk.updates.set(table, rows);
  rows.set(id, { ...rows.get(id), ...columns });
}
