import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import type { Hearing } from '../heads/hearing.ts';
import { type Correction, corrected, logit } from '../learn/correction.ts';

/** What the rules are less sure of than this is not shown. */
export const UNSURE = 0.55;
/** Of its threshold: heads that come so near are asked as well when there are decisions that could lift them over it. */
const NEAR = 0.5;
const EVEN = 0.5;

interface Heard {
  conversation: Conversation;
  hearing: Hearing;
  correction: Correction | undefined;
}

/**
 * What `suggest` finds, with the workspace's decisions: what they make less sure than it has to be goes, what was just below that may come.
 * Without a correction, what it finds.
 */
export function taught({ conversation, hearing, correction }: Heard, suggest: (hearing: Hearing) => Finding[]): Finding[] {
  const sure = suggest(hearing);
  if (!correction) return sure;
  const known = new Set(sure.map(placeOf));
  const nearly = suggest(leaning(hearing)).filter((finding) => !known.has(placeOf(finding)));
  return [
    // Some are shown below the threshold of their head, for the words they use: they go when they sink.
    ...corrected(sure, conversation, correction).filter((one) => one.p >= Math.min(one.engineP ?? one.p, leastOf(hearing, one))),
    ...corrected(nearly, conversation, correction).filter((one) => one.p >= leastOf(hearing, one)),
  ];
}

function placeOf({ kind, who, turn, from }: Finding): string {
  return `${kind} ${who} ${turn} ${from}`;
}

/**
 * How sure a suggestion has to be: of a head what was chosen for it, of the rules what is shown of them. Heads may speak when they are less than
 * half sure; the more people here turned down what is said like it, the nearer it has to come to one half.
 */
function leastOf(hearing: Hearing, finding: Finding): number {
  const least = thresholdOf(hearing, finding);
  const sank = logit(finding.engineP ?? finding.p) - logit(finding.p);
  return Math.max(least, least + (EVEN - least) * Math.min(1, Math.max(0, sank)));
}

function thresholdOf({ turns, confidences }: Hearing, { kind, turn }: Finding): number {
  if (turns[turn]?.tongue !== 'en') return UNSURE;
  return confidences.thresholdOf(`find ${kind.startsWith('belief.') ? 'belief' : kind}`);
}

function leaning(hearing: Hearing): Hearing {
  const { of, says, thresholdOf } = hearing.confidences;
  const leans = (unit: number, head: string) => (head.startsWith('find ') ? of(unit, head) >= NEAR * thresholdOf(head) : says(unit, head));
  return { ...hearing, confidences: { ...hearing.confidences, says: leans } };
}
