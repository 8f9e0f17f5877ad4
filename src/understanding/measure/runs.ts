import type { Conversation, Side, Turn } from '#model/conversation.ts';
import { isBackChannel } from './back-channel.ts';

/** What one speaker said until somebody else really spoke: back-channels do not break it. */
export interface Run {
  speaker: string;
  side: Side;
  /** Indexes of its turns in the conversation, back-channels left out. */
  turns: number[];
  startMs: number | null;
  endMs: number | null;
}

export function sidesOf(conversation: Conversation): Map<string, Side> {
  return new Map(conversation.participants.map(({ name, side }) => [name, side]));
}

/** The runs of a conversation in the order they began. */
export function runsOf(conversation: Conversation): Run[] {
  const sides = sidesOf(conversation);
  const runs: Run[] = [];
  for (const i of inOrder(conversation.turns)) {
    const turn = conversation.turns[i];
    if (!turn || isBackChannel(turn.text)) continue;
    const last = runs[runs.length - 1];
    if (last?.speaker === turn.speaker) extend(last, turn, i);
    else
      runs.push({
        speaker: turn.speaker,
        side: sides.get(turn.speaker) ?? 'unknown',
        turns: [i],
        startMs: turn.startMs ?? null,
        endMs: turn.endMs ?? null,
      });
  }
  return runs;
}

/** Turns by when they began; files with overlaps are not always in that order. */
function inOrder(turns: Turn[]): number[] {
  const order = turns.map((_, i) => i);
  if (turns.every((turn) => turn.startMs !== undefined)) order.sort((a, b) => (turns[a]?.startMs ?? 0) - (turns[b]?.startMs ?? 0) || a - b);
  return order;
}

function extend(run: Run, turn: Turn, i: number) {
  run.turns.push(i);
  if (turn.endMs !== undefined) run.endMs = Math.max(run.endMs ?? 0, turn.endMs);
}
