import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';

/** An import that holds nothing yet: files are dropped into it. */
export async function createImport(scope: Scope): Promise<{ id: string }> {
  return wholly(scope, async (change) => {
    const id = uuidv7();
    await sql`insert into imports (workspace_id, id, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${change.now}, ${change.member.id})`.execute(change.db);
    await remember(change, { action: 'import.created', about: 'import', id });
    return { id };
  });
}
