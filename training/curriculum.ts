import { ACTS } from '#model/act.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import type { CorpusName, Line } from './corpora.ts';
import type { Wanted } from './layers.ts';
import { amiLessons, casinoLessons, emotionLessons, type Lesson, parakweetLessons, persuasionLessons } from './lesson.ts';

/** Heads that Heed speaks with: acts, families of them, kinds of our questions, findings, and how deep a need lies at least. */
export const HEADS: readonly string[] = [
  ...ACTS,
  'question',
  'reflection',
  'pitch',
  'spin situation',
  'spin problem',
  'spin implication',
  'spin need-payoff',
  ...FINDING_KINDS.map((kind) => `find ${kind}`),
  'find belief',
  'find trait',
  'deep 1',
  'deep 2',
  'deep 3',
  'deep 4',
];

/** The heads that a sentence's neighbours are looked at for, by number: acts, their families, our kinds of questions, and needs. */
export const AROUND = Int32Array.from([...HEADS.keys()].filter((i) => !/^(?:find|deep) /.test(HEADS[i] ?? '') || HEADS[i] === 'find need'));

/** What the authored sentences say of a head: findings are known only where they were labelled. */
export const authored: Wanted = (labels, head) => {
  if (labels === null || (/^(?:find|deep) /.test(head) && !labels.includes('finds known'))) return 0;
  return labels.includes(head) ? 1 : -1;
};

/** What other corpora teach the first layer to notice; nobody is shown these, the second layer listens to them. */
export const SENSES: { corpus: CorpusName; part: string; lessons: (lines: Line[]) => Lesson[]; cost: number; labels: string[] }[] = [
  {
    corpus: 'ami',
    part: 'train',
    lessons: amiLessons,
    cost: 0.1,
    labels: ['sug', 'off', 'question', '?'],
  },
  {
    corpus: 'casino',
    part: 'train',
    lessons: casinoLessons,
    cost: 0.5,
    labels: ['self-need', 'no-need', 'showing-empathy'],
  },
  {
    corpus: 'persuasion',
    part: 'dev',
    lessons: persuasionLessons,
    cost: 0.5,
    labels: ['personal-story'],
  },
  { corpus: 'parakweet', part: 'train', lessons: parakweetLessons, cost: 0.5, labels: ['intent'] },
  {
    corpus: 'goemotions',
    part: 'train',
    lessons: emotionLessons,
    cost: 0.1,
    labels: ['admiration', 'annoyance', 'disappointment', 'fear', 'gratitude', 'joy', 'sadness'],
  },
];
