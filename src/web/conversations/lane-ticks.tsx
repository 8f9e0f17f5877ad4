import { useMemo } from 'react';
import { ticksOf } from './lane-tick-path.ts';
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
