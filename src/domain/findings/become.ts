import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { plainName } from '#model/alias.ts';
import { isDay } from '#model/moment.ts';
import { Refusal } from '#model/refusal.ts';
import { closedBelief, hearAgain } from '../beliefs/heard-again.ts';
import { lockNeed } from '../needs/lock.ts';
import { hang } from '../needs/write.ts';
import type { Change } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { type About, giveEvidence } from './evidence.ts';
import type { FoundRow } from './view.ts';

type Became = NonNullable<FoundRow['became']>;

/** Where a need goes that is confirmed: under another one, or as one more quote of another one. */
export interface Whither {
  under?: string | undefined;
  into?: string | undefined;
  /** A belief that these words do not open again: it is made of them. */
  but?: string | undefined;
}

const TABLE = { need: 'needs', trait: 'traits', belief: 'beliefs', promise: 'promises' } as const;

/**
 * Turn a confirmed finding into the row of its kind, with the words as its evidence. Null for kinds that have no table yet, and for what our own
 * side said of itself: it is kept as a confirmed finding. A belief that was closed and is said again opens again, instead of standing there twice.
 * @throws Refusal `finding.nobody` when nobody knows yet whose words they are; `missing.need`, `need.circle` for a place that is none.
 */
export async function become(change: Change, found: FoundRow, whither: Whither = {}): Promise<Became | null> {
  const about = aboutOf(found);
  if (!about) return null;
  if (!found.personId && !found.memberId) throw nobody();
  if (about !== 'promise' && !found.personId) return null;
  const id = (await standing(change, about, found, whither)) ?? (await made(change, about, found, whither));
  await giveEvidence(change, { about, aboutId: id, findingId: found.id, turnId: found.turnId, from: found.fromChar, to: found.toChar });
  return { table: TABLE[about], id };
}

/** The row that these words stand behind as well. */
async function standing(change: Change, about: About, found: FoundRow, { into, but }: Whither): Promise<string | null> {
  if (about === 'need' && into) {
    const need = await lockNeed(change, into);
    if (need.personId !== found.personId)
      throw new Refusal('need.not-theirs', 'Somebody else said that. Only the one who has the need can say that you understood it.');
    return need.id;
  }
  const belief = about === 'belief' ? await closedBelief(change, found, but) : null;
  if (belief) await hearAgain(change, belief, found);
  return belief?.id ?? null;
}

async function made(change: Change, about: About, found: FoundRow, { under }: Whither): Promise<string> {
  const id = uuidv7();
  await insert[about](change, found, id);
  if (about === 'need' && under) await hang(change, id, under);
  return id;
}

function nobody(): Refusal {
  return new Refusal('finding.nobody', 'Say first who this is, then confirm what they said.');
}

function aboutOf({ kind }: FoundRow): About | null {
  if (kind === 'need') return 'need';
  if (kind === 'commitment') return 'promise';
  if (kind === 'feeling' || kind.startsWith('trait.')) return 'trait';
  return kind.startsWith('belief.') ? 'belief' : null;
}

const insert: Record<About, (change: Change, found: FoundRow, id: string) => Promise<unknown>> = {
  need: (change, found, id) =>
    sql`insert into needs (workspace_id, id, person_id, depth, statement, must_have, created_at, created_by)
      values (${change.workspaceId}, ${id}, ${found.personId}, ${found.fields.depth ?? 0}, ${found.fields.statement ?? ''},
        ${found.fields.must ?? false}, ${change.now}, ${change.member.id})`.execute(change.db),
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
