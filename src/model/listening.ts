import type { FoundAct } from './act.ts';
import type { ConversationKind, Side, TimeQuality } from './conversation.ts';
import type { Finding } from './finding.ts';

/** Milliseconds everywhere; shares 0 to 1; null is "cannot be known from this file". */
export interface Listening {
  talkShare: number | null;
  basis: 'time' | 'words';
  longestMonologueMs: number | null;
  longestStoryMs: number | null;
  patienceMs: number | null;
  switchesPerMinute: number | null;
  paceWordsPerMinute: number | null;
  questions: {
    ours: { n: number; open: number; closed: number; situation: number; problem: number; implication: number; needPayoff: number } | null;
    theirs: number | null;
    unanswered: number | null;
    /** Where those stand: characters of a turn. Left out of reports written before this was kept. */
    unansweredAt?: { turn: number; from: number; to: number }[];
  };
  reflections: { simple: number; complex: number } | null;
  /** Parts of our words: `share` is the sum of the three. */
  pitch: { share: number; expertise: number; features: number; mission: number; firstAtMs: number | null } | null;
  n: { turns: number; ours: number; theirs: number };
}

export interface SpeakerFigures {
  name: string;
  side: Side;
  turns: number;
  words: number;
  /** Sum of the segment durations as given; null where times are not exact. */
  ms: number | null;
}

/** What `heed listen --json` prints, and what the page of a conversation is drawn from. */
export interface ListeningReport {
  conversation: {
    title: string;
    kind: ConversationKind;
    startedAt: string | null;
    durationMs: number | null;
    timeQuality: TimeQuality;
    participants: SpeakerFigures[];
  };
  listening: Listening;
  turns: {
    i: number;
    speaker: string;
    side: Side;
    startMs: number | null;
    endMs: number | null;
    text: string;
    acts: FoundAct[];
  }[];
  findings: Finding[];
}
