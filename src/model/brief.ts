/**
 * Before you walk in: which questions are worth asking and why, and what not to bring up. Pure; the order and the limits are ours, not science.
 * The sentences themselves are the catalogue's: a question here is a sort with what fills it.
 */
import { FIRST_QUESTIONS, leadingKind } from './kind-words.ts';
import type { BeliefView, NameRef, NeedView, PromiseView, Quote, TraitView } from './pages.ts';
import type { PersonKind } from './person.ts';
import type { Around, DeedView, PersonCard } from './person-card.ts';
import { feelingsOf, isStale, lastHeldAt } from './trait.ts';

/** The likeliest to be worth the time first: where digging stopped, then what they wait for, what was promised, what is not so, what nobody said back. */
export const QUESTION_SORTS = ['gap', 'unanswered', 'promise', 'repair', 'say-back', 'decider', 'renew', 'goal', 'first'] as const;
type QuestionSort = (typeof QUESTION_SORTS)[number];

export interface BriefQuestion {
  sort: QuestionSort;
  /** gap: the rung nobody asked about, and the deepest we know beside it (methods.md 4.9). */
  depth: number | null;
  known: number | null;
  /** Our words for what it is about: the need, the promise, the belief, the trait, the organisation. */
  words: string;
  /** Theirs, where there are some. */
  quote: string | null;
  /** Where they were said; null where nothing was. */
  said: { conversationId: string; turn: number } | null;
  /** When it was asked or last said, or when it is due: a moment or a day. */
  at: string | null;
  /** first: which of the kind's questions, and of which kind. */
  kind: PersonKind | null;
  i: number | null;
}

export const NOT_SORTS = ['opt-out', 'irritant', 'price', 'alone', 'ended', 'settled'] as const;

export interface RatherNot {
  sort: (typeof NOT_SORTS)[number];
  words: string;
  quote: string | null;
}

/** A question of theirs that nobody took up. */
export interface Asked {
  text: string;
  at: string;
  conversationId: string;
  turn: number;
}

export interface BriefFacts extends Pick<PersonCard, 'kinds' | 'doNotContact' | 'work'> {
  id: string;
  organisation: NameRef | null;
  traits: TraitView[];
  needs: NeedView[];
  beliefs: BeliefView[];
  promises: PromiseView[];
  deeds: DeedView[];
  around: Around[];
  asked: Asked[];
  /** What they said with nobody of theirs there, the newest first. */
  alone: Quote[];
}

export interface BriefPage
  extends Pick<PersonCard, 'kinds' | 'givenName' | 'nickname' | 'livesIn' | 'photoId' | 'doNotContact' | 'prefers' | 'prefersNote'> {
  id: string;
  name: string;
  roleTitle: string;
  pronouns: string | null;
  organisation: NameRef | null;
  lastContactAt: string | null;
  hero: Quote | null;
  questions: BriefQuestion[];
  ratherNot: RatherNot[];
  /** Open ones of both sides, the nearest first. */
  promises: PromiseView[];
  traits: TraitView[];
  /** How they felt last. */
  felt: TraitView | null;
  /** Beliefs that are not so, and still open. */
  toRepair: BeliefView[];
  around: Around[];
}

const QUESTIONS = 3;
const NOTS = 4;
/** Ahead of its day a promise of theirs is worth a word. */
const DUE_SOON_DAYS = 3;
const DAY = 86_400_000;
const DEEPEST = 4;
/** The rung at which we know what it costs the business; below it "surface only". */
const COST = 2;

/** Three questions, each with what makes it worth asking; never two of one sort while another sort has one. `now` is ISO 8601. */
export function questionsFor(facts: BriefFacts, now: string): BriefQuestion[] {
  const found = [
    ...gaps(facts.needs),
    ...facts.asked.map(({ text, at, conversationId, turn }) => ask('unanswered', { quote: text, at, said: { conversationId, turn } })),
    ...promisesDue(facts, now),
    ...repairs(facts.beliefs),
    ...toSayBack(facts.needs),
    ...decider(facts),
    ...facts.traits.filter((one) => !one.endedAt && isStale(one, now)).map((one) => fromTrait('renew', one)),
    ...goals(facts),
  ];
  return choose([...found, ...firstQuestions(facts.kinds)]);
}

/** In the order of sorts; the second of a sort stands behind the first of every other. */
function choose(found: BriefQuestion[]): BriefQuestion[] {
  const rounds = [...Map.groupBy(found, ({ sort }) => sort)].flatMap(([sort, ofSort]) =>
    ofSort.map((question, round) => ({ question, round, rank: QUESTION_SORTS.indexOf(sort) })),
  );
  return rounds
    .toSorted((a, b) => a.round - b.round || a.rank - b.rank)
    .slice(0, QUESTIONS)
    .map(({ question }) => question);
}

function ask(sort: QuestionSort, more: Partial<BriefQuestion>): BriefQuestion {
  return { sort, depth: null, known: null, words: '', quote: null, said: null, at: null, kind: null, i: null, ...more };
}

/** One for each ladder that stops: the rung that is missing between two known ones first, else the one below the deepest. */
export function gaps(needs: NeedView[]): BriefQuestion[] {
  const open = needs.filter((need) => !need.healedAt);
  const found = [...Map.groupBy(open, (need) => topOf(need, open)).values()].flatMap((ladder) => {
    const depths = new Set(ladder.map(({ depth }) => depth));
    const [from, to] = [Math.min(...depths), Math.max(...depths)];
    const missing = Array.from({ length: Math.min(DEEPEST, to + 1) - from + 1 }, (_, i) => from + i).find((depth) => !depths.has(depth));
    if (missing === undefined) return [];
    const within = missing < to;
    const known = within ? Math.min(...[...depths].filter((depth) => depth > missing)) : to;
    const about = ladder.find(({ depth }) => depth === known);
    return [{ within, question: ask('gap', { depth: missing, known, words: about?.statement ?? '', ...quoteOf(about?.quotes) }) }];
  });
  return found
    .toSorted((a, b) => Number(b.within) - Number(a.within) || (a.question.depth ?? 0) - (b.question.depth ?? 0))
    .map(({ question }) => question);
}

function topOf(need: NeedView, needs: NeedView[]): string {
  const seen = new Set<string>();
  let here = need;
  for (;;) {
    const above = needs.find(({ id }) => id === here.parentId);
    if (!above || seen.has(above.id)) return here.id;
    seen.add(here.id);
    here = above;
  }
}

function promisesDue({ id, promises }: BriefFacts, now: string): BriefQuestion[] {
  const soon = new Date(Date.parse(now) + DUE_SOON_DAYS * DAY).toISOString().slice(0, 10);
  const due = promises.filter((one) => !one.keptAt && one.by.id === id && one.dueOn !== null && one.dueOn <= soon);
  return due
    .toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))
    .map((one) => ask('promise', { words: one.what, at: one.dueOn, ...quoteOf(one.quotes) }));
}

function repairs(beliefs: BeliefView[]): BriefQuestion[] {
  const open = beliefs.filter((one) => !one.closedAt && one.kind === 'false' && (one.statement || one.quotes.length > 0));
  return open.map((one) => ask('repair', { words: one.statement, at: one.createdAt, ...quoteOf(one.quotes) }));
}

/** Heard, and never said back: the deepest first (charter L4). */
function toSayBack(needs: NeedView[]): BriefQuestion[] {
  const heard = needs.filter((need) => !need.understoodAt && !need.healedAt && (need.statement || need.quotes.length > 0));
  return heard
    .toSorted((a, b) => b.depth - a.depth)
    .map((need) => ask('say-back', { depth: need.depth, words: need.statement, ...quoteOf(need.quotes) }));
}

const THEY_DECIDE: PersonKind[] = ['prospect', 'customer', 'partner', 'investor'];

function decider({ organisation, around, kinds, work }: BriefFacts): BriefQuestion[] {
  const known = around.some(({ part }) => part === 'decides') || work.some(({ part, untilOn }) => part === 'decides' && !untilOn);
  if (!organisation || known || !kinds.some((kind) => THEY_DECIDE.includes(kind))) return [];
  return [ask('decider', { words: organisation.name })];
}

function goals({ traits, deeds }: BriefFacts): BriefQuestion[] {
  const unhelped = traits.filter((one) => one.kind === 'goal' && !one.endedAt && !deeds.some(({ traitId }) => traitId === one.id));
  return unhelped.map((one) => fromTrait('goal', one));
}

function fromTrait(sort: QuestionSort, trait: TraitView): BriefQuestion {
  return ask(sort, { words: trait.statement, at: lastHeldAt(trait), ...quoteOf(trait.quotes) });
}

function firstQuestions(kinds: PersonKind[]): BriefQuestion[] {
  const kind = leadingKind(kinds);
  return Array.from({ length: FIRST_QUESTIONS }, (_, i) => ask('first', { kind, i }));
}

function quoteOf(quotes: Quote[] | undefined): Pick<BriefQuestion, 'quote' | 'said'> {
  const first = quotes?.[0];
  return first ? { quote: first.text, said: { conversationId: first.conversationId, turn: first.turn } } : { quote: null, said: null };
}

/** What not to bring up, the gravest first. */
export function ratherNotFor({ doNotContact, traits, needs, beliefs, alone, kinds }: BriefFacts): RatherNot[] {
  const irritants = traits.filter((one) => one.kind === 'irritant' && !one.endedAt);
  const ended = traits.filter((one) => one.endedAt && one.kind !== 'feeling' && one.statement);
  const settled = beliefs.filter((one) => one.closedAt && one.kind === 'false' && (one.statement || one.quotes.length > 0));
  const selling = kinds.includes('prospect') || kinds.includes('customer');
  const shallow = needs.length > 0 && needs.every(({ depth }) => depth < COST);
  const not = (sort: RatherNot['sort'], words: string, quotes: Quote[] = []) => ({ sort, words, quote: quotes[0]?.text ?? null });
  return [
    ...(doNotContact ? [not('opt-out', doNotContact.why)] : []),
    ...irritants.slice(0, 2).map((one) => not('irritant', one.statement, one.quotes)),
    ...(selling && shallow ? [not('price', '')] : []),
    ...alone.slice(0, 1).map((one) => not('alone', '', [one])),
    ...irritants.slice(2).map((one) => not('irritant', one.statement, one.quotes)),
    ...ended.map((one) => not('ended', one.statement)),
    ...settled.map((one) => not('settled', one.statement, one.quotes)),
  ].slice(0, NOTS);
}

/** What stands on one sheet: so many of each, the weightiest. */
export function shortened(facts: BriefFacts, now: string): Pick<BriefPage, 'promises' | 'traits' | 'felt' | 'toRepair' | 'around'> {
  const holds = facts.traits.filter((one) => !one.endedAt && one.kind !== 'feeling' && !isStale(one, now));
  return {
    promises: facts.promises.filter((one) => !one.keptAt).slice(0, 4),
    traits: holds.toSorted((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind)).slice(0, 6),
    felt: feelingsOf(facts.traits.filter((one) => !one.endedAt))[0] ?? null,
    toRepair: facts.beliefs.filter((one) => one.kind === 'false' && !one.closedAt).slice(0, 2),
    around: facts.around.slice(0, 4),
  };
}

const WEIGHT: TraitView['kind'][] = ['value', 'risk', 'goal', 'preference', 'interest', 'irritant', 'event', 'feeling'];
