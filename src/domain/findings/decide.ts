import { sql } from 'kysely';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { remember } from '../audit.ts';
import { claimToHold } from '../offerings/held.ts';
import { refreshPeople } from '../people/refresh.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { become, type Whither } from './become.ts';
import { countOpenFindings } from './count.ts';
import { takeEvidence } from './evidence.ts';
import { rebecome } from './rebecome.ts';
import { unbecome } from './unbecome.ts';
import { type FoundRow, lockFinding, NOTED, viewFinding } from './view.ts';

type Decided = 'finding.confirmed' | 'finding.rejected' | 'finding.undone' | 'finding.edited' | 'finding.noted';

/** Yes, that is so; a need goes where `whither` says. Twice is once. @throws Refusal `finding.nobody`, `missing.finding`, and what `become` throws. */
export async function confirmFinding(scope: Scope, id: string, whither: Whither = {}): Promise<FindingView> {
  return decide(scope, id, 'finding.confirmed', async (change, found) => {
    if (found.confirmedAt) return false;
    await confirmed(change, found, whither);
    return true;
  });
}

export async function confirmed(change: Change, found: FoundRow, whither: Whither = {}): Promise<void> {
  const became = await become(change, found, whither);
  await sql`update findings set confirmed_at = ${change.now}, confirmed_by = ${change.member.id}, rejected_at = null, rejected_by = null,
    became = ${became ? JSON.stringify(became) : null}::jsonb where workspace_id = ${change.workspaceId} and id = ${found.id}`.execute(
    change.db,
  );
}

/** No, that is not so: it will not be suggested again. What had been confirmed is taken back. */
export async function rejectFinding(scope: Scope, id: string): Promise<FindingView> {
  return decide(scope, id, 'finding.rejected', rejected);
}

/** The same no to all of these: one by one in the trail, once in what follows from them. @throws Refusal `missing.finding`. */
export async function rejectFindings(scope: Scope, ids: string[]): Promise<void> {
  await againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const before: FoundRow[] = [];
      for (const id of ids) {
        const found = await lockFinding(change, id);
        if (await rejected(change, found)) before.push(found);
      }
      await follow(change, before);
      for (const { id, kind } of before) await remember(change, { action: 'finding.rejected', about: 'finding', id, detail: { kind } });
    }),
  );
}

async function rejected(change: Change, found: FoundRow): Promise<boolean> {
  if (found.rejectedAt) return false;
  await openAgain(change, found);
  await sql`update findings set rejected_at = ${change.now}, rejected_by = ${change.member.id}
    where workspace_id = ${change.workspaceId} and id = ${found.id}`.execute(change.db);
  return true;
}

/** What a member had noted by hand has nothing behind it to go back to: taken back, it is `gone`, and stands here as it was for the last time. */
export interface UndoneFinding extends FindingView {
  gone?: true | undefined;
}

/**
 * Take the last decision back: a confirmation or rejection first, then what was mended, until it stands as it was suggested.
 * What was noted by hand goes wholly.
 */
export async function undoFinding(scope: Scope, id: string): Promise<UndoneFinding> {
  return decide(scope, id, 'finding.undone', async (change, found) => {
    if (found.engineVersion === NOTED) return takeAway(change, found);
    if (found.confirmedAt || found.rejectedAt) await openAgain(change, found);
    else if (found.editedAt) await asSuggested(change, found);
    else return false;
    return true;
  });
}

export interface Mended extends FindingFields {
  kind?: FindingKind | undefined;
  /** Index of the speaker in its conversation. */
  speaker?: number | undefined;
}

/** Mend what the engine understood: its kind, whose words they are, our wording. The words themselves stay. A confirmed one stays confirmed. */
export async function editFinding(scope: Scope, id: string, { kind, speaker, ...fields }: Mended): Promise<FindingView> {
  return decide(scope, id, 'finding.edited', async (change, found) => {
    const speakerId = speaker === undefined ? found.speakerId : await speakerAt(change, found.conversationId, speaker);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    if (kind === undefined && speaker === undefined && Object.keys(given).length === 0)
      throw new Refusal('input.nothing', 'Nothing was given to change.');
    // One that was withdrawn since stays where it stands; it is only not chosen anew.
    if (fields.claim && fields.claim !== found.fields.claim) await claimToHold(change, fields.claim);
    await sql`update findings set kind = ${kind ?? found.kind}, speaker_id = ${speakerId}, fields = fields || ${JSON.stringify(given)}::jsonb,
      edited_at = ${change.now}, edited_by = ${change.member.id}, became = null
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    if (!found.confirmedAt) return true;
    const became = await rebecome(change, found, await lockFinding(change, id));
    await sql`update findings set became = ${became ? JSON.stringify(became) : null}::jsonb
      where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
    return true;
  });
}

/** What all decisions share: the lock, the trail, and the counts and people that follow from it, in one transaction. */
async function decide(
  scope: Scope,
  id: string,
  action: Decided,
  work: (change: Change, found: FoundRow) => Promise<boolean | UndoneFinding>,
): Promise<UndoneFinding> {
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const before = await lockFinding(change, id);
      const done = await work(change, before);
      if (typeof done === 'object') {
        await settle(change, action, [before]);
        return done;
      }
      if (done) await settle(change, action, [before, await lockFinding(change, id)]);
      return viewFinding(change, id);
    }),
  );
}

/** The counts, the people and the trail that follow from a decision; given as the finding was before, and as it is after. */
export async function settle(change: Change, action: Decided, states: [FoundRow, ...FoundRow[]]): Promise<void> {
  await follow(change, states);
  await remember(change, { action, about: 'finding', id: states[0].id, detail: { kind: states.at(-1)?.kind } });
}

async function follow(change: Change, states: FoundRow[]): Promise<void> {
  await countOpenFindings(change, [...new Set(states.map((state) => state.conversationId))]);
  const parties: (string | null)[] = [];
  for (const state of states) parties.push(state.personId, ...(await partiesOf(change, state)));
  await refreshPeople(change, parties);
}

/** A promise is owed to somebody too; their list counts it. What was just taken back is looked for among those present. */
async function partiesOf(change: Change, found: FoundRow): Promise<(string | null)[]> {
  if (found.kind !== 'commitment') return [];
  const present = await rowsOf(
    change.db,
    sql<{ personId: string }>`select person_id from speakers where workspace_id = ${change.workspaceId}
      and conversation_id = ${found.conversationId} and person_id is not null`,
  );
  return present.map((row) => row.personId);
}

async function openAgain(change: Change, found: FoundRow): Promise<void> {
  if (found.became) await unbecome(change, found.became, found.id);
  // Without a row of its own it may stand behind a need.
  else await takeEvidence(change, found.id);
  await sql`update findings set confirmed_at = null, confirmed_by = null, rejected_at = null, rejected_by = null, became = null
    where workspace_id = ${change.workspaceId} and id = ${found.id}`.execute(change.db);
}

async function takeAway(change: Change, found: FoundRow): Promise<UndoneFinding> {
  const last = await viewFinding(change, found.id);
  if (found.became) await unbecome(change, found.became, found.id);
  await sql`delete from findings where workspace_id = ${change.workspaceId} and id = ${found.id}`.execute(change.db);
  return { ...last, confirmedBy: null, rejectedBy: null, gone: true };
}

async function asSuggested(change: Change, { id, suggested }: FoundRow): Promise<void> {
  await sql`update findings set kind = ${suggested.kind}, speaker_id = ${suggested.speakerId}, fields = ${JSON.stringify(suggested.fields)}::jsonb,
    edited_at = null, edited_by = null where workspace_id = ${change.workspaceId} and id = ${id}`.execute(change.db);
}

export async function speakerAt(change: Change, conversationId: string, i: number): Promise<string> {
  const speaker = await firstOf(
    change.db,
    sql<{
      id: string;
    }>`select id from speakers where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId} and i = ${i}`,
  );
  if (!speaker) throw new Refusal('missing.speaker', 'That person is not in this conversation.');
  return speaker.id;
}
