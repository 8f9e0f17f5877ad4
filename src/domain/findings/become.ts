import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { plainName } from '#model/alias.ts';
import { isDay } from '#model/moment.ts';
import { Refusal } from '#model/refusal.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import type { FoundRow } from './view.ts';

type About = 'need' | 'trait' | 'belief' | 'promise';
export type Became = NonNullable<FoundRow['became']>;

const TABLE = { need: 'needs', trait: 'traits', belief: 'beliefs', promise: 'promises' } as const;

/**
 * Turn a confirmed finding into the row of its kind, with the words as its evidence. Null for kinds that have no table yet, and for what our own
 * side said of itself: it is kept as a confirmed finding. @throws Refusal `finding.nobody` when nobody knows yet whose words they are.
 */
export async function become(change: Change, found: FoundRow): Promise<Became | null> {
  const about = aboutOf(found);
  if (!about) return null;
  if (!found.personId && !found.memberId) throw nobody();
  if (about !== 'promise' && !found.personId) return null;
  const id = uuidv7();
  await insert[about](change, found, id);
  await giveEvidence(change, { about, aboutId: id, findingId: found.id, turnId: found.turnId, from: found.fromChar, to: found.toChar });
  return { table: TABLE[about], id };
}

function nobody(): Refusal {
  return new Refusal('finding.nobody', 'Say first who this is, then confirm what they said.');
}

/** The opposite: the row goes, its evidence with it. */
export async function unbecome(change: Change, became: Became, findingId: string): Promise<void> {
  await takeEvidence(change, findingId);
  await dropRow(change, became);
}

/** The words no longer stand behind anything. */
export async function takeEvidence(change: Change, findingId: string): Promise<void> {
  await sql`delete from evidence where workspace_id = ${change.workspaceId} and finding_id = ${findingId}`.execute(change.db);
}

/** The needs that hung under one that goes hang under the one above it; what we did for somebody stays done. */
export async function dropRow(change: Change, { table, id }: Became): Promise<void> {
  if (table === 'needs')
    await sql`update needs set parent_id = (select above.parent_id from needs above where above.workspace_id = ${change.workspaceId} and above.id = ${id})
      where workspace_id = ${change.workspaceId} and parent_id = ${id}`.execute(change.db);
  if (table === 'traits')
    await sql`update deeds set trait_id = null where workspace_id = ${change.workspaceId} and trait_id = ${id}`.execute(change.db);
  await sql`delete from ${sql.table(table)} where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
}

function aboutOf({ kind }: FoundRow): About | null {
  if (kind === 'need') return 'need';
  if (kind === 'commitment') return 'promise';
  if (kind === 'feeling' || kind.startsWith('trait.')) return 'trait';
  return kind.startsWith('belief.') ? 'belief' : null;
}

const insert: Record<About, (change: Change, found: FoundRow, id: string) => Promise<unknown>> = {
  need: (change, found, id) =>
    sql`insert into needs (workspace_id, id, person_id, depth, statement, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${found.personId}, ${found.fields.depth ?? 0}, ${found.fields.statement ?? ''}, ${change.now}, ${change.member.id})`.execute(
      change.db,
    ),
  trait: (change, found, id) =>
    sql`insert into traits (workspace_id, id, person_id, kind, statement, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${found.personId}, ${found.kind.replace('trait.', '')},
        ${found.fields.statement ?? found.fields.feeling ?? ''}, ${change.now}, ${change.member.id})`.execute(change.db),
  belief: (change, found, id) =>
    sql`insert into beliefs (workspace_id, id, person_id, kind, statement, claim_id, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${found.personId}, ${found.kind.replace('belief.', '')}, ${found.fields.statement ?? ''},
        (select k.id from claims k where k.workspace_id = ${change.workspaceId} and k.id = ${found.fields.claim ?? null}::uuid), ${change.now}, ${change.member.id})`.execute(
      change.db,
    ),
  promise: async (change, found, id) => {
    const { what, statement, due, dueText } = found.fields;
    const to = await owedTo(change, found);
    await insertPromise(change, {
      id,
      by: { memberId: found.memberId, personId: found.personId },
      to,
      what: what?.trim() || statement?.trim() || found.quote,
      dueOn: due?.slice(0, 10) ?? null,
      dueText: dueText ?? null,
    });
  },
};

interface Party {
  memberId: string | null;
  personId: string | null;
}

export interface NewPromise {
  id: string;
  by: Party;
  to: Party | null;
  what: string;
  /** ISO 8601 date. */
  dueOn: string | null;
  dueText: string | null;
}

export async function insertPromise(change: Change, { id, by, to, what, dueOn, dueText }: NewPromise): Promise<void> {
  await sql`insert into promises (workspace_id, id, by_member_id, by_person_id, to_member_id, to_person_id, what, due_on, due_text, created_at, created_by)
    values (${change.workspaceId}, ${id}, ${by.memberId}, ${by.personId}, ${to?.memberId ?? null}, ${to?.personId ?? null},
      ${what.slice(0, 2000)}, ${dueOn !== null && isDay(dueOn) ? dueOn : null}, ${dueText}, ${change.now}, ${change.member.id})`.execute(
    change.db,
  );
}

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

/** To whom: the one who is named, else the only one on the other side; null when that is not sure. */
async function owedTo(change: Change, found: FoundRow): Promise<Party | null> {
  const present = await rowsOf(
    change.db,
    sql<Party & { name: string }>`select name, person_id, member_id from speakers where workspace_id = ${change.workspaceId}
      and conversation_id = ${found.conversationId} and id <> ${found.speakerId} and (person_id is not null or member_id is not null)`,
  );
  const whom = found.fields.whom ? plainName(found.fields.whom) : null;
  const named = whom ? present.find((one) => plainName(one.name) === whom) : undefined;
  const others = present.filter((one) => (found.memberId ? one.personId !== null : one.memberId !== null));
  const party = named ?? (others.length === 1 ? others[0] : undefined);
  return party ? { memberId: party.memberId, personId: party.personId } : null;
}
