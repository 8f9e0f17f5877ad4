import type { Act, FoundAct } from '#model/act.ts';
import type { Conversation, Turn } from '#model/conversation.ts';
import type { Listening, SpeakerFigures } from '#model/listening.ts';
import { countWords } from '../language/words.ts';
import { COUNTED, isQuestion } from './counted.ts';
import { type Run, runsOf, sidesOf } from './runs.ts';
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
 */
export function measure(conversation: Conversation, acts: FoundAct[][]): Measures {
  const speakers = speakersOf(conversation);
  const runs = runsOf(conversation);
  const exact = conversation.timeQuality === 'exact';
  const hasUs = speakers.some(({ side, turns }) => side === 'us' && turns > 0);
  const hasThem = speakers.some(({ side, turns }) => side === 'them' && turns > 0);
  const oursOnly = <T>(figure: () => T): T | null => (hasUs ? figure() : null);
  const listening: Listening = {
    talkShare: oursOnly(() => talkShare(speakers, exact)) ?? null,
    basis: exact ? 'time' : 'words',
    longestMonologueMs: exact ? oursOnly(() => longest(runs, 'us')) : null,
    longestStoryMs: exact && hasThem ? longest(runs, 'them') : null,
    patienceMs: exact && hasUs && hasThem ? patience(runs) : null,
    switchesPerMinute: switchesPerMinute(conversation, runs),
    paceWordsPerMinute: exact ? oursOnly(() => pace(speakers)) : null,
    questions: {
      ours: oursOnly(() => ourQuestions(conversation, acts)),
      theirs: hasThem ? actsOf(conversation, acts, 'them').filter(isQuestion).length : null,
      ...leftOpen(hasUs && hasThem ? unansweredQuestions(conversation, acts) : null),
    },
    reflections: oursOnly(() => reflections(conversation, acts)),
    pitch: oursOnly(() => pitch(conversation, acts)),
    n: { turns: conversation.turns.length, ours: turnsOf(speakers, 'us'), theirs: turnsOf(speakers, 'them') },
  };
  return { listening, speakers, durationMs: durationOf(conversation) };
}

function leftOpen(open: OpenQuestion[] | null): Pick<Listening['questions'], 'unanswered' | 'unansweredAt'> {
  return open ? { unanswered: open.length, unansweredAt: open } : { unanswered: null };
}

function speakersOf(conversation: Conversation): SpeakerFigures[] {
  const exact = conversation.timeQuality === 'exact';
  const figures = new Map<string, SpeakerFigures>();
  for (const { name, side } of conversation.participants) figures.set(name, { name, side, turns: 0, words: 0, ms: exact ? 0 : null });
  for (const turn of conversation.turns) {
    const speaker = figures.get(turn.speaker) ?? { name: turn.speaker, side: 'unknown' as const, turns: 0, words: 0, ms: exact ? 0 : null };
    figures.set(turn.speaker, speaker);
    speaker.turns++;
    speaker.words += countWords(turn.text);
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

function actsOf(conversation: Conversation, acts: FoundAct[][], side: 'us' | 'them'): FoundAct[] {
  const sides = sidesOf(conversation);
  return conversation.turns.flatMap((turn, i) => (sides.get(turn.speaker) === side ? (acts[i] ?? []).filter(({ p }) => p >= COUNTED) : []));
}

function ourQuestions(conversation: Conversation, acts: FoundAct[][]): NonNullable<Listening['questions']['ours']> {
  const asked = actsOf(conversation, acts, 'us').filter(isQuestion);
  const open = asked.filter(({ act }) => act === 'question.open').length;
  const spin = (kind: FoundAct['spin']) => asked.filter((act) => act.spin === kind).length;
  return {
    n: asked.length,
    open,
    closed: asked.length - open,
    situation: spin('situation'),
    problem: spin('problem'),
    implication: spin('implication'),
    needPayoff: spin('need-payoff'),
  };
}

function reflections(conversation: Conversation, acts: FoundAct[][]): { simple: number; complex: number } {
  const ours = actsOf(conversation, acts, 'us');
  const count = (act: Act) => ours.filter((found) => found.act === act).length;
  return { simple: count('reflection.simple'), complex: count('reflection.complex') };
}

const PITCHES = { 'pitch.expertise': 'expertise', 'pitch.features': 'features', 'pitch.mission': 'mission' } as const;

/** How much of our words is about us, and about what. Where two kinds claim the same words, the surer has them. */
function pitch(conversation: Conversation, acts: FoundAct[][]): NonNullable<Listening['pitch']> {
  const sides = sidesOf(conversation);
  const words = { expertise: 0, features: 0, mission: 0 };
  let all = 0;
  let firstAtMs: number | null = null;
  conversation.turns.forEach((turn, i) => {
    if (sides.get(turn.speaker) !== 'us') return;
    all += countWords(turn.text);
    let taken = 0;
    const found = (acts[i] ?? []).filter((act) => act.act in PITCHES && act.p >= COUNTED).sort((a, b) => a.from - b.from || b.p - a.p);
    for (const act of found) {
      words[PITCHES[act.act as keyof typeof PITCHES]] += countWords(turn.text.slice(Math.max(taken, act.from), act.to));
      taken = Math.max(taken, act.to);
    }
    if (found.length > 0 && firstAtMs === null && timed(conversation)) firstAtMs = turn.startMs ?? null;
  });
  const share = (n: number) => (all > 0 ? n / all : 0);
  const parts = { expertise: share(words.expertise), features: share(words.features), mission: share(words.mission) };
  return { share: Math.min(1, parts.expertise + parts.features + parts.mission), ...parts, firstAtMs };
}

function timed(conversation: Conversation): boolean {
  return conversation.timeQuality === 'exact' || conversation.timeQuality === 'start-only';
}
