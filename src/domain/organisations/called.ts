import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { organisationKeyOf } from '#model/match.ts';
import { Refusal } from '#model/refusal.ts';
import type { Change } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** The organisation of that name, made when it is new. @throws Refusal `organisation.name`. */
export async function organisationCalled(change: Change, called: string): Promise<string> {
  const name = organisationNameOrRefuse(called);
  const there = (await lookFor(change, name)) ?? (await lookFor(await afterOthers(change, name), name));
  const id = there?.id ?? uuidv7();
  if (!there)
    await sql`insert into organisations (workspace_id, id, name, match_key, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${name}, ${organisationKeyOf(name)}, ${change.now}, ${change.member.id})`.execute(change.db);
  return id;
}

export function organisationNameOrRefuse(written: string): string {
  const name = written.replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > 200)
    throw new Refusal('organisation.name', 'An organisation needs a name of at most 200 letters.', { most: 200 });
  return name;
}

async function lookFor({ db, workspaceId }: Change, name: string): Promise<{ id: string } | null> {
  return firstOf(
    db,
    sql<{
      id: string;
    }>`select id from organisations where workspace_id = ${workspaceId} and lower(name) = lower(${name}) order by id limit 1`,
  );
}

/** Two who bring in the same new organisation at once make one: the second waits here until the first is done. */
export async function afterOthers(change: Change, name: string): Promise<Change> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${change.workspaceId} ${name.toLowerCase()}`}, 0))`.execute(change.db);
  return change;
}
