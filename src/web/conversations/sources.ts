import type { FigureName } from './report.ts';

const GONG = 'https://www.gong.io/resources/labs/talk-to-listen-conversion-ratio';
const GONG_PITCH = 'https://www.gong.io/resources/labs/great-salespeople-never-pitch-for-more-than-9-minutes-heres-why';
const MITI = ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9461167/', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5590191/'];

/** Where "what good looks like" can be read in the original; empty where it is our own rule. */
export const SOURCES: Record<FigureName, string[]> = {
  talkShare: [GONG],
  questions: MITI,
  saidBack: MITI,
  leftOpen: [],
  longestStretch: [GONG_PITCH],
  longestStory: [GONG],
  patience: [],
  pitch: [GONG_PITCH],
  pace: [GONG],
  switches: [],
};
