import type { Act } from '#model/act.ts';
import type { CueList } from '../language/phrases.ts';

/** What a cue can speak for: an act, a kind of question (Rackham's), or a reason not to believe another cue. */
export type CueTag =
  | Exclude<Act, 'question.open' | 'question.closed' | 'reflection.simple' | 'reflection.complex' | 'information' | 'other'>
  | 'ask.open'
  | 'ask.inner'
  | 'ask.closed'
  | 'ask.tag'
  | 'ask.invite'
  | 'spin.problem'
  | 'spin.implication'
  | 'spin.need-payoff'
  | 'say-back'
  | 'meaning'
  | 'not-promise'
  | 'not-feeling'
  | 'not-need'
  | 'not-advice'
  | 'asked-first'
  | 'condition';

export interface Lexicon {
  classes: Record<string, string>;
  cues: CueList<CueTag>[];
}
