/** Deals in their plain form; what they are deciding, the stake and the trust it asks for come around them. */
import type { NameRef } from './pages.ts';
import type { TaskView } from './task.ts';

/** What part somebody has in a decision. */
export const PARTS = ['decides', 'can-say-no', 'advises', 'affected'] as const;
export type Part = (typeof PARTS)[number];

/** The stages of a first pipeline, in the words of the screens. */
export const FIRST_STAGES = {
  en: { pipeline: 'Deals', stages: ['Getting to know', 'Understanding their needs', 'Right for each other?', 'Deciding'] },
  nl: { pipeline: 'Deals', stages: ['Kennismaken', 'Begrijpen wat ze nodig hebben', 'Passen we bij elkaar?', 'Beslissen'] },
} as const;

export interface DealRow {
  id: string;
  title: string;
  pipeline: NameRef;
  stage: NameRef;
  organisation: NameRef | null;
  /** Those who decide first; at most three. */
  people: (NameRef & { part: Part | null })[];
  /** What weighs most for the first of them, in their words. */
  quote: string | null;
  owner: NameRef | null;
  /** A decimal number with two places, as text; null when nobody said. */
  amount: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** ISO 8601 day. */
  closeOn: string | null;
  nextStep: string;
  /** The day of that step, ISO 8601. */
  nextOn: string | null;
  /** When we last spoke with the first of them. */
  spokeAt: string | null;
  movedAt: string;
  wonAt: string | null;
  lostAt: string | null;
}

export interface DealPage extends Omit<DealRow, 'people'> {
  about: string;
  endedWhy: string;
  createdAt: string;
  people: (NameRef & { part: Part | null; roleTitle: string; quote: string | null; lastContactAt: string | null })[];
  tasks: TaskView[];
}

export interface StageView extends NameRef {
  /** Open deals that stand in it. */
  deals: number;
}

export interface PipelineView extends NameRef {
  stages: StageView[];
}

/** A pipeline with its open deals by stage; of each stage the ones that moved last, at most fifty. */
export interface Board {
  pipelines: NameRef[];
  pipeline: NameRef | null;
  stages: (StageView & { rows: DealRow[] })[];
  /** Open deals of all pipelines. */
  open: number;
}
