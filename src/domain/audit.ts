import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Db } from '#db/pool.ts';

export interface Deed {
  /** `person.added` and so on, as in docs/procedures.md. */
  action: string;
  /** The kind of thing it was done to, and which. */
  about?: string | null;
  id?: string | null;
  /** Names of what changed, never the values: the trail outlives what it speaks of. */
  detail?: Record<string, unknown>;
}

/** Write who did what, in the transaction of the deed itself. */
export async function remember(
  where: { db: Db; workspaceId: string; now: string; member: { id: string } | null },
  { action, about, id, detail }: Deed,
): Promise<void> {
  await sql`insert into audit_events (workspace_id, id, at, member_id, action, subject_kind, subject_id, detail)
    values (${where.workspaceId}, ${uuidv7()}, ${where.now}, ${where.member?.id ?? null}, ${action}, ${about ?? null}, ${id ?? null},
      ${JSON.stringify(detail ?? {})}::jsonb)`.execute(where.db);
}
