import { Minus, Plus } from 'lucide-react';
import { lazy, type PointerEvent as ReactPointerEvent, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { ActFamily } from '#model/act.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { SpeakerName } from '../speakers/speaker-name.tsx';
import { Face } from '../ui/face.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useLaneGestures } from './lane-gestures.ts';
import { marksOf, pathsOf } from './lane-path.ts';
import { LaneTable, mostly } from './lane-table.tsx';
import type { LaneChart as Chart, Lane, LaneView } from './lanes.ts';
import type { SpeakerNames } from './speaker-names.ts';
import type { Hit } from './within.ts';

const SHOWN = 6;
const LaneTicks = lazy(() => import('./lane-ticks.tsx').then((it) => ({ default: it.LaneTicks })));

/** How the lanes are told where we are, in the units of the chart: as one scrolls, and after a jump, which they follow when zoomed. */
export interface LaneMarker {
  place(at: number): void;
  follow(at: number): void;
}

interface Given {
  chart: Chart;
  names: SpeakerNames;
  families: ReadonlySet<ActFamily>;
  /** Where what is looked for was said. */
  hits: ReadonlyMap<number, Hit[]>;
  onTurn: (turn: number) => void;
  marker: RefObject<LaneMarker | null>;
}

/** Who spoke when, coloured by what it did: a lane a person, one path a family. */
export function LaneChart({ chart, names, families, hits, onTurn, marker }: Given) {
  const text = useText();
  const area = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const hands = useLaneGestures(chart, area, plot, onTurn);
  const width = useWidth(plot);
  const lanes = all ? chart.lanes : chart.lanes.slice(0, SHOWN);
  useMarker(marker, area, hands.view, hands.follow);
  useKeys([
    { key: '+', says: text.conversations.zoomIn, run: () => hands.zoom(1.6) },
    { key: '=', says: null, run: () => hands.zoom(1.6) },
    { key: '-', says: text.conversations.zoomOut, run: () => hands.zoom(1 / 1.6) },
    { key: '0', says: text.conversations.zoomAll, run: hands.all },
    ...(hands.whole
      ? []
      : [
          { key: 'ArrowLeft', says: null, run: () => hands.pan(-0.2) },
          { key: 'ArrowRight', says: null, run: () => hands.pan(0.2) },
        ]),
  ]);
  return (
    <>
      <section className="lanes" ref={area} aria-label={text.conversations.lanes}>
        {lanes.map((lane, n) => (
          <LaneRow
            key={lane.speaker.id}
            lane={lane}
            names={names}
            view={hands.view}
            stretch={hands.stretch}
            width={width}
            families={families}
            hits={hits}
            plot={n === 0 ? plot : undefined}
          />
        ))}
        <span className="only-lg" />
        <Axis chart={chart} view={hands.view} width={width} />
        <span className="only-lg zooms">
          <button
            type="button"
            className="btn ic q sm"
            aria-label={text.conversations.zoomOut}
            title={text.conversations.zoomOut}
            onClick={() => hands.zoom(1 / 1.6)}
            disabled={hands.whole}
          >
            <Minus className="i s" aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn ic q sm"
            aria-label={text.conversations.zoomIn}
            title={`${text.conversations.zoomIn}. ${text.conversations.zoomHelp}`}
            onClick={() => hands.zoom(1.6)}
          >
            <Plus className="i s" aria-hidden="true" />
          </button>
        </span>
        {hands.whole ? null : <Window chart={chart} view={hands.view} onMove={hands.setView} onAll={hands.all} pan={hands.pan} />}
      </section>
      {chart.lanes.length > SHOWN ? (
        <button type="button" className="btn sm q lanes-more" onClick={() => setAll(!all)}>
          {all ? text.conversations.lanesLess : text.conversations.lanesMore(chart.lanes.length - SHOWN)}
        </button>
      ) : null}
      <LaneTable chart={chart} names={names} />
    </>
  );
}

function LaneRow({
  lane,
  names,
  view,
  stretch,
  width,
  families,
  hits,
  plot,
}: {
  lane: Lane;
  names: SpeakerNames;
  view: LaneView;
  stretch: LaneView | null;
  width: number;
  families: ReadonlySet<ActFamily>;
  hits: ReadonlyMap<number, Hit[]>;
  plot?: RefObject<HTMLDivElement | null> | undefined;
}) {
  const text = useText();
  const { speaker } = lane;
  const percent = Math.round(lane.share * 100);
  const name = names.long(speaker.i);
  const paths = useMemo(() => (width > 0 ? pathsOf(lane, view, width) : []), [lane, view, width]);
  const place = (at: number) => Math.max(0, Math.min(100, ((at - view.from) / (view.to - view.from)) * 100));
  return (
    <>
      <span className="row ln">
        <Face id={speaker.personId ?? speaker.memberId ?? speaker.id} name={speaker.name} />
        <SpeakerName id={speaker.id} name={speaker.name} className="t13 b">
          {name}
        </SpeakerName>
        <span className="t12 f sp only-sm">{percent}%</span>
      </span>
      <div
        className="lane"
        role="img"
        data-lane={speaker.i}
        ref={plot}
        aria-label={text.conversations.laneSpoke(name, percent, mostly(lane, text))}
      >
        <svg width="100%" height="18" aria-hidden="true">
          {paths.map(({ family, d }) => (
            <path key={family} d={d} fill={`var(--act-${family})`} opacity={families.size === 0 || families.has(family) ? 1 : 0.16} />
          ))}
        </svg>
        {stretch ? (
          <span className="stretch" style={{ left: `${place(stretch.from)}%`, width: `${place(stretch.to) - place(stretch.from)}%` }} />
        ) : null}
        <Suspense>{hits.size > 0 ? <LaneTicks lane={lane} view={view} width={width} hits={hits} /> : null}</Suspense>
        <span className="now" />
      </div>
      <span className="t12 f pc">{percent}%</span>
    </>
  );
}

function Axis({ chart, view, width }: { chart: Chart; view: LaneView; width: number }) {
  const text = useText();
  const dates = useDates();
  const byMinute =
    chart.basis === 'time' &&
    marksOf(chart, view, width).every((mark, n, all) => n === 0 || n === all.length - 1 || mark.at % 60_000 === 0) &&
    view.from === 0;
  const say = (at: number, last: boolean) => {
    if (chart.basis === 'words')
      return `${Math.round(at).toLocaleString(document.documentElement.lang)}${last ? ` ${text.conversations.words}` : ''}`;
    if (!byMinute) return dates.clock(at);
    return last ? dates.length(at) : String(Math.round(at / 60_000));
  };
  return (
    <div className="axis" title={text.conversations.zoomHelp}>
      {marksOf(chart, view, width).map((mark, n, all) => (
        <span key={mark.percent} style={{ left: `${mark.percent}%` }}>
          {say(mark.at, n === all.length - 1)}
        </span>
      ))}
    </div>
  );
}

/** What is in view of the whole, to be taken and moved: shown only when zoomed. */
function Window({
  chart,
  view,
  onMove,
  onAll,
  pan,
}: {
  chart: Chart;
  view: LaneView;
  onMove: (view: LaneView) => void;
  onAll: () => void;
  pan: (parts: number) => void;
}) {
  const text = useText();
  const size = view.to - view.from;
  const drag = (event: ReactPointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const middle = ((event.clientX - box.left) / box.width) * chart.total;
    const from = Math.max(0, Math.min(chart.total - size, middle - size / 2));
    onMove({ from, to: from + size });
  };
  return (
    <>
      <span className="only-lg" />
      <div
        className="window"
        role="slider"
        tabIndex={0}
        aria-label={text.conversations.zoomWindow}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((view.from / Math.max(1, chart.total - size)) * 100)}
        onPointerDown={drag}
        onPointerMove={drag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
            event.preventDefault();
            pan(event.key === 'ArrowLeft' ? -0.2 : 0.2);
          }
        }}
      >
        <i style={{ left: `${(view.from / chart.total) * 100}%`, width: `${(size / chart.total) * 100}%` }} />
      </div>
      <button type="button" className="btn sm q pc-all" onClick={onAll} title={text.conversations.zoomAll}>
        {text.conversations.all}
      </button>
    </>
  );
}

function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}

/** The marker moves by a style alone: sixty times a second nothing is drawn anew. */
function useMarker(
  marker: RefObject<LaneMarker | null>,
  area: RefObject<HTMLElement | null>,
  view: LaneView,
  follow: (at: number) => void,
): void {
  const at = useRef(0);
  const latest = useRef({ view, follow });
  latest.current = { view, follow };
  useEffect(() => {
    const place = () => {
      const { from, to } = latest.current.view;
      const percent = ((at.current - from) / Math.max(1, to - from)) * 100;
      area.current?.style.setProperty('--now', `${percent}%`);
      area.current?.toggleAttribute('data-out', percent < 0 || percent > 100);
    };
    marker.current = {
      place(now) {
        at.current = now;
        place();
      },
      follow: (to) => latest.current.follow(to),
    };
    return () => {
      marker.current = null;
    };
  }, [marker, area]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stretch in view puts the marker elsewhere
  useEffect(() => marker.current?.place(at.current), [view, marker]);
}
