import type { FoundAct } from '#model/act.ts';
import type { Conversation, Turn } from '#model/conversation.ts';
import type { Language } from '#model/language.ts';
import type { AskedByUs, Listening, SpeakerFigures } from '#model/listening.ts';
import { countWords } from '../language/words.ts';
import { judged, type Known, knownIn } from './known.ts';
import { isQuestion } from './question.ts';
import { type Run, runsOf } from './runs.ts';
import { factsOf, type TurnFacts } from './turn-facts.ts';
import { type OpenQuestion, unansweredQuestions } from './unanswered.ts';

export interface Measures {
  listening: Listening;
  speakers: SpeakerFigures[];
  /**
   * Milliseconds from the start of the recording to the last word. Where only starts are known it is the last start, so at least that long;
   * null where times are guessed or missing.
   */
  durationMs: number | null;
}

const MINUTE = 60_000;

/**
 * The figures of listening (design.md section 5, methods.md section 4): milliseconds, shares 0 to 1, null for what this file cannot tell.
 * Talk share is our segments' durations over everyone's, unknown speakers included; by words where times are not exact. Nobody of us: what is
 * about us is null. Back-channels stand in durations and words, but neither break a run nor count for patience, switches and the longest stretches.
 * Turns in a language that is not understood (`languages`, a turn each) count wherever no language is needed, and nowhere else.
 */
export function measure(conversation: Conversation, acts: FoundAct[][], languages: readonly Language[] = []): Measures {
  const facts = factsOf(conversation);
  const known = knownIn(languages, facts);
  const speakers = speakersOf(conversation, facts);
  const runs = runsOf(conversation, facts);
  const counted = countActs(acts, facts);
  const exact = conversation.timeQuality === 'exact';
  const hasUs = speakers.some(({ side, turns }) => side === 'us' && turns > 0);
  const hasThem = speakers.some(({ side, turns }) => side === 'them' && turns > 0);
  const oursOnly = <T>(figure: () => T): T | null => (hasUs ? figure() : null);
  const understood = <T>(figure: () => T): T | null => (hasUs && known.ours ? figure() : null);
  const canJudge = known.theirs && (counted.judged > 0 || counted.theirs === 0);
  const listening: Listening = {
    talkShare: oursOnly(() => talkShare(speakers, exact)) ?? null,
    basis: exact ? 'time' : 'words',
    longestMonologueMs: exact ? oursOnly(() => longest(runs, 'us')) : null,
    longestStoryMs: exact && hasThem ? longest(runs, 'them') : null,
    patienceMs: exact && hasUs && hasThem ? patience(runs) : null,
    switchesPerMinute: switchesPerMinute(conversation, runs),
    paceWordsPerMinute: exact ? oursOnly(() => pace(speakers)) : null,
    questions: {
      ours: oursOnly(() => (known.ours ? counted.ours : { ...NO_KINDS, n: counted.ours.n })),
      theirs: hasThem ? counted.theirs : null,
      ...leftOpen(hasUs && hasThem && canJudge ? unansweredQuestions(conversation, judged(acts, known), facts, runs) : null),
      ...(known.all || !canJudge ? {} : { unansweredOf: counted.judged }),
    },
    reflections: understood(() => counted.reflections),
    pitch: understood(() => pitch(conversation, acts, facts, known)),
    n: { turns: conversation.turns.length, ours: turnsOf(speakers, 'us'), theirs: turnsOf(speakers, 'them') },
  };
  return { listening, speakers, durationMs: durationOf(conversation) };
}

function leftOpen(open: OpenQuestion[] | null): Pick<Listening['questions'], 'unanswered' | 'unansweredAt'> {
  return open ? { unanswered: open.length, unansweredAt: open } : { unanswered: null };
}

function speakersOf(conversation: Conversation, { words }: TurnFacts): SpeakerFigures[] {
  const exact = conversation.timeQuality === 'exact';
  const figures = new Map<string, SpeakerFigures>();
  for (const { name, side } of conversation.participants) figures.set(name, { name, side, turns: 0, words: 0, ms: exact ? 0 : null });
  for (const [i, turn] of conversation.turns.entries()) {
    let speaker = figures.get(turn.speaker);
    if (!speaker) {
      speaker = { name: turn.speaker, side: 'unknown', turns: 0, words: 0, ms: exact ? 0 : null };
      figures.set(turn.speaker, speaker);
    }
    speaker.turns++;
    speaker.words += words[i] ?? 0;
    if (speaker.ms !== null) speaker.ms += spokenMs(turn);
  }
  return [...figures.values()];
}

function spokenMs(turn: Turn): number {
  return Math.max(0, turn.spokenMs ?? (turn.endMs ?? 0) - (turn.startMs ?? 0));
}

function turnsOf(speakers: SpeakerFigures[], side: 'us' | 'them'): number {
  return speakers.reduce((sum, speaker) => sum + (speaker.side === side ? speaker.turns : 0), 0);
}

function talkShare(speakers: SpeakerFigures[], exact: boolean): number | null {
  const amount = (speaker: SpeakerFigures) => (exact ? (speaker.ms ?? 0) : speaker.words);
  const all = speakers.reduce((sum, speaker) => sum + amount(speaker), 0);
  const ours = speakers.reduce((sum, speaker) => sum + (speaker.side === 'us' ? amount(speaker) : 0), 0);
  return all > 0 ? ours / all : null;
}

function longest(runs: Run[], side: 'us' | 'them'): number | null {
  let most: number | null = null;
  for (const run of runs)
    if (run.side === side && run.startMs !== null && run.endMs !== null) most = Math.max(most ?? 0, run.endMs - run.startMs);
  return most;
}

function patience(runs: Run[]): number | null {
  const waits: number[] = [];
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (run.side === 'us' && before?.side === 'them' && run.startMs !== null && before.endMs !== null)
      waits.push(Math.max(0, run.startMs - before.endMs));
  });
  return median(waits);
}

function median(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Changes of speaker over the time between the first word and the last; Gong's own score is not public, so this one is said plainly. */
function switchesPerMinute(conversation: Conversation, runs: Run[]): number | null {
  if (conversation.timeQuality !== 'exact' && conversation.timeQuality !== 'start-only') return null;
  const from = runs[0]?.startMs ?? null;
  const to = runs.reduce<number | null>((latest, run) => maxOf(latest, run.endMs ?? run.startMs), null);
  if (from === null || to === null || to <= from) return null;
  return (runs.length - 1) / ((to - from) / MINUTE);
}

function maxOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function pace(speakers: SpeakerFigures[]): number | null {
  const ours = speakers.filter(({ side }) => side === 'us');
  const ms = ours.reduce((sum, speaker) => sum + (speaker.ms ?? 0), 0);
  const words = ours.reduce((sum, speaker) => sum + speaker.words, 0);
  return ms > 0 ? words / (ms / MINUTE) : null;
}

function durationOf(conversation: Conversation): number | null {
  if (conversation.timeQuality !== 'exact' && conversation.timeQuality !== 'start-only') return null;
  return conversation.turns.reduce<number | null>((latest, turn) => maxOf(latest, turn.endMs ?? turn.startMs ?? null), null);
}

interface Counted {
  /** Questions of ours. */
  ours: { [Kind in keyof AskedByUs]: number };
  /** Questions of theirs, and those among them that are known by more than their mark. */
  theirs: number;
  judged: number;
  /** Ours. */
  reflections: { simple: number; complex: number };
}

const NO_KINDS = { open: null, closed: null, situation: null, problem: null, implication: null, needPayoff: null };

const SPINS = { situation: 'situation', problem: 'problem', implication: 'implication', 'need-payoff': 'needPayoff' } as const;

/** The acts that stand in a figure, told apart in one go. */
function countActs(acts: FoundAct[][], { sides }: TurnFacts): Counted {
  const ours = { n: 0, open: 0, closed: 0, situation: 0, problem: 0, implication: 0, needPayoff: 0 };
  const counted: Counted = { ours, theirs: 0, judged: 0, reflections: { simple: 0, complex: 0 } };
  for (const [i, side] of sides.entries()) {
    if (side === 'unknown') continue;
    for (const found of acts[i] ?? []) {
      if (side === 'them') {
        counted.theirs += isQuestion(found) ? 1 : 0;
        counted.judged += isQuestion(found) && !found.by ? 1 : 0;
      } else if (isQuestion(found)) {
        ours.n++;
        if (!found.by) ours[found.act === 'question.open' ? 'open' : 'closed']++;
        if (found.spin) ours[SPINS[found.spin]]++;
      } else if (found.act === 'reflection.simple') counted.reflections.simple++;
      else if (found.act === 'reflection.complex') counted.reflections.complex++;
    }
  }
  return counted;
}

const PITCHES = { 'pitch.expertise': 'expertise', 'pitch.features': 'features', 'pitch.mission': 'mission' } as const;

/** How much of our words is about us, and about what. Where two kinds claim the same words, the surer has them. */
function pitch(conversation: Conversation, acts: FoundAct[][], facts: TurnFacts, known: Known): NonNullable<Listening['pitch']> {
  const words = { expertise: 0, features: 0, mission: 0 };
  let all = 0;
  let firstAtMs: number | null = null;
  for (const [i, { text, startMs }] of conversation.turns.entries()) {
    if (facts.sides[i] !== 'us' || !known.turn(i)) continue;
    all += facts.words[i] ?? 0;
    let taken = 0;
    const found = (acts[i] ?? []).filter((act) => act.act in PITCHES).sort((a, b) => a.from - b.from || b.p - a.p);
    for (const act of found) {
      words[PITCHES[act.act as keyof typeof PITCHES]] += countWords(text, Math.max(taken, act.from), Math.min(text.length, act.to));
      taken = Math.max(taken, act.to);
    }
    if (found.length > 0 && firstAtMs === null && timed(conversation)) firstAtMs = startMs ?? null;
  }
  const share = (n: number) => (all > 0 ? n / all : 0);
  const parts = { expertise: share(words.expertise), features: share(words.features), mission: share(words.mission) };
  return { share: Math.min(1, parts.expertise + parts.features + parts.mission), ...parts, firstAtMs };
}

function timed(conversation: Conversation): boolean {
  return conversation.timeQuality === 'exact' || conversation.timeQuality === 'start-only';
}
