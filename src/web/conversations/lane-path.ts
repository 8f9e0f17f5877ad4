import type { ActFamily } from '#model/act.ts';
import type { Lane, LaneChart, LaneView } from './lanes.ts';

const HEIGHT = 18;
const THIN = { top: 6, height: 6 };
const LEAST_WIDTH = 2;
const CORNER = 2;

/** One path a family for the stretches in view, in pixels of a lane `width` wide and 18 high: 1,500 turns cost ten elements. */
export function pathsOf(lane: Lane, view: LaneView, width: number): { family: ActFamily; d: string }[] {
  const paths = new Map<ActFamily, string>();
  const scale = width / Math.max(1, view.to - view.from);
  for (const span of lane.spans) {
    if (span.to < view.from || span.from > view.to) continue;
    const left = Math.max(-CORNER, (span.from - view.from) * scale);
    const right = Math.min(width + CORNER, (span.to - view.from) * scale);
    const box = span.family === 'small' ? THIN : { top: 0, height: HEIGHT };
    paths.set(span.family, (paths.get(span.family) ?? '') + roundedBox(left, Math.max(LEAST_WIDTH, right - left), box.top, box.height));
  }
  return [...paths].map(([family, d]) => ({ family, d }));
}

function roundedBox(left: number, width: number, top: number, height: number): string {
  const r = Math.min(CORNER, width / 2);
  const w = tenth(width - 2 * r);
  const h = height - 2 * r;
  return `M${tenth(left + r)} ${top}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const TIME_STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1000);
const WORD_STEPS = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** The step between two marks of the axis, so that they stand at least `apart` pixels from each other. */
export function stepOf(chart: LaneChart, view: LaneView, width: number, apart = 90): number {
  const steps = chart.basis === 'time' ? TIME_STEPS : WORD_STEPS;
  const least = ((view.to - view.from) / Math.max(1, width)) * apart;
  return steps.find((step) => step >= least) ?? steps[steps.length - 1] ?? 1;
}

/** Marks of the axis: the start and the end of what is in view, and the round values between that do not touch them. */
export function marksOf(chart: LaneChart, view: LaneView, width: number): { at: number; percent: number }[] {
  const step = stepOf(chart, view, width);
  const size = view.to - view.from;
  const percent = (at: number) => ((at - view.from) / size) * 100;
  const room = (56 / Math.max(1, width)) * size;
  const marks = [{ at: view.from, percent: 0 }];
  const last = chart.basis === 'words' ? room * 2 : room;
  for (let at = Math.ceil(view.from / step) * step; at < view.to - last; at += step)
    if (at > view.from + room) marks.push({ at, percent: percent(at) });
  marks.push({ at: view.to, percent: 100 });
  return marks;
}

/** What somebody did most: the two families with the most talk in them. */
export function mostIn(lane: Lane): ActFamily[] {
  const sums = new Map<ActFamily, number>();
  for (const span of lane.spans) sums.set(span.family, (sums.get(span.family) ?? 0) + span.to - span.from);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([family]) => family);
}
