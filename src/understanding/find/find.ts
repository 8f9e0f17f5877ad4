import type { FoundAct } from '#model/act.ts';
import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import type { Claim } from '#model/offering.ts';
import { type Hearing, hearingOf } from '../heads/hearing.ts';
import { countWords } from '../language/words.ts';
import type { Correction } from '../learn/correction.ts';
import { type OpenQuestion, unansweredQuestions } from '../measure/unanswered.ts';
import { foundByHeads } from './by-heads.ts';
import { type Said, sayings } from './heard.ts';
import { needIn } from './needs.ts';
import { beliefIn, competitorIn, feedbackIn, objectionIn, referralIn } from './opinions.ts';
import { promiseIn, requestIn, type Setting } from './promises.ts';
import { taught, UNSURE } from './taught.ts';
import { feelingIn, traitIn } from './traits.ts';

export interface FindOptions {
  /** Where the conversation took place, IANA name: what "Friday" means. UTC when not given. */
  zone?: string;
  /** ISO 8601: the moment to count from when the conversation does not say when it was. Without either, promises have no due date. */
  now?: string;
  /** What the workspace says of its offerings: beliefs about us are held against these. */
  claims?: Claim[];
  /** What the workspace's own decisions have taught; none, and the engine speaks for itself. */
  correction?: Correction | undefined;
  /** What was heard already, so that nothing is listened to twice. */
  hearing?: Hearing;
}

/**
 * What is worth a person's look: what they need, feel, value and believe about us, what was promised and asked, in the order it was said
 * (turns, then characters). `quote` is always a slice of its turn. What is about them comes from them or from unknown speakers; promises from both.
 * Few rather than many: what is unsure stays only as far as a conversation of its length has room.
 */
export function find(conversation: Conversation, acts: FoundAct[][], options: FindOptions = {}): Finding[] {
  const setting: Setting = {
    conversation,
    zone: options.zone ?? 'UTC',
    momentOf: momentsOf(conversation, options.now),
    claims: options.claims ?? [],
  };
  const open = unansweredQuestions(conversation, acts);
  const hearing = options.hearing ?? hearingOf(conversation);
  const found = taught({ conversation, hearing, correction: options.correction }, (heard) =>
    sayings(conversation, acts, heard).flatMap((said) => (said.heads ? foundByHeads(said, setting, open) : inOne(said, setting, open))),
  );
  return withinReason(withoutDoubles(found), conversation).sort((a, b) => a.turn - b.turn || a.from - b.from);
}

/** When each turn was spoken, as well as the conversation says. */
export function momentsOf(conversation: Conversation, now: string | undefined): Setting['momentOf'] {
  const start = Date.parse(conversation.startedAt ?? now ?? '');
  return (turn) => {
    const at = Date.parse(conversation.turns[turn]?.at ?? '');
    if (!Number.isNaN(at)) return new Date(at);
    return Number.isNaN(start) ? null : new Date(start + (conversation.turns[turn]?.startMs ?? 0));
  };
}

/** By rules, for Dutch. A sentence shows at most two things; a promise or a word about us says more than the need it is put in. */
function inOne(said: Said, setting: Setting, open: OpenQuestion[]): Finding[] {
  const { conversation } = setting;
  const found = [
    promiseIn(said, setting),
    referralIn(said, conversation),
    competitorIn(said, conversation),
    feedbackIn(said),
    beliefIn(said, conversation, open),
    requestIn(said, setting),
    objectionIn(said),
    traitIn(said),
    feelingIn(said),
    needIn(said),
  ].filter((finding) => finding !== null);
  const kinds = new Set(found.map(({ kind }) => kind));
  const settled = kinds.has('commitment') || kinds.has('referral') || kinds.has('request');
  return found
    .filter(({ kind }) => !(kind === 'need' && (settled || kinds.has('feedback') || kinds.has('objection') || kinds.has('competitor'))))
    .filter(({ kind }) => !(kind === 'commitment' && kinds.has('referral')) && !(kind === 'request' && kinds.has('referral')))
    .filter(({ kind }) => !(kind === 'feeling' && kinds.has('trait.irritant')))
    .filter(({ p }) => p >= UNSURE)
    .slice(0, 2);
}

/** The same words for the same kind are one finding, wherever they are said again. */
function withoutDoubles(found: Finding[]): Finding[] {
  const kept: Finding[] = [];
  const byPlace = new Map<string, Finding[]>();
  const seen = new Set<string>();
  for (const finding of [...found].sort((a, b) => b.p - a.p || a.turn - b.turn)) {
    const said = finding.kind === 'feeling' ? finding.feeling : finding.quote;
    const key = `${finding.kind} ${finding.who} ${(said ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    if (seen.has(key)) continue;
    const place = `${finding.kind} ${finding.turn}`;
    const beside = byPlace.get(place) ?? [];
    if (beside.some((other) => other.from < finding.to && other.to > finding.from)) continue;
    seen.add(key);
    byPlace.set(place, [...beside, finding]);
    kept.push(finding);
  }
  return kept;
}

const HALF_HOUR = 1_800_000;
const ROOM = 30;
const STRONG = 0.8;
const WORDS_A_MINUTE = 150;

/** How many suggestions a conversation of its length has room for: thirty for half an hour or less. */
export function roomIn(conversation: Conversation): number {
  const words = conversation.turns.reduce((sum, { text }) => sum + countWords(text), 0);
  return Math.max(ROOM, Math.ceil(((words / WORDS_A_MINUTE) * 60_000 * ROOM) / HALF_HOUR));
}

/** As many as there is room for; beyond that only what is very likely. `found` comes surest first. */
function withinReason(found: Finding[], conversation: Conversation): Finding[] {
  const room = roomIn(conversation);
  return found.filter(({ p }, i) => i < room || p >= STRONG);
}
