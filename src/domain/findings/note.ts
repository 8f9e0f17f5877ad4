import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { FindingFields, FindingKind } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { Refusal } from '#model/refusal.ts';
import { againWhenRaced } from '../again.ts';
import { missing } from '../conversations/open.ts';
import { claimToHold } from '../offerings/held.ts';
import { type Change, type Scope, wholly } from '../scope.ts';
import { firstOf, readable } from '../statement.ts';
import { confirmed, settle, speakerAt } from './decide.ts';
import { lockFinding, NOTED, viewFinding } from './view.ts';
import { wordsOf } from './words-of.ts';

export interface NotedFinding extends FindingFields {
  conversationId: string;
  turnId: string;
  /** UTF-16 units of the turn's text, as JavaScript counts them; `to` is not part of it. */
  from: number;
  to: number;
  kind: FindingKind;
  /** Index of the speaker it is about; whoever spoke the turn when left out. */
  speaker?: number | undefined;
}

/**
 * Somebody read what the engine did not: these words of this turn mean this. It is confirmed by being noted, and becomes what a confirmed
 * suggestion becomes. Undoing it leaves nothing; the engine never suggests the same there again.
 * @throws Refusal `missing.conversation`, `missing.turn`, `missing.speaker`, `finding.no-words`, `finding.not-said`, `finding.already`, `missing.claim`, `finding.nobody`.
 */
export async function noteFinding(scope: Scope, noted: NotedFinding): Promise<FindingView> {
  return againWhenRaced(scope, () =>
    wholly(scope, async (change) => {
      const { conversationId, turnId, from, to, kind, speaker, ...given } = noted;
      const turn = await lockTurn(change, conversationId, turnId);
      const quote = wordsOf(turn.text, from, to);
      const speakerId = speaker === undefined ? turn.speakerId : await speakerAt(change, conversationId, speaker);
      if (given.claim) await claimToHold(change, given.claim);
      const words = { conversationId, turnId, speakerId, kind, from, to };
      if (await isThere(change, words)) throw new Refusal('finding.already', 'That is noted already, in the same words.');
      const id = await write(change, { ...words, quote, fields: onlyGiven(given) });
      const found = await lockFinding(change, id);
      await confirmed(change, found);
      await settle(change, 'finding.noted', [found]);
      return viewFinding(change, id);
    }),
  );
}

interface SpokenTurn {
  text: string;
  speakerId: string;
  said: boolean;
}

// The conversation is locked first, as the engine does it: a run of it cannot pass between the look and the note.
async function lockTurn(change: Change, conversationId: string, turnId: string): Promise<SpokenTurn> {
  const conversation = await firstOf(
    change.db,
    sql<{ said: boolean }>`select c.source <> 'by-hand' or c.file_id is not null as said from conversations c
      where c.workspace_id = ${change.workspaceId} and c.id = ${conversationId} and ${readable(change, 'c')} for no key update`,
  );
  if (!conversation) throw missing();
  if (!conversation.said)
    throw new Refusal('finding.not-said', 'These lines were written down afterwards: nobody said them in these words.');
  const turn = await firstOf(
    change.db,
    sql<Omit<SpokenTurn, 'said'>>`select text, speaker_id from turns
      where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId} and id = ${turnId}`,
  );
  if (!turn) throw new Refusal('missing.turn', 'Those words are not in this conversation any more.');
  return { ...turn, ...conversation };
}

interface Words {
  conversationId: string;
  turnId: string;
  speakerId: string;
  kind: FindingKind;
  from: number;
  to: number;
}

async function isThere(change: Change, { conversationId, turnId, speakerId, kind, from, to }: Words): Promise<boolean> {
  const found = await firstOf(
    change.db,
    sql<{ id: string }>`select id from findings where workspace_id = ${change.workspaceId} and conversation_id = ${conversationId}
      and turn_id = ${turnId} and speaker_id = ${speakerId} and kind = ${kind} and from_char = ${from} and to_char = ${to}
      and confirmed_at is not null limit 1`,
  );
  return found !== null;
}

async function write(
  change: Change,
  { conversationId, turnId, speakerId, kind, from, to, quote, fields }: Words & { quote: string; fields: FindingFields },
): Promise<string> {
  const id = uuidv7();
  await sql`insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p,
      engine_version, suggested, created_at)
    values (${change.workspaceId}, ${id}, ${conversationId}, ${turnId}, ${speakerId}, ${kind}, ${from}, ${to}, ${quote},
      ${JSON.stringify(fields)}::jsonb, 1, ${NOTED}, ${JSON.stringify({ kind, speakerId, fields })}::jsonb, ${change.now})`.execute(
    change.db,
  );
  return id;
}

function onlyGiven(fields: FindingFields): FindingFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
