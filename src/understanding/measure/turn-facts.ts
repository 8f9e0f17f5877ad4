import type { Conversation, Side } from '#model/conversation.ts';
import { countWordsOfEach } from '../language/words.ts';
import { isBackChannel } from './back-channel.ts';

/** What every figure asks of the turns, looked at once for all of them. Each list is as long as the turns. */
export interface TurnFacts {
  sides: Side[];
  /** How many words each has. */
  words: number[];
  /** Only a sign of listening. */
  nods: boolean[];
}

export function factsOf({ participants, turns }: Conversation): TurnFacts {
  const bySpeaker = new Map<string, Side>();
  for (const { name, side } of participants) bySpeaker.set(name, side);
  const words = countWordsOfEach(turns.map(({ text }) => text));
  return {
    sides: turns.map(({ speaker }) => bySpeaker.get(speaker) ?? 'unknown'),
    words,
    nods: turns.map(({ text }, i) => isBackChannel(text, words[i])),
  };
}
