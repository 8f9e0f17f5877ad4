import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ImportJustNow, ImportPage } from '#model/import-pages.ts';
import { type ImportsText, useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { Face } from '../ui/face.tsx';
import { ObjectIcon } from './drawn.tsx';
import { useAct } from './use-act.ts';
import { runningHeading } from './words.ts';

/** The order of the work: what others are tied to comes first. */
const ORDER = ['organisation', 'person', 'ties', 'deal', 'note', 'task'] as const;

/** It comes in, or is taken back: how far it is, and that one can leave. */
export function Running({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const { busy, act } = useAct();
  const { id, state } = page;
  const undoing = state === 'undoing';
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{undoing ? text.running.undoing : runningHeading(page, text)}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {undoing ? text.running.undoingWhy : state === 'paused' ? text.running.pausedLead : text.running.lead}
          </p>
          {undoing || page.rows.of === 0 ? null : <Progress page={page} />}
          <p className="row wrap" style={{ marginTop: 24 }}>
            <Link className="btn" to="/">
              {text.running.leave}
            </Link>
            {state === 'running' ? (
              <button type="button" className="btn q" disabled={busy} onClick={() => void act(() => ask.imports.pause({ id }))}>
                {text.running.pause}
              </button>
            ) : null}
            {state === 'paused' ? (
              <button type="button" className="btn p" disabled={busy} onClick={() => void act(() => ask.imports.resume({ id }))}>
                {text.running.goOn}
              </button>
            ) : null}
            {undoing ? null : (
              <button type="button" className="btn q d" disabled={busy} onClick={() => void act(() => ask.imports.cancel({ id }))}>
                {text.running.stop}
              </button>
            )}
          </p>
        </div>
        <aside>
          {page.justNow.length > 0 && !undoing ? (
            <section className="sec">
              <div className="hd">
                <h2>{text.running.justNow}</h2>
              </div>
              <ul className="w-log">
                {page.justNow.map((one, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and the list is drawn anew each time
                  <JustNow key={i} one={one} />
                ))}
              </ul>
            </section>
          ) : null}
          <section className="sec">
            <div className="hd">
              <h2>{text.running.meanwhile}</h2>
            </div>
            <p className="m" style={{ paddingTop: 8 }}>
              {text.running.meanwhileWhy}
            </p>
          </section>
        </aside>
      </div>
    </div>
  );
}

function Progress({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const dates = useDates();
  const now = useNow(page.state === 'running');
  const { done, of } = page.rows;
  const share = of > 0 ? Math.floor((100 * done) / of) : 0;
  const parts = ORDER.flatMap((one) => {
    const far = page.progress[one];
    return far && far.of > 0 ? [{ one, ...far }] : [];
  });
  const current = parts.findIndex((part) => part.done < part.of);
  return (
    <>
      <div style={{ marginTop: 24 }}>
        <p className="row">
          <b className="b">{text.running.soFar(done, of)}</b>
          {page.startedAt ? (
            <span className="sp f t13">
              {text.running.since(
                dates.moment(page.startedAt).split(', ').at(-1) ?? '',
                dates.length(Math.max(0, now - Date.parse(page.startedAt))),
              )}
            </span>
          ) : null}
        </p>
        <div
          className="prog"
          style={{ height: 6, marginTop: 8 }}
          role="progressbar"
          aria-label={text.running.label}
          aria-valuenow={share}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${share}%` }} />
        </div>
      </div>
      <section className="sec">
        <div className="hd">
          <h2>{text.running.where}</h2>
        </div>
        <ul style={{ paddingTop: 4 }}>
          {parts.map((part, i) => (
            <Job key={part.one} {...part} at={part.done >= part.of ? 'past' : i === current ? 'now' : 'later'} text={text} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Job({
  one,
  done,
  of,
  at,
  text,
}: {
  one: (typeof ORDER)[number];
  done: number;
  of: number;
  at: 'past' | 'now' | 'later';
  text: ImportsText;
}) {
  return (
    <li className="w-job">
      <span className="w-jobi">
        {at === 'past' ? <Check className="i acc" aria-hidden="true" /> : <span className={at === 'now' ? 'w-now' : 'w-later'} />}
      </span>
      <b className={at === 'later' ? 'm' : 'b'} style={{ fontWeight: at === 'later' ? 400 : 600 }}>
        {one === 'ties' ? text.running.ties : text.object[one]}
      </b>
      <span className="prog" style={at === 'later' ? { opacity: 0.6 } : undefined}>
        <i style={{ width: `${of > 0 ? (100 * done) / of : 100}%` }} />
      </span>
      <span className={at === 'later' ? 't13 f num' : 't13 m num'}>
        {text.number(done)}
        <span className="f">{text.running.of(of)}</span>
      </span>
    </li>
  );
}

function JustNow({ one }: { one: ImportJustNow }) {
  const { running: text } = useImportsText();
  const dates = useDates();
  const name = one.with || one.label;
  const [before, after] = one.object === 'note' && one.at && one.with ? text.note(dates.day(one.at)) : ['', text.isHere];
  return (
    <li>
      {one.object === 'person' || one.with ? <Face id={name} name={name} /> : <ObjectIcon object={one.object} />}
      <span className="m">
        {one.object === 'note' && !one.with ? (
          text.noteAlone
        ) : (
          <>
            {before}
            <b className="b" style={{ color: 'var(--ink)' }}>
              {name}
            </b>
            {after}
          </>
        )}
      </span>
    </li>
  );
}

/** The clock, once a second while it is looked at. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
