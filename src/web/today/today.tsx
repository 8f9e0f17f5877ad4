import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ear } from 'lucide-react';
import { useState } from 'react';
import type { TodayPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { dayOf, keyOf, put, putOff } from './later.ts';
import { NeedsYou } from './needs-you.tsx';
import { isEmpty, othersIn } from './nothing-yet.ts';
import { TodayRail } from './today-rail.tsx';

const POLL_MS = 3000;

/** Who waits to be heard, what is new, what was promised; and then it ends. */
export function Today() {
  const text = useText().today;
  const { data, error, refetch } = useQuery({
    ...api.today.open.queryOptions(),
    refetchInterval: (query) => (query.state.data?.fresh.some((one) => one.understoodAt === null) ? POLL_MS : false),
  });
  const dates = useDates();
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  return (
    <>
      <Bar title={text.title} count={dates.exact(dayOf(new Date())).replace(/,? \d{4}$/, '')}>
        <Link className="btn sm only-lg" to="/conversations" search={{}}>
          <Ear className="i" aria-hidden="true" />
          {text.bringIn}
        </Link>
      </Bar>
      {data ? isEmpty(data) ? <NothingYet /> : <Waits page={data} /> : <Waiting />}
    </>
  );
}

function NothingYet() {
  const text = useText();
  const mayMove = useMay('member');
  return (
    <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
      <h1>{text.today.emptyTitle}</h1>
      <p className="m" style={{ marginTop: 8, maxWidth: '36rem', font: '400 var(--t-16) var(--ours)' }}>
        {text.today.emptyWhy}
      </p>
      <p className="row wrap" style={{ marginTop: 20 }}>
        <Link className="btn p" to="/conversations" search={{}}>
          <Ear className="i" aria-hidden="true" />
          {text.today.bringIn}
        </Link>
        {mayMove ? (
          <Link className="btn" to="/people/import">
            {text.people.emptyMoveIn}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

function Waits({ page }: { page: TodayPage }) {
  const text = useText().today;
  const [later, setLater] = useState(() => putOff(localStorage, new Date()));
  const people = page.people.filter((person) => !later.has(keyOf(person)));
  const off = page.people.length - people.length;
  const waiting = people.reduce((sum, person) => sum + person.waiting, 0);
  const putThem = (person: TodayPage['people'][number], away: boolean) =>
    setLater(new Set(put(localStorage, new Date(), keyOf(person), away)));
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{people.length > 0 ? text.heading(people.length) : text.headingNone}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {people.length > 0 ? text.sub(waiting) : text.subNone}
          </p>
          <ul style={{ marginTop: 10 }}>
            {people.map((person, n) => (
              <NeedsYou
                key={keyOf(person)}
                person={person}
                first={n === 0}
                onLater={() => {
                  putThem(person, true);
                  toast(text.laterUntil(person.name), () => putThem(person, false));
                }}
              />
            ))}
          </ul>
          {page.unknownSpeakers > 0 ? (
            <p className="unknown-line">
              <b className="b">{text.unknown(page.unknownSpeakers)}</b>{' '}
              <Link className="link" to="/speakers">
                {text.unknownDo}
              </Link>
            </p>
          ) : null}
          <End
            page={page}
            shown={people.length}
            off={off}
            onBack={() => {
              for (const person of page.people) putThem(person, false);
            }}
          />
        </div>
        <TodayRail page={page} />
      </div>
    </div>
  );
}

function End({ page, shown, off, onBack }: { page: TodayPage; shown: number; off: number; onBack: () => void }) {
  const text = useText().today;
  const others = othersIn(page);
  return (
    <div className="end">
      <p className="b" style={{ color: 'var(--ink)' }}>
        {text.end}
      </p>
      <p>
        {others > 0 ? `${text.endOthers(others)} ` : null}
        {shown > 0 ? `${text.endDone(shown)} ` : null}
        {others > 0 ? (
          <>
            {text.endTime}{' '}
            <Link className="link" to="/people" search={{ spoke: 'quiet-month' }}>
              {text.endQuiet}
            </Link>
            .
          </>
        ) : null}
      </p>
      {off > 0 ? (
        <p>
          {text.put(off)}{' '}
          <button type="button" className="word" onClick={onBack}>
            {text.putBack}
          </button>
        </p>
      ) : null}
    </div>
  );
}
