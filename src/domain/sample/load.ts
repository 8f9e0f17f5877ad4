import { sql } from 'kysely';
import { understandConversation } from '../conversations/understand.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { tieEverybody } from './around.ts';
import { bringFiles, noteByHand, soonAfter } from './bring.ts';
import { WORKSPACE } from './cast.ts';
import { daysToMove } from './dates.ts';
import { offerEverything } from './offerings.ts';
import { addPriya, becomeMaya, introduceEverybody, nameEverybody } from './people.ts';
import { NEWEST } from './shelf.ts';
import { FRESH, STORY } from './story.ts';
import { tellChapter } from './tell.ts';
import { workTogether } from './work.ts';

/**
 * Fill a new workspace with the sample: people, conversations, and what a member made of them, through the doors that a member uses. Everything
 * is dated so that the newest lies within the week before now. All or nothing; to load it twice into one workspace is the caller's mistake.
 */
export async function loadSample(scope: Scope): Promise<void> {
  await wholly(scope, async (change) => {
    const days = daysToMove(NEWEST, change.now);
    const zone = await liveInLisbon(change);
    const maya = { ...(await becomeMaya(change)), db: change.db };
    await addPriya(maya);
    const claims = await offerEverything(maya);
    const people = await introduceEverybody(maya);
    await tieEverybody(maya, people);
    const conversations = await bringFiles(maya, days);
    await noteByHand(maya, days);
    await nameEverybody(maya, people);
    for (const [key, id] of conversations) await relive(maya, { key, id, days, claims });
    await climb(maya, people.get('Ines Carvalho'));
    await workTogether(maya, { people, days });
    await refreshPeople(maya, people.values());
    await goBackTo(maya, zone);
  });
}

/** The files were written in Lisbon: their local times and the order of their dates are those of there. */
async function liveInLisbon(change: Change): Promise<string> {
  const here = change.db.selectFrom('workspaces').select('zone').where('workspaceId', '=', change.workspaceId);
  const { zone } = await here.executeTakeFirstOrThrow();
  await goBackTo(change, WORKSPACE.zone);
  return zone;
}

async function goBackTo(change: Change, zone: string): Promise<void> {
  await change.db.updateTable('workspaces').set({ zone }).where('workspaceId', '=', change.workspaceId).execute();
}

interface Lived {
  key: string;
  id: string;
  days: number;
  claims: Map<string, string>;
}

/** Understood at once, not by the job that waits for it; then decided as the story tells. */
async function relive(change: Change, { key, id, days, claims }: Lived): Promise<void> {
  const [row] = await rowsOf(
    change.db,
    sql<{ at: string }>`select coalesce(max(t.at), min(c.happened_at)) as at from conversations c
      join turns t on t.workspace_id = c.workspace_id and t.conversation_id = c.id where c.workspace_id = ${change.workspaceId} and c.id = ${id}`,
  );
  const then = { ...change, now: soonAfter(row?.at ?? change.now, change.now) };
  await sql`select graphile_worker.remove_job(${`understand:${id}`})`.execute(change.db);
  await understandConversation(then, id);
  const told = STORY.filter((one) => one.in === key);
  await tellChapter(then, { conversationId: id, told, days, claims, opened: change.now, waits: FRESH[key] ?? null });
}

/** The rungs of one need hang below one another, from what happens to what is at stake. */
async function climb(change: Change, personId: string | undefined): Promise<void> {
  await sql`update needs n set parent_id = (select m.id from needs m where m.workspace_id = n.workspace_id and m.person_id = n.person_id
      and m.depth = n.depth - 1 order by m.id limit 1)
    where n.workspace_id = ${change.workspaceId} and n.person_id = ${personId ?? null}::uuid and n.depth > 0`.execute(change.db);
}
