import type { Conversation } from '#model/conversation.ts';
import type { ListeningReport } from '#model/listening.ts';
import { type FindOptions, find } from './find/find.ts';
import { hearingOf } from './heads/hearing.ts';
import { ourModel } from './heads/model.ts';
import { label } from './label/label.ts';
import { measure } from './measure/measure.ts';

/** Which engine made an understanding: stored with it, so that it can be made again when the engine is better. */
export const engineVersion = () => `${ourModel().card.version}+rules-3`;

export interface Understanding {
  version: string;
  report: ListeningReport;
}

/** Measures, acts and findings of a conversation, as design.md section 5 gives them. Pure: the same conversation and options, the same understanding. */
export function understand(conversation: Conversation, options: FindOptions = {}): Understanding {
  const hearing = hearingOf(conversation);
  const acts = label(conversation, hearing);
  const { listening, speakers, durationMs } = measure(conversation, acts);
  const sides = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  const { title, kind, startedAt, timeQuality } = conversation;
  const report: ListeningReport = {
    conversation: { title, kind, startedAt, durationMs, timeQuality, participants: speakers },
    listening,
    turns: conversation.turns.map((turn, i) => ({
      i,
      speaker: turn.speaker,
      side: sides.get(turn.speaker) ?? 'unknown',
      startMs: turn.startMs ?? null,
      endMs: turn.endMs ?? null,
      text: turn.text,
      acts: acts[i] ?? [],
    })),
    findings: find(conversation, acts, { ...options, hearing }),
  };
  return { version: engineVersion(), report };
}
