import type { Claim } from '#model/offering.ts';
import { ourModel } from '../heads/model.ts';
import { isContent, stemOf } from '../language/content.ts';
import { hear } from '../language/words.ts';
import type { Said } from './heard.ts';
import type { Setting } from './promises.ts';

export interface Held {
  claim: Claim;
  /** About 0 to 2: how much of the claim is spoken of, in the sentence and around it. */
  nearness: number;
  /** One of the two denies what the other says. */
  contradicts: boolean;
}

/** A word that says what something is about, with its stem, what it weighs, and its direction; null where we have no vector. */
interface Meant {
  stem: string;
  weight: number;
  vector: Float32Array | null;
}

/** How much counts beside the sentence itself: the rest of its turn, our answer to it, what we said before it. Chosen on the training talks. */
const TURN = 0.3;
const ANSWER = 1;
const BEFORE = 0.3;
/** Characters either side: a turn may be a whole pasted log, and each of its sentences is held against the claims. */
const NEAR = 600;
const ENOUGH = 0.2;
/** Words less alike than this say different things. */
const ALIKE = 0.45;
const LIKE = 0.7;
const NOT = /\b(?:not|never|no|nobody|none|nothing|only|just|hardly|cannot|[a-z]+n['’]t|too(?= \w))\b/i;
const WITHOUT = /\bwithout\b/i;
const MEASURES = new Set(
  'one two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred thousand day days week weeks month months hour hours year years night nights morning evening weekend sunday saturday free price cost costs pay euro euros pounds'.split(
    ' ',
  ),
);

/**
 * The claim that a sentence of theirs speaks of most, or null when none is near: each word of a claim counts as far as a word here has its stem or a like
 * meaning, rare words more. Our answer often names what they had wrong, so it is read with it.
 */
export function heldAgainst(said: Said, { claims, conversation }: Pick<Setting, 'claims' | 'conversation'>): Held | null {
  if (claims.length === 0) return null;
  const { turns } = conversation;
  const ours = new Set(conversation.participants.filter(({ side }) => side === 'us').map(({ name }) => name));
  const isOurs = (turn: number) => ours.has(turns[turn]?.speaker ?? '');
  const answer = [said.turn + 1, said.turn + 2].find(isOurs);
  const here = meantIn(said.text.slice(said.sentence.from, said.sentence.to));
  const around: [Meant[], number][] = [
    [here, 1],
    [meantIn(said.text.slice(Math.max(0, said.sentence.from - NEAR), said.sentence.to + NEAR)), TURN],
    [answer === undefined ? [] : meantIn((turns[answer]?.text ?? '').slice(0, 2 * NEAR)), ANSWER],
    [isOurs(said.turn - 1) ? meantIn((turns[said.turn - 1]?.text ?? '').slice(-2 * NEAR)) : [], BEFORE],
  ];
  const denies = isDenial(said.text.slice(said.sentence.from, said.sentence.to));
  let best: Held | null = null;
  for (const claim of claims) {
    const wanted = claimed(claim);
    const nearness = around.reduce((sum, [words, weight]) => sum + (words.length === 0 ? 0 : weight * shareOf(wanted, words)), 0);
    if (nearness >= ENOUGH && nearness > (best?.nearness ?? 0))
      best = { claim, nearness, contradicts: denies !== isDenial(claim.statement) };
  }
  return best;
}

/** "Does not work without a signal" denies twice over what "works without a signal" denies once. */
function isDenial(sentence: string): boolean {
  return NOT.test(sentence) !== WITHOUT.test(sentence);
}

/** How much of a claim's words come back in these. Short claims are not found sooner for being short. */
function shareOf(claim: Meant[], words: Meant[]): number {
  let shared = 0;
  let total = 0;
  for (const { stem, weight, vector } of claim) {
    total += weight;
    let most = 0;
    for (const word of words) {
      if (word.stem === stem) {
        most = 1;
        break;
      }
      if (vector && word.vector) most = Math.max(most, (LIKE * (cosineOf(vector, word.vector) - ALIKE)) / (1 - ALIKE));
    }
    shared += weight * most;
  }
  return shared / Math.max(1.5, Math.sqrt(total) * 1.6);
}

const known = new WeakMap<Claim, Meant[]>();

function claimed(claim: Claim): Meant[] {
  const before = known.get(claim);
  if (before) return before;
  const meant = meantIn(claim.statement);
  known.set(claim, meant);
  return meant;
}

function meantIn(text: string): Meant[] {
  const words = new Set(hear(text).words.map(({ w }) => w));
  return [...words].filter((w) => isContent(w) || MEASURES.has(w) || /\d/.test(w)).map(meantBy);
}

const meanings = new Map<string, Meant>();
const MOST_KEPT = 20_000;

function meantBy(word: string): Meant {
  const kept = meanings.get(word);
  if (kept) return kept;
  const { at, dimensions, values } = ourModel().vectors;
  const place = at.get(word);
  // The vectors' words stand in the order of how common they are.
  const weight = place === undefined ? 1.6 : Math.min(1.6, Math.max(0.25, Math.log(1 + place / 60) / 3));
  let vector: Float32Array | null = null;
  if (place !== undefined) {
    vector = Float32Array.from(values.subarray(place * dimensions, (place + 1) * dimensions));
    const length = Math.hypot(...vector) || 1;
    for (let k = 0; k < dimensions; k++) vector[k] = (vector[k] as number) / length;
  }
  const meant = { stem: stemOf(word), weight, vector };
  if (meanings.size < MOST_KEPT) meanings.set(word, meant);
  return meant;
}

function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += (one[k] as number) * (other[k] as number);
  return sum;
}
