import type { Heard } from './why.ts';

/** What a piece of a turn does. The engine labels turns with these; a turn may carry several. */
export const ACTS = [
  'question.open',
  'question.closed',
  'reflection.simple',
  'reflection.complex',
  'affirmation',
  'information',
  'pitch.expertise',
  'pitch.features',
  'pitch.mission',
  'advice',
  'smalltalk',
  'self-disclosure',
  'commitment',
  'request',
  'need',
  'implication',
  'feeling',
  'thanks',
  'other',
] as const;
export type Act = (typeof ACTS)[number];

/** Rackham's kinds of questions (methods.md 4.1). */
export type Spin = 'situation' | 'problem' | 'implication' | 'need-payoff';

/**
 * One act found in a turn: characters `from` (inclusive) to `to` (exclusive) of its text, with a calibrated confidence 0 to 1. What is reported at all
 * is stood by: the engine keeps silent below its own thresholds, so nothing after it asks how sure it is.
 */
export interface FoundAct {
  act: Act;
  p: number;
  from: number;
  to: number;
  spin?: Spin;
  /** What made it so, where that was asked for. */
  why?: Heard | undefined;
  /** A question known by its mark alone, in a language that we do not understand: whether it is open or closed is not known. */
  by?: 'mark';
}

/** The ten families that acts are drawn in, as in the legend of the conversation page. */
export type ActFamily = 'ask' | 'reflect' | 'need' | 'feeling' | 'expertise' | 'features' | 'mission' | 'promise' | 'tell' | 'small';

const FAMILY: Record<Act, ActFamily> = {
  'question.open': 'ask',
  'question.closed': 'ask',
  'reflection.simple': 'reflect',
  'reflection.complex': 'reflect',
  affirmation: 'reflect',
  information: 'tell',
  advice: 'tell',
  other: 'tell',
  'pitch.expertise': 'expertise',
  'pitch.features': 'features',
  'pitch.mission': 'mission',
  smalltalk: 'small',
  thanks: 'small',
  'self-disclosure': 'small',
  commitment: 'promise',
  request: 'promise',
  need: 'need',
  implication: 'need',
  feeling: 'feeling',
};

export function familyOf(act: Act): ActFamily {
  return FAMILY[act];
}

/** How much an act says about a turn when it carries several: the rarer and the more telling first. */
const WEIGHT: Act[] = [
  'need',
  'implication',
  'feeling',
  'commitment',
  'request',
  'reflection.complex',
  'reflection.simple',
  'question.open',
  'question.closed',
  'pitch.mission',
  'pitch.features',
  'pitch.expertise',
  'advice',
  'affirmation',
  'self-disclosure',
  'thanks',
  'information',
  'smalltalk',
  'other',
];

/** The one act a turn is coloured by, or null when nothing was found: the most telling, then the surest; of talk about ourselves what takes most of it. */
export function leadingAct(acts: FoundAct[]): FoundAct | null {
  let best: FoundAct | null = null;
  for (const act of acts) if (!best || leads(act, best)) best = act;
  return best?.act.startsWith('pitch.') ? longestPitch(acts) : best;
}

function leads(one: FoundAct, other: FoundAct): boolean {
  const more = WEIGHT.indexOf(one.act) - WEIGHT.indexOf(other.act);
  return more < 0 || (more === 0 && one.p > other.p);
}

function longestPitch(acts: FoundAct[]): FoundAct | null {
  const lengths = new Map<Act, number>();
  let best: FoundAct | null = null;
  for (const act of acts) {
    if (!act.act.startsWith('pitch.')) continue;
    lengths.set(act.act, (lengths.get(act.act) ?? 0) + act.to - act.from);
    if (!best || (lengths.get(act.act) ?? 0) > (lengths.get(best.act) ?? 0)) best = act;
  }
  return best;
}
