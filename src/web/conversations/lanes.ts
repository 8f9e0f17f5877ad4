import { type ActFamily, familyOf, leadingAct } from '#model/act.ts';
import type { ConversationKind } from '#model/conversation.ts';
import type { ConversationPage, SpeakerView, TurnView } from '#model/pages.ts';

/** One stretch of talk: from and to are milliseconds, or words counted from the first, as `basis` says. */
interface Span {
  turn: number;
  from: number;
  to: number;
  family: ActFamily;
}

export interface Lane {
  speaker: SpeakerView;
  spans: Span[];
  /** Share of all the talking, 0 to 1. */
  share: number;
}

export interface LaneChart {
  basis: 'time' | 'words';
  total: number;
  lanes: Lane[];
  /** Where each turn starts on the axis, by its number: for the marker that follows the scroll. */
  starts: number[];
}

/** The part of the axis in view, in the units of the chart. */
export interface LaneView {
  from: number;
  to: number;
}

const SIDE_ORDER = { them: 0, unknown: 1, us: 2 } as const;

/** Mail and chat: nobody spoke, so there is no clock to draw by, only words. */
export function isWritten(kind: ConversationKind): boolean {
  return kind === 'email' || kind === 'chat';
}

/** Lanes by time where every turn has a start; by words otherwise. They first, we last, as in the drawing. */
export function chartOf(page: Pick<ConversationPage, 'turns' | 'speakers' | 'durationMs' | 'kind'>): LaneChart {
  const timed = !isWritten(page.kind) && page.turns.length > 0 && page.turns.every((turn) => turn.startMs !== null);
  const spans = timed ? spansByTime(page.turns, page.durationMs) : spansByWords(page.turns);
  const shares = sharesOf(page.speakers);
  const lanes = page.speakers
    .map((speaker) => ({ speaker, spans: [] as Span[], share: shares.get(speaker.i) ?? 0 }))
    .sort((a, b) => Number(a.speaker.isYou) - Number(b.speaker.isYou) || order(a) - order(b) || b.share - a.share);
  const bySpeaker = new Map(lanes.map((lane) => [lane.speaker.i, lane]));
  page.turns.forEach((turn, n) => {
    const span = spans[n];
    if (span) bySpeaker.get(turn.speaker)?.spans.push(span);
  });
  const last = spans.reduce((most, span) => Math.max(most, span.to), 0);
  return {
    basis: timed ? 'time' : 'words',
    total: Math.max(1, timed ? Math.max(last, page.durationMs ?? 0) : last),
    lanes: lanes.filter((lane) => lane.spans.length > 0),
    starts: spans.map((span) => span.from),
  };
}

function order(lane: Lane): number {
  return SIDE_ORDER[lane.speaker.side];
}

/** By milliseconds when every speaker has them, else by words: one basis for all, or the parts would not add up. */
export function sharesOf(speakers: SpeakerView[]): Map<number, number> {
  const byTime =
    speakers.length > 0 && speakers.every((speaker) => speaker.ms !== null) && speakers.some((speaker) => (speaker.ms ?? 0) > 0);
  const amount = (speaker: SpeakerView) => (byTime ? (speaker.ms ?? 0) : speaker.words);
  const all = speakers.reduce((sum, speaker) => sum + amount(speaker), 0);
  return new Map(speakers.map((speaker) => [speaker.i, all > 0 ? amount(speaker) / all : 0]));
}

function spansByTime(turns: TurnView[], durationMs: number | null): Span[] {
  return turns.map((turn, n) => {
    const from = turn.startMs ?? 0;
    const next = turns[n + 1]?.startMs ?? durationMs ?? from + 1000;
    return { turn: turn.i, from, to: Math.max(from, turn.endMs ?? next), family: familyOfTurn(turn) };
  });
}

function spansByWords(turns: TurnView[]): Span[] {
  let at = 0;
  return turns.map((turn) => {
    const from = at;
    at += Math.max(1, wordsIn(turn.text));
    return { turn: turn.i, from, to: at, family: familyOfTurn(turn) };
  });
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function familyOfTurn(turn: Pick<TurnView, 'acts'>): ActFamily {
  const leading = leadingAct(turn.acts);
  return leading ? familyOf(leading.act) : 'tell';
}

const SMALLEST = { time: 15_000, words: 40 } as const;

/** Zooms by `factor` (above 1 goes in) around a point of the axis, which stays where it was on screen. */
export function zoomed(chart: LaneChart, view: LaneView, factor: number, around: number): LaneView {
  const width = Math.min(chart.total, Math.max(Math.min(SMALLEST[chart.basis], chart.total), (view.to - view.from) / factor));
  const ratio = (around - view.from) / Math.max(1, view.to - view.from);
  return clamped(chart, { from: around - ratio * width, to: around + (1 - ratio) * width });
}

export function panned(chart: LaneChart, view: LaneView, by: number): LaneView {
  return clamped(chart, { from: view.from + by, to: view.to + by });
}

/** The same width, moved to where `at` is in its middle; as it was when `at` is in view already. */
export function followed(chart: LaneChart, view: LaneView, at: number): LaneView {
  if (at >= view.from && at <= view.to) return view;
  const half = (view.to - view.from) / 2;
  return clamped(chart, { from: at - half, to: at + half });
}

/** The stretch between two points of the axis, whichever way it was drawn; too small a one is widened. */
export function between(chart: LaneChart, a: number, b: number): LaneView {
  const least = Math.min(SMALLEST[chart.basis], chart.total);
  const middle = (a + b) / 2;
  const half = Math.max(Math.abs(a - b), least) / 2;
  return clamped(chart, { from: middle - half, to: middle + half });
}

function clamped(chart: LaneChart, view: LaneView): LaneView {
  const width = Math.min(chart.total, view.to - view.from);
  const from = Math.max(0, Math.min(view.from, chart.total - width));
  return { from, to: from + width };
}

export function isWhole(chart: LaneChart, view: LaneView): boolean {
  return view.from <= 0 && view.to >= chart.total;
}

/** The turn under a point of the axis, in one lane or in any; the nearest one when nobody spoke just then. */
export function turnAt(lanes: Lane[], at: number): number | null {
  let best: { turn: number; distance: number } | null = null;
  for (const lane of lanes)
    for (const span of lane.spans) {
      const distance = at < span.from ? span.from - at : at > span.to ? at - span.to : 0;
      if (!best || distance < best.distance) best = { turn: span.turn, distance };
    }
  return best?.turn ?? null;
}
