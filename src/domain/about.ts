import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import type { About } from '#model/tag.ts';
import type { Scope } from './scope.ts';
import { firstOf, known } from './statement.ts';

/** The column of a tagging or a value that says what it hangs on. */
export function columnOf(about: About): RawBuilder<string> {
  return sql.ref(`${about}_id`);
}

const MISSING: Record<About, string> = {
  person: 'That person is not here any more.',
  organisation: 'That organisation is not here any more.',
  deal: 'That deal is not here any more.',
};

/** That this is here, and for this member to know of. @throws Refusal `missing.person`, `missing.organisation`, `missing.deal`. */
export async function mustBeHere(scope: Scope, about: About, id: string): Promise<void> {
  const here = {
    person: sql`from people x where ${known(scope, 'x')} and`,
    organisation: sql`from organisations x where`,
    deal: sql`from deals x where x.removed_at is null and`,
  };
  const found = await firstOf(scope.db, sql`select ${here[about]} x.workspace_id = ${scope.workspaceId} and x.id = ${id}`);
  if (found) return;
  if (about === 'person') throw new Refusal('missing.person', MISSING.person);
  if (about === 'organisation') throw new Refusal('missing.organisation', MISSING.organisation);
  throw new Refusal('missing.deal', MISSING.deal);
}
