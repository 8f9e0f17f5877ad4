import { sql } from 'kysely';
import { dropUnused } from '../conversations/bytes.ts';
import { countOpenFindings } from '../findings/count.ts';
import { peopleIn } from '../people/refresh.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';

/** What stands where somebody spoke who is erased. */
const NOBODY = '–';

/**
 * What somebody said goes, wherever it was said, also in what only other members may read. A talk with nobody else but us goes wholly; of one with others the turns
 * stay, empty, so that what was answered stands where it stood. The files these were read from go too, for they hold every word.
 * @returns how much went, and the people (ids) who were there too.
 */
export async function silence(
  change: Change,
  id: string,
): Promise<{ conversations: number; turns: number; files: number; others: string[] }> {
  const { db, workspaceId: w } = change;
  const talks = await rowsOf(
    db,
    sql<{
      id: string;
      alone: boolean;
    }>`select c.id, not exists (select from speakers o where o.workspace_id = c.workspace_id and o.conversation_id = c.id
        and o.side <> 'us' and o.person_id is distinct from ${id}::uuid and o.turns > 0) as alone
      from conversations c where c.workspace_id = ${w} and c.id in (select s.conversation_id from speakers s where s.workspace_id = ${w} and s.person_id = ${id})`,
  );
  const ids = talks.map((talk) => talk.id);
  const alone = talks.filter((talk) => talk.alone).map((talk) => talk.id);
  const others = (await peopleIn(change, ids)).filter((other) => other !== id);
  const files = await filesOf(change, ids);
  await sql`delete from findings f using speakers s where f.workspace_id = ${w} and s.workspace_id = ${w} and s.id = f.speaker_id and s.person_id = ${id}`.execute(
    db,
  );
  const turns = await rowsOf(
    db,
    sql<{
      id: string;
    }>`update turns t set text = '', acts = '[]' from speakers s where t.workspace_id = ${w} and s.workspace_id = ${w} and s.id = t.speaker_id and s.person_id = ${id} returning t.id`,
  );
  await sql`update turns set file_id = null where workspace_id = ${w} and conversation_id = any(${ids}::uuid[])`.execute(db);
  await sql`update conversations set file_id = null where workspace_id = ${w} and id = any(${ids}::uuid[])`.execute(db);
  await sql`update speakers set name = ${NOBODY}, email = null, alias = ${NOBODY} || ' @' || conversation_id, person_id = null where workspace_id = ${w} and person_id = ${id}`.execute(
    db,
  );
  await sql`delete from conversations where workspace_id = ${w} and id = any(${alone}::uuid[])`.execute(db);
  await dropUnused(change, files);
  await countOpenFindings(change, ids);
  return { conversations: alone.length, turns: turns.length, files: files.length, others };
}

/** The files these conversations were read from; where a file holds others besides (a mailbox, an archive), it goes all the same. */
async function filesOf({ db, workspaceId: w }: Change, ids: string[]): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<{
      id: string;
    }>`select file_id as id from conversations where workspace_id = ${w} and id = any(${ids}::uuid[]) and file_id is not null
      union select file_id from turns where workspace_id = ${w} and conversation_id = any(${ids}::uuid[]) and file_id is not null`,
  );
  const files = rows.map((row) => row.id);
  await sql`update conversations set file_id = null where workspace_id = ${w} and file_id = any(${files}::uuid[])`.execute(db);
  await sql`update turns set file_id = null where workspace_id = ${w} and file_id = any(${files}::uuid[])`.execute(db);
  return files;
}
