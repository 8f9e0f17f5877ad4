import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import type { OpenQuestion } from '../measure/unanswered.ts';
import type { FindTag } from './cue.ts';
import type { Said } from './heard.ts';
import { nameNear } from './names.ts';
import { about } from './traits.ts';

const CORRECTS = /^\W*(?:(?:nou|oh|ah|nee|hmm|uh|oké)\W+)*(?:nee\b|eigenlijk|niet alleen|dat klopt niet)/i;
const IMPERATIVE = /^(?:praat|bel|spreek|ga)$/;
const WE_DO_NOT_KNOW = /\bweet ik niet\b/i;
const DENIED = /\b(?:niet|nooit|als)\b/i;
const AGREES = /^\W*(?:(?:nou|oh|ah|uh|oké)\W+)*(?:ja\b|klopt|precies|inderdaad)/i;

/** What they hold about us: wrong when we put it right next, true when we agree, unsure otherwise; a hole when they ask and nobody answers. */
export function beliefIn(said: Said, conversation: Conversation, open: OpenQuestion[]): Finding | null {
  if (said.side !== 'them') return null;
  const words = said.text.slice(said.sentence.from, said.sentence.to);
  const gap = said.finding.get('belief.gap');
  const asked = open.some(({ turn, from, to }) => turn === said.turn && from < said.sentence.to && to > said.sentence.from);
  const unknown = said.asks && WE_DO_NOT_KNOW.test(nextReply(conversation, said.turn) ?? '');
  if (gap && (asked || unknown || (!said.asks && gap.p > 0.8))) return about(said, 'belief.gap', 'belief.gap');
  if (said.finding.has('trusting') && !said.asks && !DENIED.test(words)) return about(said, 'belief.true', 'trusting');
  if (!said.finding.has('belief') || said.sentence.words.length < 4) return null;
  const reply = nextReply(conversation, said.turn);
  if (reply && CORRECTS.test(reply)) return about(said, 'belief.false', 'belief');
  if (reply && AGREES.test(reply)) return about(said, 'belief.true', 'belief');
  const narrow = said.finding.has('limits');
  const found = narrow ? about(said, 'belief.false', 'belief') : null;
  return found ? { ...found, p: 0.6 } : null;
}

function nextReply(conversation: Conversation, turn: number): string | null {
  const sides = new Map(conversation.participants.map(({ name, side }) => [name, side]));
  for (const next of conversation.turns.slice(turn + 1, turn + 4)) if (sides.get(next.speaker) === 'us') return next.text;
  return null;
}

/** What we do well or must do better, from them. */
export function feedbackIn(said: Said): Finding | null {
  if (said.side !== 'them' || said.asks || !said.finding.has('feedback')) return null;
  const blame = said.finding.has('blame');
  if (!blame && !said.finding.has('praise')) return null;
  return about(said, 'feedback', 'feedback', { verdict: blame ? 'better' : 'well' });
}

/** Somebody who sends us on, or came to us by another. */
export function referralIn(said: Said, conversation: Conversation): Finding | null {
  const hit = said.finding.get('referral');
  if (said.side === 'us' || said.asks) return null;
  if (hit) return about(said, 'referral', 'referral', { name: nameNear(said, hit, conversation, 12) });
  const on = said.finding.get('send-on');
  // Somebody who was told comes to us only when we come into it.
  if (on && !IMPERATIVE.test(said.sentence.words[on.start]?.w ?? '') && !said.finding.has('to-you')) return null;
  const name = on ? nameNear(said, { start: on.end, end: on.end }, conversation, 1) : null;
  if (!name) return null;
  return about(said, 'referral', 'send-on', { name });
}

/** Another name they measure us against, or use today. A name is a word with a capital that does not begin the sentence. */
export function competitorIn(said: Said, conversation: Conversation): Finding | null {
  const hit = said.finding.get('competitor');
  if (!hit || said.side === 'us') return null;
  const name = nameNear(said, hit, conversation, 3);
  return name ? about(said, 'competitor', 'competitor', { name }) : null;
}

const SUBJECTS: [FindTag, string][] = [
  ['subject.price', 'price'],
  ['subject.authority', 'authority'],
  ['subject.no-need', 'need'],
  ['subject.timing', 'timing'],
  ['subject.trust', 'trust'],
];

/** What an objection is about, when its words say so. */
export function subjectOf({ finding }: Said): string | null {
  return SUBJECTS.find(([tag]) => finding.has(tag))?.[1] ?? null;
}

/** What holds them back, and what it is about. */
export function objectionIn(said: Said): Finding | null {
  const hit = said.finding.get('objection');
  if (!hit || said.side === 'us' || said.asks) return null;
  if (hit.p < 0.8 && said.sentence.words.length < 4) return null;
  // "Als je er niet klaar voor bent" holds nobody back here.
  if (/^\W*als (?:je|u|jullie)\b/i.test(said.text.slice(said.sentence.from, said.sentence.to))) return null;
  if (/^(?:niet|nooit)$/.test(said.sentence.words[hit.start - 1]?.w ?? '')) return null;
  const found = about(said, 'objection', 'objection', { name: subjectOf(said) });
  return found && (said.side === 'unknown' || hit.p < 0.8) ? { ...found, p: found.p - 0.1 } : found;
}
