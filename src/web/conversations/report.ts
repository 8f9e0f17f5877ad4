import type { AskedByUs, Listening } from '#model/listening.ts';

/** The figures of the report, in the order they are told: them first, then what we did, what it was about last. */
export const FIGURES = [
  'talkShare',
  'questions',
  'saidBack',
  'leftOpen',
  'longestStretch',
  'longestStory',
  'patience',
  'pitch',
  'pace',
  'switches',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** A figure as it is shown: numbers only, the words come from the catalogue. `n` is how many things it was counted from. */
export type Figure =
  | { name: 'talkShare'; share: number; basis: 'time' | 'words'; n: number }
  | {
      name: 'questions';
      /** Null where we understood none of our turns. */
      open: number | null;
      closed: number | null;
      n: number;
      spin: { situation: number; problem: number; implication: number; needPayoff: number } | null;
    }
  | { name: 'saidBack'; simple: number; complex: number; n: number }
  | { name: 'leftOpen'; open: number; n: number }
  | { name: 'longestStretch'; ms: number; n: number }
  | { name: 'longestStory'; ms: number; n: number }
  | { name: 'patience'; ms: number; n: number }
  | { name: 'pitch'; share: number; expertise: number; features: number; mission: number; firstAtMs: number | null; n: number }
  | { name: 'pace'; perMinute: number; n: number }
  | { name: 'switches'; perMinute: number; n: number };

/** Only what could be counted: a figure that cannot be known has no line, it is named under the report instead. */
export function figuresOf(listening: Listening): Figure[] {
  const { n, questions, reflections, pitch } = listening;
  const figures: (Figure | null)[] = [
    listening.talkShare === null ? null : { name: 'talkShare', share: listening.talkShare, basis: listening.basis, n: n.turns },
    questions.ours && {
      name: 'questions',
      open: questions.ours.open,
      closed: questions.ours.closed,
      n: questions.ours.n,
      spin: spinOf(questions.ours),
    },
    reflections && { name: 'saidBack', ...reflections, n: n.ours },
    questions.unanswered === null || questions.theirs === null
      ? null
      : { name: 'leftOpen', open: questions.unanswered, n: questions.unansweredOf ?? questions.theirs },
    timed('longestStretch', listening.longestMonologueMs, n.ours),
    timed('longestStory', listening.longestStoryMs, n.theirs),
    timed('patience', listening.patienceMs, n.theirs),
    pitch && { name: 'pitch', ...pitch, n: n.ours },
    listening.paceWordsPerMinute === null ? null : { name: 'pace', perMinute: listening.paceWordsPerMinute, n: n.ours },
    listening.switchesPerMinute === null ? null : { name: 'switches', perMinute: listening.switchesPerMinute, n: n.turns },
  ];
  return figures.filter((figure) => figure !== null);
}

function spinOf({ situation, problem, implication, needPayoff }: AskedByUs) {
  if (situation === null || problem === null || implication === null || needPayoff === null) return null;
  return { situation, problem, implication, needPayoff };
}

/** What this conversation does not let us know, so that its absence is not taken for a nought. */
export function unknownIn(listening: Listening): FigureName[] {
  const known = new Set(figuresOf(listening).map((figure) => figure.name));
  return FIGURES.filter((name) => !known.has(name));
}

function timed(name: 'longestStretch' | 'longestStory' | 'patience', ms: number | null, n: number): Figure | null {
  return ms === null ? null : { name, ms, n };
}

/** The bar at the top: who spoke how much, in whole percents that add up to a hundred; null when no side of ours is known. */
export function splitOf(listening: Listening, unknownShare: number): { us: number; them: number; unknown: number } | null {
  if (listening.talkShare === null) return null;
  const us = Math.round(listening.talkShare * 100);
  const unknown = Math.min(100 - us, Math.round(unknownShare * 100));
  return { us, unknown, them: 100 - us - unknown };
}

/** What our talking about ourselves was about, each as a share of our own words. */
export function pitchBars(pitch: NonNullable<Listening['pitch']>): { kind: 'expertise' | 'features' | 'mission'; share: number }[] {
  return (['expertise', 'features', 'mission'] as const).map((kind) => ({ kind, share: pitch[kind] }));
}
