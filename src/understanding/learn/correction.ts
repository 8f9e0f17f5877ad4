import type { Conversation } from '#model/conversation.ts';
import type { Finding } from '#model/finding.ts';
import { featuresOf } from './features.ts';

/** What a workspace's decisions add to the engine's confidence: one weight a slot of `features.ts`. Empty, it changes nothing. */
export interface Correction {
  weights: Float32Array;
  /** How many decisions it was learned from. */
  decisions: number;
}

/** In logit: with enough decisions the surest suggestion (0.98) can be learned away, and nothing can be learned beyond that. */
export const MOST = 4;
/** How far each decision lets things move: the first few turn nothing upside down, twenty may go all the way. */
const BY_ONE = 0.2;

/** The same suggestions in the same order, with the confidence this workspace's decisions give them; what the engine alone said is kept beside it. */
export function corrected(found: Finding[], { participants }: Conversation, correction: Correction | undefined): Finding[] {
  if (!correction) return found;
  const sides = new Map(participants.map(({ name, side }) => [name, side]));
  return found.map((finding) => {
    const { kind, quote, who, p } = finding;
    const shift = shiftOf(correction, { kind, quote, ours: sides.get(who) === 'us' });
    return { ...finding, p: Math.round(probability(logit(p) + shift) * 1000) / 1000, engineP: p };
  });
}

/** How far a suggestion moves, in logit: never more than `MOST` either way, and much less while few decisions stand behind it. */
export function shiftOf({ weights, decisions }: Correction, said: Parameters<typeof featuresOf>[0]): number {
  const { slots, values } = featuresOf(said);
  let shift = 0;
  for (let i = 0; i < slots.length; i++) shift += (weights[slots[i] ?? 0] ?? 0) * (values[i] ?? 0);
  const most = Math.min(MOST, decisions * BY_ONE);
  return Math.max(-most, Math.min(most, shift));
}

const SURE = 0.999;

export function logit(p: number): number {
  const within = Math.max(1 - SURE, Math.min(SURE, p));
  return Math.log(within / (1 - within));
}

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
