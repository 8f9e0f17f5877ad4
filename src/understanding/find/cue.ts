import type { FindingKind } from '#model/finding.ts';
import type { CueList } from '../language/phrases.ts';

/** What a cue can speak for: a kind of finding, or something about one. */
export type FindTag =
  | Exclude<FindingKind, 'need' | 'commitment' | 'request' | 'feeling' | 'belief.true' | 'belief.false'>
  | 'belief'
  | 'limits'
  | 'trusting'
  | 'send-on'
  | 'small-first'
  | 'held'
  | 'depth.1'
  | 'depth.2'
  | 'depth.3'
  | 'depth.4'
  | 'bold'
  | 'praise'
  | 'blame'
  | 'errand'
  | 'at-once'
  | 'to-you'
  | 'brushed-off'
  | 'subject.price'
  | 'subject.timing'
  | 'subject.authority'
  | 'subject.no-need'
  | 'subject.trust';

export interface FindLexicon {
  classes: Record<string, string>;
  cues: CueList<FindTag>[];
}
