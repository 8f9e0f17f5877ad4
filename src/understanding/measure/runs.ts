import type { Conversation, Side, Turn } from '#model/conversation.ts';
import { factsOf, type TurnFacts } from './turn-facts.ts';

/** What one speaker said until somebody else really spoke: back-channels do not break it. */
export interface Run {
  speaker: string;
  side: Side;
  /** Indexes of its turns in the conversation, back-channels left out. */
  turns: number[];
  startMs: number | null;
  endMs: number | null;
}

/** The runs of a conversation in the order they began. */
export function runsOf(conversation: Conversation, facts: TurnFacts = factsOf(conversation)): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const i of inOrder(conversation.turns)) {
    const turn = conversation.turns[i];
    if (!turn || facts.nods[i]) continue;
    if (last !== undefined && last.speaker === turn.speaker) extend(last, turn, i);
    else {
      last = {
        speaker: turn.speaker,
        side: facts.sides[i] ?? 'unknown',
        turns: [i],
        startMs: turn.startMs ?? null,
        endMs: turn.endMs ?? null,
      };
      runs.push(last);
    }
  }
  return runs;
}

/** Turns by when they began; files with overlaps are not always in that order. */
function inOrder(turns: Turn[]): number[] {
  const order = turns.map((_, i) => i);
  let before = 0;
  let isInOrder = true;
  for (const { startMs } of turns) {
    if (startMs === undefined) return order;
    if (startMs < before) isInOrder = false;
    before = startMs;
  }
  if (!isInOrder) order.sort((a, b) => (turns[a]?.startMs ?? 0) - (turns[b]?.startMs ?? 0) || a - b);
  return order;
}

function extend(run: Run, turn: Turn, i: number) {
  run.turns.push(i);
  if (turn.endMs !== undefined) run.endMs = Math.max(run.endMs ?? 0, turn.endMs);
}
