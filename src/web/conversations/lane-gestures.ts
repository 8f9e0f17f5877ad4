import { type RefObject, useEffect, useRef, useState } from 'react';
import { between, followed, isWhole, type LaneChart, type LaneView, panned, turnAt, zoomed } from './lanes.ts';

/** How far a pointer may stray, in pixels, and still be a click. */
const CLICK = 4;

interface Hold {
  x: number;
  view: LaneView;
  lane: number | null;
  brush: boolean;
  strayed: boolean;
}

/**
 * The hands on the lanes. Wheel and pinch zoom around the pointer, a drag moves what is zoomed and chooses a stretch of what is whole
 * (along the axis always), a click goes to the turn. `plot` is the element whose width is the axis.
 */
export function useLaneGestures(
  chart: LaneChart,
  area: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
  onTurn: (turn: number) => void,
) {
  const [view, setView] = useState<LaneView>({ from: 0, to: chart.total });
  const [stretch, setStretch] = useState<LaneView | null>(null);
  const latest = useRef({ chart, view, onTurn });
  latest.current = { chart, view, onTurn };
  useEffect(() => setView({ from: 0, to: chart.total }), [chart.total]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const at = (x: number) => {
      const box = (plot.current ?? element).getBoundingClientRect();
      const { view } = latest.current;
      return view.from + ((x - box.left) / Math.max(1, box.width)) * (view.to - view.from);
    };
    const stop = [listenToWheel(element, latest, at, setView), listenToPointers(element, latest, at, plot, setView, setStretch)];
    return () => {
      for (const end of stop) end();
    };
  }, [area, plot]);

  const zoom = (factor: number) => setView((now) => zoomed(chart, now, factor, (now.from + now.to) / 2));
  const pan = (parts: number) => setView((now) => panned(chart, now, (now.to - now.from) * parts));
  const follow = (at: number) => setView((now) => followed(chart, now, at));
  return { view, stretch, setView, zoom, pan, follow, whole: isWhole(chart, view), all: () => setView({ from: 0, to: chart.total }) };
}

type Latest = RefObject<{ chart: LaneChart; view: LaneView; onTurn: (turn: number) => void }>;

/** A page that scrolls under a resting pointer must not zoom: the wheel counts only after the pointer moved over the lanes. */
function listenToWheel(element: HTMLElement, latest: Latest, at: (x: number) => number, setView: (view: LaneView) => void): () => void {
  let meant = false;
  const moved = () => {
    meant = true;
  };
  const scrolled = () => {
    meant = false;
  };
  const wheel = (event: WheelEvent) => {
    const { chart, view } = latest.current;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (isWhole(chart, view) && (sideways || event.deltaY > 0)) return;
    if (!meant && !event.ctrlKey) return;
    event.preventDefault();
    const next = sideways
      ? panned(chart, view, (event.deltaX / element.clientWidth) * (view.to - view.from))
      : zoomed(chart, view, Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 300)), at(event.clientX));
    setView(next);
  };
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('pointermove', moved, { passive: true });
  window.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('pointermove', moved);
    window.removeEventListener('scroll', scrolled);
  };
}

function listenToPointers(
  element: HTMLElement,
  latest: Latest,
  at: (x: number) => number,
  plot: RefObject<HTMLElement | null>,
  setView: (view: LaneView) => void,
  setStretch: (view: LaneView | null) => void,
): () => void {
  const held = new Map<number, number>();
  let hold: Hold | null = null;
  let apart = 0;

  const down = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target.closest('[data-lane], .axis') : null;
    if (!target || event.button !== 0) return;
    held.set(event.pointerId, event.clientX);
    if (held.size === 2) {
      apart = spread(held);
      hold = null;
      setStretch(null);
      return;
    }
    const { chart, view } = latest.current;
    const onAxis = target.classList.contains('axis');
    hold = {
      x: event.clientX,
      view,
      lane: onAxis ? null : Number(target.getAttribute('data-lane')),
      brush: onAxis || isWhole(chart, view),
      strayed: false,
    };
    if (event.pointerType === 'mouse') event.preventDefault();
  };
  const move = (event: PointerEvent) => {
    if (!held.has(event.pointerId)) return;
    held.set(event.pointerId, event.clientX);
    const { chart, view } = latest.current;
    if (held.size === 2) {
      const now = spread(held);
      if (now > 0 && apart > 0) setView(zoomed(chart, view, now / apart, at(middle(held))));
      apart = now;
      return;
    }
    if (!hold) return;
    if (Math.abs(event.clientX - hold.x) > CLICK) hold.strayed = true;
    if (!hold.strayed) return;
    if (hold.brush) setStretch({ from: Math.min(at(hold.x), at(event.clientX)), to: Math.max(at(hold.x), at(event.clientX)) });
    else {
      const width = (plot.current ?? element).clientWidth;
      setView(panned(chart, hold.view, ((hold.x - event.clientX) / Math.max(1, width)) * (hold.view.to - hold.view.from)));
    }
  };
  const up = (event: PointerEvent) => {
    if (!held.delete(event.pointerId) || !hold) return;
    const { chart, onTurn } = latest.current;
    const ended = hold;
    hold = null;
    setStretch(null);
    if (event.type === 'pointercancel') return;
    if (ended.strayed && ended.brush) setView(between(chart, at(ended.x), at(event.clientX)));
    else if (!ended.strayed) {
      const lane = ended.lane === null ? undefined : chart.lanes.find((one) => one.speaker.i === ended.lane);
      const turn = turnAt(lane ? [lane] : chart.lanes, at(event.clientX));
      if (turn !== null) onTurn(turn);
    }
  };
  element.addEventListener('pointerdown', down);
  window.addEventListener('pointermove', move, { passive: true });
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', up);
  return () => {
    element.removeEventListener('pointerdown', down);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', up);
  };
}

function spread(held: Map<number, number>): number {
  const [a = 0, b = 0] = held.values();
  return Math.abs(a - b);
}

function middle(held: Map<number, number>): number {
  const [a = 0, b = 0] = held.values();
  return (a + b) / 2;
}
