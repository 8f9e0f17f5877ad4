import { confidencesOf } from '#understanding/heads/hearing.ts';
import { lessonOfTalk, talksOf } from '../authored.ts';
import { calibrationErrorOf } from '../figures.ts';
import { f1In, tallyOf } from '../score-talks.ts';
import type { Row } from './task.ts';

/** What is counted in the authored talks, and by which name. */
const LOOKED_FOR = {
  reflection: 'act reflection',
  question: 'act question',
  need: 'find need',
  belief: 'find belief',
  'commitment with its day': 'commitment due',
};

/** Acts whose confidences are held against what is so. */
const HEADS = ['question', 'reflection', 'need', 'commitment', 'request', 'advice', 'information', 'feeling'];

/** The engine that Heed comes with, on the authored talks that nothing has learned from. */
export function authoredTalks(): Row[] {
  const talks = talksOf('test');
  const tally = tallyOf(talks);
  const base = { mode: 'default' as const, split: `${talks.length} authored test talks`, spread: null };
  const rows: Row[] = Object.entries(LOOKED_FOR).map(([task, name]) => {
    const { f1, n } = f1In(tally, name);
    return { ...base, task: `authored: ${task}`, metric: 'F1', score: f1, n };
  });
  const said: number[] = [];
  const so: boolean[] = [];
  for (const { units, labels } of talks.map(lessonOfTalk)) {
    const confidences = confidencesOf(units, true);
    for (const i of units.keys())
      for (const head of HEADS) {
        said.push(confidences.of(i, head));
        so.push(labels[i]?.includes(head) ?? false);
      }
  }
  return [
    ...rows,
    { ...base, task: `authored: calibration of ${HEADS.length} heads`, metric: 'ECE', score: calibrationErrorOf(said, so), n: said.length },
  ];
}
