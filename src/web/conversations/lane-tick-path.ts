import type { Lane, LaneView } from './lanes.ts';
import type { Hit } from './within.ts';

/** One path for the places of a lane, `width` pixels wide, where something was found; each pixel once. Pure. */
export function ticksOf(lane: Lane, view: LaneView, width: number, hits: ReadonlyMap<number, Hit[]>): string {
  if (hits.size === 0 || width === 0) return '';
  const places = new Set<number>();
  for (const span of lane.spans) {
    if (!hits.has(span.turn)) continue;
    const x = Math.round((((span.from + span.to) / 2 - view.from) / Math.max(1, view.to - view.from)) * width);
    if (x >= 0 && x <= width) places.add(x);
  }
  return [...places].map((x) => `M${x} 0v24`).join('');
}
