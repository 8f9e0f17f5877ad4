import type { Side } from '#model/conversation.ts';
import type { FindTag } from '../find/cue.ts';
import { findPhrasesOf } from '../find/lexicon.ts';
import type { CueTag } from '../label/cue.ts';
import { cuesIn } from '../label/lexicon.ts';
import { bestHits, type Hit, hitsIn } from '../language/phrases.ts';
import type { Sentence } from '../language/sentences.ts';
import { hear } from '../language/words.ts';

/** One sentence of a conversation as the heads see it. Units stand in the order they were said. */
export interface Unit {
  /** The text that `sentence` is a part of: a turn's. */
  text: string;
  sentence: Sentence;
  /** Index of its turn; a turn's units stand together. */
  turn: number;
  speaker: string;
  side: Side;
  acting: Map<CueTag, Hit<CueTag>>;
  finding: Map<FindTag, Hit<FindTag>>;
}

/** A unit with its cues looked up. English: the heads know no other language. */
export function unitOf(said: Pick<Unit, 'text' | 'sentence' | 'turn' | 'speaker' | 'side'>): Unit {
  return { ...said, acting: cuesIn('en', said.sentence.words), finding: bestHits(hitsIn(findPhrasesOf('en'), said.sentence.words)) };
}

/** A whole text as one sentence, whatever marks stand within it. */
export function wholeSentence(text: string): Sentence {
  const mark = /[?!.…]["')\]”]*\s*$/.exec(text)?.[0][0];
  return { ...hear(text), from: 0, to: text.length, ends: mark === '?' || mark === '!' ? mark : mark ? '.' : '' };
}
