import './conversations.css';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActFamily } from '#model/act.ts';
import type { ConversationPage, FindingView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ConversationBar } from './conversation-bar.tsx';
import { LaneChart, type LaneMarker } from './lane-chart.tsx';
import { chartOf, isWritten } from './lanes.ts';
import { Legend } from './legend.tsx';
import { ListeningReport } from './listening-report.tsx';
import { byTurn, familiesIn, filtered } from './margin.ts';
import { NoteHint, NoteWords } from './note-words.tsx';
import { noticedIn } from './noticed.ts';
import { rowsOf } from './rows.ts';
import { namesOf } from './speaker-names.ts';
import { Peek, SuggestionTray } from './suggestion-tray.tsx';
import { Transcript, type TranscriptHandle } from './transcript.tsx';
import { useCiting } from './use-citing.ts';
import { useTray } from './use-tray.ts';
import { useWithin } from './use-within.ts';
import { WhyDoor } from './why-door.tsx';

const POLL_MS = 1500;
/** Most conversations lost nothing and have nobody left to name. */
const Losses = lazy(() => import('./losses.tsx').then((it) => ({ default: it.Losses })));
const WhoIsWho = lazy(() => import('../speakers/who-is-who.tsx').then((it) => ({ default: it.WhoIsWho })));

/** One conversation: lanes, words, what was found, and whether you were listening. */
export function Conversation() {
  const { id } = useParams({ from: '/inside/conversations/$id' });
  const { data, error, refetch } = useQuery({
    ...api.conversations.open.queryOptions({ input: { id } }),
    refetchInterval: (query) => (query.state.data && query.state.data.understoodAt === null ? POLL_MS : false),
  });
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  return data ? <Opened key={data.id} page={data} /> : <Waiting rows={5} />;
}

function Opened({ page }: { page: ConversationPage }) {
  const text = useText();
  const dates = useDates();
  const search = useSearch({ from: '/inside/conversations/$id' });
  // Logged by hand: the lines are a member's own, nobody spoke in them.
  const byHand = page.source === 'by-hand';
  const mayNote = useMay('member') && !byHand && page.turns.length > 0;
  const tray = useTray(page);
  const names = useMemo(() => namesOf(page.speakers, text.listening.you), [page.speakers, text]);
  const chart = useMemo(() => chartOf(page), [page]);
  const [families, setFamilies] = useState<ReadonlySet<ActFamily>>(new Set());
  const [reached, setReached] = useState<number | null>(search.turn ?? null);
  const transcript = useRef<TranscriptHandle | null>(null);
  const marker = useRef<LaneMarker | null>(null);
  const over = useRef<HTMLDivElement>(null);
  const covered = useCovered(over);

  const turns = useMemo(() => filtered(page.turns, families), [page.turns, families]);
  const rows = useMemo(() => rowsOf(turns, page.kind, dates.day), [turns, page.kind, dates.day]);
  const findings = useMemo(() => byTurn(page.findings), [page.findings]);
  const present = useMemo(() => familiesIn(page.turns), [page.turns]);
  const noticed = useMemo(() => noticedIn(page), [page]);

  const goTo = useCallback(
    (turn: number, ifHidden = false) => {
      setReached(turn);
      transcript.current?.show(turn, ifHidden);
      marker.current?.follow(chart.starts[turn] ?? 0);
    },
    [chart],
  );
  const chosen = useCallback((finding: FindingView | null, ifHidden: boolean) => finding && goTo(finding.turn, ifHidden), [goTo]);
  const { choose } = tray;
  const reading = useRef(0);
  const place = useCallback(
    (turn: number, into: number) => {
      reading.current = turn;
      const from = chart.starts[turn] ?? 0;
      marker.current?.place(from + ((chart.starts[turn + 1] ?? chart.total) - from) * into);
    },
    [chart],
  );
  const filter = (next: ReadonlySet<ActFamily>) => {
    const turn = reading.current;
    setFamilies(next);
    // The place being read stays under the eye when turns come and go around it.
    requestAnimationFrame(() => transcript.current?.show(turn));
  };
  const within = useWithin(turns, reading, goTo);
  useStart(search, page, covered, goTo, choose);
  useTrayKeys(tray, chosen);

  const on = tray.current && reached === null ? tray.current.turn : reached;
  useCiting(page, on, reading);
  return (
    <>
      <h1 className="sr">{page.title || text.conversations.untitled}</h1>
      <ConversationBar page={page} within={within} />
      {page.turns.length > 0 && !byHand ? (
        <div className="over" ref={over}>
          <LaneChart chart={chart} names={names} families={families} hits={within.byTurn} onTurn={goTo} marker={marker} />
          <Legend present={present} chosen={families} onChoose={filter} kept={{ shown: turns.length, all: page.turns.length }} />
          {chart.basis === 'words' && !isWritten(page.kind) ? <p className="f t12 by-words">{text.conversations.byWords}</p> : null}
        </div>
      ) : null}
      <Notices page={page} />
      <div className="talk" style={{ '--over': `${covered}px` }}>
        {page.turns.length === 0 ? (
          <p className="m" style={{ padding: 24 }}>
            {text.conversations.emptyTranscript}
          </p>
        ) : (
          <Transcript
            rows={rows}
            findings={findings}
            names={names}
            folded={tray.folded}
            on={on}
            current={tray.current?.id ?? null}
            noticed={noticed}
            hits={within.byTurn}
            hit={within.now}
            covered={covered}
            onChoose={choose}
            onPlace={place}
            handle={transcript}
          />
        )}
        <aside className="rail">
          {byHand ? null : <ListeningReport page={page} onTurn={goTo} />}
          <SuggestionTray
            tray={tray}
            names={names}
            understood={page.understoodAt !== null && !(byHand && page.findings.length === 0)}
            onJump={(finding) => chosen(finding, false)}
          />
          {mayNote ? <NoteHint /> : null}
        </aside>
        {mayNote ? <NoteWords page={page} turns={turns} names={names} tray={tray} at={() => on ?? reading.current} goTo={goTo} /> : null}
      </div>
      <Peek tray={tray} names={names} onJump={(finding) => chosen(finding, false)} />
      <WhyDoor page={page} names={names} />
    </>
  );
}

function Notices({ page }: { page: ConversationPage }) {
  const text = useText().conversations;
  const unknown = page.speakers.some((speaker) => !speaker.personId && !speaker.memberId && speaker.side === 'unknown');
  return (
    <>
      {page.understoodAt === null ? (
        <p className="banner-line m" role="status">
          {text.understandingLong}
        </p>
      ) : null}
      {page.losses.length > 0 ? (
        <Suspense>
          <Losses losses={page.losses} />
        </Suspense>
      ) : null}
      {unknown ? (
        <Suspense>
          <WhoIsWho conversationId={page.id} inline />
        </Suspense>
      ) : null}
    </>
  );
}

/** Opened at a turn or a suggestion: once, when the words are laid out. */
function useStart(
  search: { turn?: number; finding?: string },
  page: ConversationPage,
  covered: number,
  goTo: (turn: number) => void,
  choose: (id: string) => void,
) {
  const done = useRef('');
  const ready = covered > 0;
  useEffect(() => {
    const wanted = `${search.turn ?? ''}/${search.finding ?? ''}`;
    if (!ready || done.current === wanted || wanted === '/') return;
    done.current = wanted;
    const finding = page.findings.find((one) => one.id === search.finding);
    if (finding) choose(finding.id);
    const turn = search.turn ?? finding?.turn;
    if (turn !== undefined) requestAnimationFrame(() => goTo(turn));
  }, [search.turn, search.finding, page.findings, ready, goTo, choose]);
}

function useTrayKeys(tray: ReturnType<typeof useTray>, jump: (finding: FindingView | null, ifHidden: boolean) => unknown): void {
  const text = useText().conversations;
  const { current } = tray;
  useKeys([
    { key: 'c', says: text.confirm, run: () => current && void tray.decide(current.id, 'confirm') },
    { key: 'x', says: text.notThis, run: () => current && void tray.decide(current.id, 'reject') },
    { key: 'e', says: text.edit, run: () => current && tray.edit(current.id) },
    { key: 'z', says: null, run: tray.undoNewest },
    { key: 'j', says: text.toMove, run: () => jump(tray.step(1), true) },
    { key: 'k', says: null, run: () => jump(tray.step(-1), true) },
    { key: 'Enter', says: text.jump, run: () => jump(current, false) },
  ]);
}

/** How much of the window the bar and the lanes cover while scrolling: the lanes stay in view on a desk, not on a phone. */
function useCovered(over: { current: HTMLElement | null }): number {
  const [covered, setCovered] = useState(0);
  useEffect(() => {
    const measure = () => {
      const bar = document.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 48;
      const sticks = over.current && getComputedStyle(over.current).position === 'sticky';
      setCovered(bar + (sticks ? (over.current?.offsetHeight ?? 0) : 0));
    };
    measure();
    const watch = new ResizeObserver(measure);
    if (over.current) watch.observe(over.current);
    window.addEventListener('resize', measure);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [over]);
  return covered;
}
