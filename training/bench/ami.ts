import { needFile } from '../corpora.ts';
import { aurocOf, bestThreshold, f1At, spreadOf } from '../figures.ts';
import { asks } from './bare.ts';
import { AMONG, groupOf, hearMeetings, linearly, MARKED, MEETING_HEADS, type Meetings, meetingRows, together } from './meetings.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type Bench, bothParts, type Row } from './task.ts';
import { curveOf } from './thresholds.ts';

/** The second layer: a network over all heads together, and a linear head each. */
const TOGETHER = { hidden: 32, rounds: 8 };
const LINEAR_COST = 0.01;

const F1_HEADS = [
  { head: 'off', task: 'AMI commitment (off)', must: 0.6 },
  { head: 'sug', task: 'AMI suggestion (sug)', must: 0.5 },
  { head: 'question', task: 'AMI question (el.*)', must: 0.77 },
];

/** What is said of AMI, kept for the questions without marks, which pool it with other corpora. */
export interface Heard {
  split: string;
  /** Right, wrong and missed are counted from these: what it says, what is so, what was written with "?". */
  said: boolean[];
  so: boolean[];
  asked: boolean[];
}

/** Meetings: learned from train, scored on val; on the held-out ones after learning from both. */
export async function meetings(bench: Bench, wants: { marked: boolean; bare: boolean }): Promise<{ rows: Row[]; bare: Heard[] }> {
  const rows: Row[] = [];
  const bare: Heard[] = [];
  const val = new Set(needFile(bench.data, 'ami', 'val').lines.map(({ d }) => String(d)));
  const lines = bothParts(bench, 'ami', ['train', 'val']);
  const ours = lines.all.filter(({ d }) => !lines.isHeldOut(String(d)));
  const parts = [{ split: 'val', lines: ours, learns: (meeting: string) => !val.has(meeting) }];
  if (lines.heldOut > 0) parts.push({ split: 'held-out', lines: lines.all, learns: (meeting) => !lines.isHeldOut(meeting) });
  for (const { split, lines: some, learns } of parts) {
    const segments = segmentsOf(some);
    const heard = hearMeetings(segments, ({ meeting }) => learns(meeting), bench.quick ? 3 : 5);
    bench.say(`AMI, ${split}: first layer`);
    if (wants.marked) rows.push(...scored(heard, split));
    if (wants.bare) bare.push({ split, ...bareQuestions(heard) });
    bench.say(`AMI, ${split}: second layer`);
  }
  return { rows, bare };
}

function scored(heard: Meetings, split: string): Row[] {
  const base = { mode: 'default' as const, split };
  const data = meetingRows(heard, true);
  const network = together(heard, data, TOGETHER);
  const rows = F1_HEADS.map(({ head, task, must }): Row => {
    const second = [network.get(head), linearly(heard, data, head, LINEAR_COST)];
    // Where a head is rare the first layer by itself does as well: both ways are tried, out of fold on what is learned from.
    const ways = [second, [...second, ...firstOf(heard, head)]].map((columns) => chosen(heard, head, mixed(heard, head, columns)));
    const { says, so, met } = ways.reduce((best, way) => (way.inner > best.inner ? way : best));
    const byMeeting = [...Map.groupBy(met.keys(), (k) => groupOf(heard.segments[met[k] as number] as Segment)).values()];
    const scores = byMeeting.map((some) =>
      f1At(
        some.map((k) => (says[k] ? 1 : 0)),
        some.map((k) => so[k] ?? false),
        1,
      ),
    );
    return {
      ...base,
      task,
      metric: 'F1',
      score: f1At(says.map(Number), so, 1),
      spread: scores.length > 1 ? spreadOf(scores) : null,
      n: met.length,
      must,
    };
  });
  return [...rows, actions(heard, linearly(heard, data, 'action', LINEAR_COST), base)];
}

/** Which segments the human summary's action items rest on, among all segments of the meetings that have such links. */
function actions(heard: Meetings, second: Float32Array, base: Pick<Row, 'mode' | 'split'>): Row {
  const first = heard.bare[MEETING_HEADS.indexOf('action')] as Float32Array;
  const said = second.map((x, i) => x + (first[i] as number));
  const { met, so } = chosen(heard, 'action', said);
  return {
    ...base,
    task: 'AMI action-item utterances',
    metric: `AUROC over all segments of linked meetings, ${so.filter(Boolean).length} of them true`,
    score: aurocOf(
      met.map((i) => said[i] as number),
      so,
    ),
    spread: null,
    n: met.length,
    must: 0.985,
    published: '0.93',
  };
}

/** The mean confidence of several columns, each by its own curve from what is learned from. */
function mixed({ wanted, fold }: Meetings, head: string, columns: (Float32Array | undefined)[]): Float32Array {
  const y = wanted.get(head) ?? new Int8Array();
  const learned = [...fold.keys()].filter((i) => fold[i] !== -1 && y[i] !== 0);
  const said = new Float32Array(fold.length);
  for (const column of columns) {
    if (!column) continue;
    const curve = curveOf(
      learned.map((i) => column[i] as number),
      learned.map((i) => y[i] === 1),
    );
    for (let i = 0; i < said.length; i++) said[i] = (said[i] as number) + curve(column[i] as number);
  }
  return said;
}

/** What every set of the first layer says of a head that has it. */
function firstOf({ bare, marked, among }: Meetings, head: string): (Float32Array | undefined)[] {
  return [bare[MEETING_HEADS.indexOf(head)], marked[MARKED.indexOf(head)], among[AMONG.indexOf(head)]];
}

/** What a column says of the segments that are scored, by the threshold that was best out of fold on those that are learned from. */
function chosen(
  { wanted, fold }: Meetings,
  head: string,
  said: Float32Array,
): { met: number[]; says: boolean[]; so: boolean[]; inner: number } {
  const y = wanted.get(head) ?? new Int8Array();
  const known = [...fold.keys()].filter((i) => y[i] !== 0);
  const learned = known.filter((i) => fold[i] !== -1);
  const met = known.filter((i) => fold[i] === -1);
  const { threshold, f1 } = bestThreshold(
    learned.map((i) => said[i] as number),
    learned.map((i) => y[i] === 1),
  );
  return { met, says: met.map((i) => (said[i] as number) >= threshold), so: met.map((i) => y[i] === 1), inner: f1 };
}

/** Human question labels, from bare words alone. */
function bareQuestions(heard: Meetings): Omit<Heard, 'split'> {
  const data = meetingRows(heard, false);
  const network = together(heard, data, TOGETHER);
  const said = mixed(heard, 'question', [network.get('question'), linearly(heard, data, 'question', LINEAR_COST)]);
  const { met, says, so } = chosen(heard, 'question', said);
  return { said: says, so, asked: met.map((i) => asks(heard.segments[i]?.text ?? '')) };
}
