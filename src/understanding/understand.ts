import type { Conversation } from '#model/conversation.ts';
import { isUnderstood } from '#model/language.ts';
import type { ListeningReport } from '#model/listening.ts';
import { type FindOptions, find } from './find/find.ts';
import { hearingOf } from './heads/hearing.ts';
import { ourModel } from './heads/model.ts';
import { label } from './label/label.ts';
import { leftOutOf, sharesOf } from './language/left-out.ts';
import { languagesOf } from './language/recognise.ts';
import { countWordsOfEach } from './language/words.ts';
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
  const texts = conversation.turns.map(({ text }) => text);
  const languages = languagesOf(texts);
  const { listening, speakers, durationMs } = measure(conversation, acts, languages);
  const bySpeaker = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  const sides = conversation.turns.map(({ speaker }) => bySpeaker.get(speaker) ?? 'unknown');
  const words = countWordsOfEach(texts);
  const { title, kind, startedAt, timeQuality } = conversation;
  const report: ListeningReport = {
    conversation: {
      title,
      kind,
      startedAt,
      durationMs,
      timeQuality,
      participants: speakers,
      languages: sharesOf(languages, words),
      leftOut: leftOutOf(languages, sides, words),
    },
    listening,
    turns: conversation.turns.map((turn, i) => ({
      i,
      speaker: turn.speaker,
      side: sides[i] ?? 'unknown',
      startMs: turn.startMs ?? null,
      endMs: turn.endMs ?? null,
      text: turn.text,
      language: languages[i] ?? 'other',
      acts: acts[i] ?? [],
    })),
    // What words of one language mean in another is chance.
    findings: find(conversation, acts, { ...options, hearing }).filter(({ turn }) => isUnderstood(languages[turn] ?? 'en')),
  };
  return { version: engineVersion(), report };
}
