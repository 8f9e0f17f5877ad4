import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../scope.ts';

export type About = 'need' | 'trait' | 'belief' | 'promise';

export const ABOUT = { needs: 'need', traits: 'trait', beliefs: 'belief', promises: 'promise' } as const;

export interface NewEvidence {
  about: About;
  aboutId: string;
  findingId: string | null;
  turnId: string;
  /** Characters of the turn's text. */
  from: number;
  to: number;
}

export async function giveEvidence(change: Change, { about, aboutId, findingId, turnId, from, to }: NewEvidence): Promise<void> {
  await sql`insert into evidence (workspace_id, id, about, about_id, finding_id, turn_id, from_char, to_char, created_at, created_by)
    values (${change.workspaceId}, ${uuidv7()}, ${about}, ${aboutId}, ${findingId}, ${turnId}, ${from}, ${to}, ${change.now}, ${change.member.id})`.execute(
    change.db,
  );
}

/** The words no longer stand behind anything, or behind nothing of this kind. */
export async function takeEvidence(change: Change, findingId: string, about?: About): Promise<void> {
  await sql`delete from evidence where workspace_id = ${change.workspaceId} and finding_id = ${findingId}
    and (${about ?? null}::text is null or about = ${about ?? null})`.execute(change.db);
}

/** Do other words, or none at all (it was written down by hand), keep this row of alias x? */
export function standsWithout(about: About, findingId: string): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from evidence e where e.workspace_id = x.workspace_id and e.about = ${about} and e.about_id = x.id
    and e.finding_id is distinct from ${findingId}::uuid)${about === 'need' || about === 'belief' ? sql` or x.by_hand` : sql``})`;
}
