import type { FoundAct } from './act.ts';
import type { ConversationKind, Side, TimeQuality } from './conversation.ts';
import type { Finding } from './finding.ts';
import type { Language, LanguageShare, LeftOutTurns } from './language.ts';

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
    ours: AskedByUs | null;
    theirs: number | null;
    unanswered: number | null;
    /** Out of how many of theirs: those in a language that is not understood cannot be judged. Left out where that is all of theirs. */
    unansweredOf?: number;
    /** Where those stand: characters of a turn. Left out of reports written before this was kept. */
    unansweredAt?: { turn: number; from: number; to: number }[];
  };
  reflections: { simple: number; complex: number } | null;
  /** Parts of our words: `share` is the sum of the three. */
  pitch: { share: number; expertise: number; features: number; mission: number; firstAtMs: number | null } | null;
  n: { turns: number; ours: number; theirs: number };
}

/** `n` counts all of them, also those known by their mark alone; the others the ones we understand, null when we understand none of our turns. */
export interface AskedByUs {
  n: number;
  open: number | null;
  closed: number | null;
  situation: number | null;
  problem: number | null;
  implication: number | null;
  needPayoff: number | null;
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
    /** The language with most of the words first; none where nothing was said. */
    languages: LanguageShare[];
    /** Turns in languages that are not understood; empty when all is. */
    leftOut: LeftOutTurns[];
  };
  listening: Listening;
  turns: {
    i: number;
    speaker: string;
    side: Side;
    startMs: number | null;
    endMs: number | null;
    text: string;
    language: Language;
    acts: FoundAct[];
  }[];
  findings: Finding[];
}
