import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Listening } from '#model/listening.ts';
import type { ConversationPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { figureValue } from './figure-value.ts';
import { isWritten, sharesOf } from './lanes.ts';
import { type Figure, figuresOf, splitOf, unknownIn } from './report.ts';
import { namesOf } from './speaker-names.ts';

const FigureDetail = lazy(() => import('./figure-detail.tsx').then((module) => ({ default: module.FigureDetail })));
const LeftOut = lazy(() => import('./left-out.tsx').then((module) => ({ default: module.LeftOut })));

interface Given {
  page: ConversationPage;
  onTurn: (turn: number) => void;
}

/** "Were you listening?": every number opens on what it means and where the measure comes from. A mirror, never a grade. */
export function ListeningReport({ page, onTurn }: Given) {
  const text = useText().listening;
  const yours = page.speakers.some((speaker) => speaker.isYou);
  if (page.understoodAt === null) return null;
  if (!page.listening) {
    const names = page.listeningOf.map((one) => one.name);
    return (
      <section className="blk">
        <h2>{names.length > 0 ? text.titleOf(names.join(', ')) : text.title}</h2>
        <p className="m t13" style={{ marginTop: 6 }}>
          {names.length > 0 ? text.notYours(names.join(', ')) : text.notYet}
        </p>
        <Languages page={page} />
      </section>
    );
  }
  return (
    <section className="blk">
      <h2 style={{ marginBottom: 10 }}>
        {yours || page.listeningOf.length === 0 ? text.title : text.titleOf(page.listeningOf.map((one) => one.name).join(', '))}
      </h2>
      {page.listening.talkShare === null ? (
        <p className="m t13" style={{ marginBottom: 10 }}>
          {text.notYet}{' '}
          {page.speakers.some((speaker) => !speaker.personId && !speaker.memberId) ? (
            <Link className="link" to="/speakers" search={{ conversation: page.id }}>
              {text.sayWho}
            </Link>
          ) : null}
        </p>
      ) : null}
      <Split page={page} listening={page.listening} yours={yours} />
      <div className="figs">
        {figuresOf(page.listening).map((figure) => (
          <FigureLine key={figure.name} figure={figure} page={page} onTurn={onTurn} />
        ))}
      </div>
      <Basis page={page} listening={page.listening} />
      <Languages page={page} />
    </section>
  );
}

/** Comes only where something was left out. */
function Languages({ page }: { page: ConversationPage }) {
  if (page.leftOut.length === 0) return null;
  return (
    <Suspense>
      <LeftOut turns={page.turns.length} leftOut={page.leftOut} />
    </Suspense>
  );
}

function Split({ page, listening, yours }: { page: ConversationPage; listening: Listening; yours: boolean }) {
  const text = useText().listening;
  const shares = sharesOf(page.speakers);
  const unknown = page.speakers.reduce((sum, speaker) => sum + (speaker.side === 'unknown' ? (shares.get(speaker.i) ?? 0) : 0), 0);
  const split = splitOf(listening, unknown);
  if (!split) return null;
  const theirs = page.speakers.filter((speaker) => speaker.side === 'them' && speaker.turns > 0);
  // One person is called by name, never "they".
  const them = theirs.length === 1 && theirs[0] ? namesOf(page.speakers, text.you).short(theirs[0].i) : text.they;
  return (
    <>
      <div className="split" role="img" aria-label={text.splitLabel(split.us, split.them, split.unknown)}>
        <i style={{ '--c': 'var(--act-tell)', width: `${split.us}%` }} />
        <i style={{ '--c': 'var(--fill)', width: `${split.them}%` }} />
        {split.unknown > 0 ? <i style={{ '--c': 'var(--line)', width: `${split.unknown}%` }} /> : null}
      </div>
      <div className="row t12 f" style={{ margin: '5px 0 12px' }}>
        <span>
          {yours ? text.you : text.us} {split.us}%
        </span>
        <span className={split.unknown > 0 ? '' : 'sp'} style={split.unknown > 0 ? { margin: 'auto' } : undefined}>
          {them} {split.them}%
        </span>
        {split.unknown > 0 ? (
          <span>
            {text.unknown} {split.unknown}%
          </span>
        ) : null}
      </div>
    </>
  );
}

function FigureLine({ figure, page, onTurn }: { figure: Figure; page: ConversationPage; onTurn: (turn: number) => void }) {
  const text = useText().listening;
  const dates = useDates();
  const [open, setOpen] = useState(false);
  return (
    <details className="fig" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{text.figure[figure.name].name}</span>
        <b className={figure.name === 'leftOpen' && figure.open > 0 ? 'wait b' : undefined}>
          {figureValue(figure, text, dates.clock, document.documentElement.lang)}
        </b>
      </summary>
      {open ? (
        <Suspense>
          <FigureDetail figure={figure} page={page} onTurn={onTurn} />
        </Suspense>
      ) : null}
    </details>
  );
}

function Basis({ page, listening }: { page: ConversationPage; listening: Listening }) {
  const text = useText();
  const dates = useDates();
  const unknown = unknownIn(listening).map((name) => text.listening.figure[name].name.toLowerCase());
  return (
    <p className="t12 f" style={{ marginTop: 10 }}>
      {page.durationMs === null || isWritten(page.kind)
        ? null
        : `${dates.length(page.durationMs)}, ${text.conversations.quality[page.timeQuality]}, `}
      {text.listening.basis(listening.n.turns, listening.basis === 'time')}{' '}
      {unknown.length > 0 && listening.talkShare !== null ? `${text.listening.unknownHere(unknown.join(', '))} ` : null}
      {text.listening.seenByYou}
    </p>
  );
}
