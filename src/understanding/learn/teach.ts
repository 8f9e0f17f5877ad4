import type { FindingKind } from '#model/finding.ts';
import { type Correction, logit, probability } from './correction.ts';
import { type Features, featuresOf, SLOTS } from './features.ts';

/** What a person said of one suggestion of the engine. */
export interface Decision {
  /** As the engine suggested it. */
  kind: FindingKind;
  quote: string;
  /** Whether the words are of our own side. */
  ours: boolean;
  /** The engine's own confidence, without any correction. */
  p: number;
  yes: boolean;
}

/** How strongly weights are held at nought: a handful of decisions moves little, each further one less than the one before. */
const HOLD = 0.5;
const ROUNDS = 80;

/**
 * The correction that these decisions teach: logistic regression on top of the engine's own logit, held at nought. It is found anew from all of
 * them, so it knows no order, and what is not among them any more has taught nothing (docs/decisions/013).
 */
export function taughtBy(decisions: Decision[]): Correction {
  const weights = new Float32Array(SLOTS);
  const lessons = decisions.map(({ p, yes, ...said }) => ({ ...featuresOf(said), base: logit(p), yes: yes ? 1 : 0 }));
  const steps = stepsFor(lessons);
  const ahead = new Float64Array(SLOTS);
  const slope = new Float64Array(SLOTS);
  // Nesterov's descent: each round looks from a little ahead of where it stands.
  for (let round = 1; round <= ROUNDS; round++) {
    for (let j = 0; j < SLOTS; j++) slope[j] = HOLD * (ahead[j] ?? 0);
    for (const { slots, values, base, yes } of lessons) {
      let z = base;
      for (let i = 0; i < slots.length; i++) z += (ahead[slots[i] ?? 0] ?? 0) * (values[i] ?? 0);
      const wrong = probability(z) - yes;
      for (let i = 0; i < slots.length; i++) slope[slots[i] ?? 0] = (slope[slots[i] ?? 0] ?? 0) + wrong * (values[i] ?? 0);
    }
    const push = (round - 1) / (round + 2);
    for (let j = 0; j < SLOTS; j++) {
      const before = weights[j] ?? 0;
      const next = (ahead[j] ?? 0) - (slope[j] ?? 0) * (steps[j] ?? 0);
      weights[j] = next;
      ahead[j] = next + push * (next - before);
    }
  }
  return { weights, decisions: decisions.length };
}

/** The longest step each weight can take without overshooting: the curve of a lesson is at most a quarter, shared by all weights in it. */
function stepsFor(lessons: Features[]): Float64Array {
  const curve = new Float64Array(SLOTS).fill(HOLD);
  for (const { slots, values } of lessons) {
    const all = values.reduce((sum, value) => sum + Math.abs(value), 0);
    for (let i = 0; i < slots.length; i++) curve[slots[i] ?? 0] = (curve[slots[i] ?? 0] ?? 0) + 0.25 * Math.abs(values[i] ?? 0) * all;
  }
  return curve.map((most) => 1 / most);
}
