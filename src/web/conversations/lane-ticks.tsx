import { useMemo } from 'react';
import type { Lane, LaneView } from './lanes.ts';
import type { Hit } from './within.ts';

/** Where in a lane the sought words were said: one path, however many there are. */
export function LaneTicks({ lane, view, width, hits }: { lane: Lane; view: LaneView; width: number; hits: ReadonlyMap<number, Hit[]> }) {
  const d = useMemo(() => ticksOf(lane, view, width, hits), [lane, view, width, hits]);
  if (!d) return null;
  return (
    <svg className="ticks" width="100%" height="24" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

function ticksOf(lane: Lane, view: LaneView, width: number, hits: ReadonlyMap<number, Hit[]>): string {
  if (hits.size === 0 || width === 0) return '';
  const places = new Set<number>();
  for (const span of lane.spans) {
    if (!hits.has(span.turn)) continue;
    const x = Math.round((((span.from + span.to) / 2 - view.from) / Math.max(1, view.to - view.from)) * width);
    if (x >= 0 && x <= width) places.add(x);
  }
  return [...places].map((x) => `M${x} 0v24`).join('');
}
