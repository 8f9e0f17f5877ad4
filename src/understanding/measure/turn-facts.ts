import type { Conversation, Side } from '#model/conversation.ts';
import { countWords } from '../language/words.ts';
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
  const facts: TurnFacts = { sides: [], words: [], nods: [] };
  for (const { speaker, text } of turns) {
    const words = countWords(text);
    facts.sides.push(bySpeaker.get(speaker) ?? 'unknown');
    facts.words.push(words);
    facts.nods.push(isBackChannel(text, words));
  }
  return facts;
}
