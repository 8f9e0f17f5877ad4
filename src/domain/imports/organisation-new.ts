import { organisationKeyOf } from '#model/match.ts';
import { addTo } from './insert.ts';
import type { Chunk } from './run.ts';
import { nameAs } from './seen.ts';
import { push } from './words.ts';

/** An organisation that a row names and nobody knows: made by its name. Returns its id. */
export function newOrganisation({ run, inserts }: Chunk, written: string, made: Record<string, string[]>): string {
  const name = written.replace(/\s+/g, ' ').trim().slice(0, 200);
  const id = run.id();
  const key = organisationKeyOf(name);
  // Other tables number their places, so that this one cannot be left to a default.
  addTo(inserts, 'organisations', { id, name, place: '', match_key: key, created_at: run.at, created_by: run.member.id });
  nameAs(run.seen.named, `organisation ${key}`, id);
  run.seen.names.set(id, name);
  push(made, 'organisations', id);
  return id;
}
