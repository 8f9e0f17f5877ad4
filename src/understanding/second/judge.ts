import type { Conversation, Side } from '#model/conversation.ts';
import { type Depth, type Finding, type FindingFields, type FindingKind, isFindingKind } from '#model/finding.ts';
import type { Candidate } from '#model/language-model.ts';
import { dueIn } from '../find/due.ts';
import { momentsOf, roomIn } from '../find/find.ts';
import { ownSentencesOf } from '../language/forwarded.ts';
import { type Tongue, tongueOf } from '../language/tongue.ts';
import { hear } from '../language/words.ts';

export interface JudgeOptions {
  /** IANA name: what "Friday" means. UTC when not given. */
  zone?: string;
  /** ISO 8601: the moment to count from when the conversation does not say when it was. */
  now?: string;
}

const MOST_A_TURN = 2;
const MOST_QUOTED = 600;
// What stands there more often than this says nothing by itself.
const MOST_TRIES = 50;
const MOST_WORDED = 200;
const MOST_NAMED = 80;

/** Until a benchmark has told how often it is right: as unsure as a suggestion can be. */
const UNMEASURED = 0.5;

/**
 * What a language model said it found, held against what was really said; whatever fails is left out, nothing is mended. A finding that is left has
 * a quote that stands in its turn letter for letter, in the writer's own words, of a kind that its speaker's side can say; its days are counted
 * by us. So whatever the model was talked into, it can at worst suggest something beside a true quote.
 */
export function judge(conversation: Conversation, candidates: Candidate[], options: JudgeOptions = {}): Finding[] {
  const ground = groundOf(conversation, options);
  const kept: Finding[] = [];
  for (const candidate of candidates) {
    const finding = judged(candidate, ground);
    if (finding && !kept.some((other) => isOver(finding, other))) kept.push(finding);
  }
  return withinReason(kept, roomIn(conversation)).sort((a, b) => a.turn - b.turn || a.from - b.from);
}

/** The same kind over the same words is the same finding. */
export function isOver(one: Finding, other: Finding): boolean {
  return one.kind === other.kind && one.turn === other.turn && one.from < other.to && other.from < one.to;
}

interface Ground {
  conversation: Conversation;
  sides: Map<string, Side>;
  momentOf: (turn: number) => Date | null;
  zone: string;
  tongue: Tongue;
}

function groundOf(conversation: Conversation, { zone = 'UTC', now }: JudgeOptions): Ground {
  return {
    conversation,
    sides: new Map(conversation.participants.map(({ name, side }) => [name, side])),
    momentOf: momentsOf(conversation, now),
    zone,
    tongue: tongueOf(conversation.turns.slice(0, 200).flatMap(({ text }) => hear(text).words)),
  };
}

function judged(candidate: Candidate, ground: Ground): Finding | null {
  const { kind, turn } = candidate;
  const said = ground.conversation.turns[turn];
  if (!said || !isFindingKind(kind) || !maySay(ground.sides.get(said.speaker) ?? 'unknown', kind)) return null;
  const place = placeOf(candidate.quote, said.text);
  if (!place) return null;
  const quote = said.text.slice(place.from, place.to);
  const fields = fieldsOf(kind, candidate, { ground, turn, quote, text: said.text, who: said.speaker });
  return fields && { kind, who: said.speaker, quote, turn, ...place, p: UNMEASURED, ...fields };
}

/** What is about them comes from them, or from who might be one of them; promises come from both. */
function maySay(side: Side, kind: FindingKind): boolean {
  return side !== 'us' || kind === 'commitment';
}

/** Where these very letters stand, as whole words, in what the writer wrote themselves. Null: nowhere. */
function placeOf(quote: string, text: string): { from: number; to: number } | null {
  const words = quote.trim();
  if (!/\p{L}{2}/u.test(words) || words.length > MOST_QUOTED || !words.isWellFormed()) return null;
  const own = text.includes('>') ? ownSentencesOf(text) : null;
  const isOwn = (at: number) => !own || own.some((sentence) => sentence.from <= at && at < sentence.to);
  let from = text.indexOf(words);
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
    const to = from + words.length;
    if (isWhole(text, from, to) && isOwn(from) && isOwn(to - 1)) return { from, to };
    from = text.indexOf(words, from + 1);
  }
  return null;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

function isWhole(text: string, from: number, to: number): boolean {
  const cut = (before: string | undefined, after: string | undefined) => LETTER.test(before ?? '') && LETTER.test(after ?? '');
  // By whole letters: those outside of the basic plane are two units.
  const before = [...text.slice(Math.max(0, from - 2), from)].at(-1);
  const last = [...text.slice(Math.max(from, to - 2), to)].at(-1);
  return !cut(before, [...text.slice(from, from + 2)][0]) && !cut(last, [...text.slice(to, to + 2)][0]);
}

interface Around {
  ground: Ground;
  turn: number;
  quote: string;
  text: string;
  who: string;
}

/** Each kind fills only its own fields; null when what it cannot do without is missing. */
function fieldsOf(kind: FindingKind, candidate: Candidate, around: Around): FindingFields | null {
  const statement = ours(candidate.statement, MOST_WORDED);
  if (kind === 'commitment' || kind === 'request') return owed(candidate, statement, around);
  if (kind === 'need') return { statement, depth: depthOf(candidate.depth) };
  if (kind === 'feeling') {
    const feeling = ours(candidate.feeling, MOST_NAMED);
    return feeling === null ? null : { feeling, tone: oneOf(candidate.tone, ['good', 'bad', 'mixed'] as const) };
  }
  if (kind === 'feedback') return { statement, verdict: oneOf(candidate.verdict, ['well', 'better'] as const) };
  if (kind === 'objection') return { statement, name: ours(candidate.name, MOST_NAMED) };
  if (kind === 'competitor' || kind === 'referral') {
    const name = ours(candidate.name, MOST_NAMED);
    // Whom they named stands in their words.
    return name && around.text.toLowerCase().includes(name.toLowerCase()) ? { name } : null;
  }
  return statement ? { statement } : null;
}

/** What, in their wording or ours; to whom, when only two talk; by when, from the quote alone. */
function owed({ what }: Candidate, statement: string | null, { ground, turn, quote, text, who }: Around): FindingFields | null {
  const deed = ours(what, MOST_WORDED) ?? statement;
  if (!deed) return null;
  const moment = ground.momentOf(turn);
  const due = moment ? dueIn(quote, moment, ground.zone, tongueOf(hear(text.slice(0, 2000)).words, ground.tongue)) : null;
  const others = ground.conversation.participants.filter(({ name }) => name !== who);
  const whom = others.length === 1 ? (others[0]?.name ?? null) : null;
  return { statement: statement ?? deed, whom, what: deed, due: due?.due ?? null, dueText: due?.dueText ?? null };
}

// Beside a true quote nothing may stand that leads elsewhere, writes over it, or cannot be seen.
const NOT_OURS = /:\/\/|\bwww\.|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A short wording, in one line and without what a wording does not need; else none: the quote speaks for itself. */
function ours(said: string | null, most: number): string | null {
  const line = said?.replace(/\s+/g, ' ').trim() ?? '';
  return /\p{L}/u.test(line) && line.length <= most && !NOT_OURS.test(line) ? line : null;
}

function depthOf(depth: number | null): Depth | null {
  return depth === 0 || depth === 1 || depth === 2 || depth === 3 || depth === 4 ? depth : null;
}

function oneOf<Word extends string>(said: string | null, words: readonly Word[]): Word | null {
  return words.find((word) => word === said) ?? null;
}

/** A few a turn; and where there are more than a conversation of its length has room for, the first of each turn before the second. */
function withinReason(found: Finding[], room: number): Finding[] {
  const inTurn = new Map<number, number>();
  const ranked = found.map((finding) => {
    const nth = inTurn.get(finding.turn) ?? 0;
    inTurn.set(finding.turn, nth + 1);
    return { finding, nth };
  });
  return ranked
    .filter(({ nth }) => nth < MOST_A_TURN)
    .sort((a, b) => a.nth - b.nth || a.finding.turn - b.finding.turn)
    .slice(0, room)
    .map(({ finding }) => finding);
}
