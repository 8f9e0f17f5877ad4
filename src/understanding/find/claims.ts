import type { Claim } from '#model/offering.ts';
import { ourModel } from '../heads/model.ts';
import { meanInto } from '../heads/vectors.ts';
import { isContent, stemOf } from '../language/content.ts';
import { hear } from '../language/words.ts';
import type { Said } from './heard.ts';

/** A claim made ready to hold sentences against: its stems with what each weighs, its meaning, whether it denies something. */
interface Ready {
  claim: Claim;
  stems: Map<string, number>;
  total: number;
  mean: Float32Array;
  denies: boolean;
}

export interface Held {
  claim: Claim;
  /** 0 to 1: how much of the claim the sentence speaks of. */
  nearness: number;
  /** One of the two denies what the other says. */
  contradicts: boolean;
}

const ENOUGH = 0.34;
const NOT = /\b(?:not|never|no|nobody|none|nothing|only|just|hardly|cannot|[a-z]+n['’]t|too(?= \w))\b/i;
const WITHOUT = /\bwithout\b/i;
const ready = new WeakMap<Claim[], Ready[]>();

/** The claim that a sentence of theirs speaks of most, when it speaks of one: shared stems (rare ones weigh more) and nearness of meaning. */
export function heldAgainst(said: Said, claims: Claim[]): Held | null {
  if (claims.length === 0) return null;
  const words = said.sentence.words;
  const stems = new Set(words.filter(({ w }) => isContent(w)).map(({ w }) => stemOf(w)));
  const { vectors } = ourModel();
  const mean = new Float32Array(vectors.dimensions);
  meanInto(
    mean,
    0,
    words.filter(({ w }) => isContent(w)),
    vectors,
  );
  let best: Held | null = null;
  const denies = isDenial(said.text.slice(said.sentence.from, said.sentence.to));
  for (const one of readied(claims)) {
    let shared = 0;
    for (const [stem, weight] of one.stems) if (stems.has(stem)) shared += weight;
    let cosine = 0;
    for (let k = 0; k < mean.length; k++) cosine += (mean[k] as number) * (one.mean[k] as number);
    const nearness = 0.7 * Math.min(1, (shared / Math.max(1e-6, one.total)) * 2) + 0.3 * Math.max(0, (cosine - 0.5) * 2);
    if (nearness >= ENOUGH && nearness > (best?.nearness ?? 0)) best = { claim: one.claim, nearness, contradicts: denies !== one.denies };
  }
  return best;
}

/** "Does not work without a signal" denies twice over what "works without a signal" denies once. */
function isDenial(words: string): boolean {
  return NOT.test(words) !== WITHOUT.test(words);
}

function readied(claims: Claim[]): Ready[] {
  const known = ready.get(claims);
  if (known) return known;
  const { vectors } = ourModel();
  const heard = claims.map(({ statement }) => hear(statement).words.filter(({ w }) => isContent(w)));
  const often = new Map<string, number>();
  for (const words of heard) for (const stem of new Set(words.map(({ w }) => stemOf(w)))) often.set(stem, (often.get(stem) ?? 0) + 1);
  const made = claims.map((claim, i) => {
    const words = heard[i] ?? [];
    const stems = new Map([...new Set(words.map(({ w }) => stemOf(w)))].map((stem) => [stem, 1 / (often.get(stem) ?? 1)]));
    const mean = new Float32Array(vectors.dimensions);
    meanInto(mean, 0, words, vectors);
    const total = [...stems.values()].reduce((sum, weight) => sum + weight, 0);
    return { claim, stems, total, mean, denies: isDenial(claim.statement) };
  });
  ready.set(claims, made);
  return made;
}
