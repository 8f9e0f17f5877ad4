import { understandWith } from '#jobs/understand-with.ts';
import { ACTS } from '#model/act.ts';
import type { Finding } from '#model/finding.ts';
import { confidencesOf } from '#understanding/heads/hearing.ts';
import type { AuthoredTalk } from '../authored/talk.ts';
import { lessonOfTalk, talksOf } from '../authored.ts';
import { calibrationErrorOf } from '../figures.ts';
import { conversationOf, f1In, type Tally, tallyOf, zoneOf } from '../score-talks.ts';
import type { Bench, Row } from './task.ts';

/** What is counted in the authored talks, by which name, and what it must reach. */
const LOOKED_FOR: [task: string, name: string, must?: number][] = [
  ['question', 'act question'],
  ['reflection', 'act reflection', 0.75],
  ['need, by its quote', 'find need', 0.75],
  ['need, by its turn', 'turn with need'],
  ['belief', 'find belief', 0.65],
  ['belief with its claim', 'belief claim'],
  ['commitment', 'find commitment'],
  ['commitment with its day', 'commitment due', 0.8],
  ['feeling', 'find feeling'],
  ['like, dislike, value, goal, event', 'find trait'],
];
const FINDINGS = LOOKED_FOR.filter(([, name]) => !name.startsWith('act '));

/** The engine that Heed comes with, on the authored talks that nothing has learned from; and a language model, where one was named. */
export async function authoredTalks(bench: Bench): Promise<Row[]> {
  const talks = talksOf('test');
  const split = `${talks.length} authored test talks`;
  const rows = rowsOf(tallyOf(talks), LOOKED_FOR, { mode: 'default', split });
  const [worst] = ACTS.map((act) => ({ act, error: calibrationError(talks, act) })).sort((a, b) => b.error - a.error);
  if (worst)
    rows.push({
      ...{
        task: `authored: calibration, worst act (${worst.act})`,
        mode: 'default',
        split,
        metric: 'ECE',
        score: worst.error,
        spread: null,
      },
      ...{ n: talks.reduce((sum, { turns }) => sum + turns.reduce((all, { sentences }) => all + sentences.length, 0), 0), must: 0.03 },
    });
  return bench.languageModel ? [...rows, ...(await withLanguageModel(bench, bench.languageModel, talks, split))] : rows;
}

function rowsOf(tally: Tally, looked: typeof LOOKED_FOR, { mode, split }: Pick<Row, 'mode' | 'split'>): Row[] {
  return looked.map(([task, name, must]): Row => {
    const { f1, n } = f1In(tally, name);
    return { task: `authored: ${task}`, mode, split, metric: 'F1', score: f1, spread: null, n, ...(must === undefined ? {} : { must }) };
  });
}

function calibrationError(talks: AuthoredTalk[], act: string): number {
  const said: number[] = [];
  const so: boolean[] = [];
  for (const { units, labels } of talks.map(lessonOfTalk)) {
    const confidences = confidencesOf(units, true);
    for (const i of units.keys()) {
      said.push(confidences.of(i, act));
      so.push(labels[i]?.includes(act) ?? false);
    }
  }
  return calibrationErrorOf(said, so);
}

/** The same talks by a language model alone, and by the engine with what it adds: what people see when it is on. */
async function withLanguageModel(
  { say }: Bench,
  address: NonNullable<Bench['languageModel']>,
  talks: AuthoredTalk[],
  split: string,
): Promise<Row[]> {
  const own = new Map<string, Finding[]>();
  const both = new Map<string, Finding[]>();
  for (const talk of talks) {
    const { conversation } = conversationOf(talk);
    const heard = await understandWith(conversation, address, { zone: zoneOf(talk.date) });
    if (heard.failure) say(`${talk.id}: ${JSON.stringify(heard.failure)}`);
    own.set(talk.id, heard.own);
    both.set(talk.id, heard.findings);
  }
  return [
    ...rowsOf(tallyOf(talks, own), FINDINGS, { mode: 'language model', split }),
    ...rowsOf(tallyOf(talks, both), FINDINGS, { mode: 'engine and language model', split }),
  ];
}
