import type { Act, FoundAct, Spin } from '#model/act.ts';
import type { Confidences } from '../heads/hearing.ts';
import type { Unit } from '../heads/unit.ts';

/** Acts of which a sentence has at most one kind: whether it is one at all is decided first, which kind after that. */
const FAMILIES: { family: string; kinds: Act[] }[] = [
  { family: 'question', kinds: ['question.open', 'question.closed'] },
  { family: 'reflection', kinds: ['reflection.simple', 'reflection.complex'] },
  { family: 'pitch', kinds: ['pitch.expertise', 'pitch.features', 'pitch.mission'] },
];
const ALONE: Act[] = [
  'commitment',
  'request',
  'need',
  'implication',
  'feeling',
  'advice',
  'affirmation',
  'thanks',
  'self-disclosure',
  'smalltalk',
];
const TELLING: Act[] = ['information', 'other', 'smalltalk', 'self-disclosure'];
const SPINS: Spin[] = ['situation', 'problem', 'implication', 'need-payoff'];

/** Never said of our side's words, and never of theirs: the needs that are listened for are theirs, the talk about ourselves is ours. */
const NOT_OURS = new Set<Act>(['need', 'implication', 'feeling']);

/**
 * The acts of one sentence by the trained heads: those that are sure enough, each with its calibrated confidence; for a question or a reflection that
 * of being one at all. When no head is sure enough, the likeliest way of telling.
 */
export function actsByHeads(unit: Unit, i: number, heads: Confidences): FoundAct[] {
  const { side, sentence } = unit;
  const found: FoundAct[] = [];
  const add = (act: Act, p: number, spin?: Spin | null) =>
    found.push({ act, p: Math.round(p * 100) / 100, from: sentence.from, to: sentence.to, ...(spin ? { spin } : {}) });
  for (const { family, kinds } of FAMILIES) {
    if (!heads.says(i, family) || (family === 'pitch' && side === 'them')) continue;
    const [kind] = [...kinds].sort((a, b) => heads.of(i, b) - heads.of(i, a));
    if (kind) add(kind, heads.of(i, family), family === 'question' && side === 'us' ? spinOf(i, heads) : null);
  }
  for (const act of ALONE)
    if (heads.says(i, act) && !(side === 'us' && NOT_OURS.has(act)) && !(act === 'commitment' && isDenied(unit)))
      add(act, heads.of(i, act));
  if (found.length === 0 || (heads.says(i, 'information') && found.every(({ act }) => act === 'smalltalk' || act === 'thanks'))) {
    const [likeliest] = [...TELLING].sort((a, b) => heads.of(i, b) - heads.of(i, a));
    if (likeliest && !found.some(({ act }) => act === likeliest)) add(likeliest, heads.of(i, likeliest));
  }
  return found;
}

/** "I will be honest", "if you like I'll send it": it sounds like a promise and is none. */
function isDenied({ acting }: Unit): boolean {
  const promise = acting.get('commitment');
  if (!promise) return acting.has('not-promise');
  const condition = acting.get('condition');
  return condition !== undefined && condition.start < promise.start && !acting.has('asked-first');
}

/** Rackham's kind of our question (methods.md 4.1); small talk and what is about the meeting itself has none. */
function spinOf(i: number, heads: Confidences): Spin | null {
  const [spin] = [...SPINS].sort((a, b) => heads.of(i, `spin ${b}`) - heads.of(i, `spin ${a}`));
  return spin && heads.says(i, `spin ${spin}`) ? spin : null;
}
