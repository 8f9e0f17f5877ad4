import { keepExternal } from './external.ts';
import { addTo } from './insert.ts';
import type { PeopleLook } from './look-people.ts';
import { mergeList } from './merge.ts';
import { aboutKeyOf } from './person-about.ts';
import type { Parts } from './person-parts.ts';
import type { PersonRow } from './staged.ts';
import { push } from './words.ts';

export function noteAbout(parts: Parts, look: PeopleLook, row: PersonRow): void {
  const { chunk, made, merge, id } = parts;
  const keyed = aboutKeyOf(row);
  const key = `${keyed.source}\t${keyed.externalObject}\t${keyed.externalId}`;
  const known = look.abouts.has(key) || chunk.run.seen.ids.has(`note X ${key}`);
  const shown = (text: string) => text;
  if (mergeList(merge, { field: 'about', file: [row.data.about ?? ''], has: () => known, shown, now: [] }).length === 0) return;
  const noteId = chunk.run.id();
  chunk.run.seen.ids.set(`note X ${key}`, noteId);
  const happenedAt = row.data.createdAt ?? chunk.run.at;
  const body = (row.data.about ?? '').slice(0, 200_000);
  addTo(chunk.inserts, 'notes', {
    id: noteId,
    kind: 'note',
    body,
    happened_at: happenedAt,
    created_at: chunk.run.at,
    created_by: chunk.run.member.id,
  });
  addTo(chunk.inserts, 'note_links', { id: chunk.run.id(), note_id: noteId, person_id: id, happened_at: happenedAt });
  keepExternal(chunk, 'note', keyed, noteId);
  push(made, 'notes', noteId);
}
