import './promises.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { PromiseView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { Bar } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { countOf, isOurs, nearestFirst, newestKeptFirst } from './due.ts';
import { PromiseRow } from './promise-row.tsx';

/** What both sides said they would do: the late and the near first, each opening where it was said. */
export function Promises() {
  const text = useText().promises;
  const { kept } = useSearch({ from: '/inside/promises' });
  const { data, error, refetch } = useQuery({
    ...api.promises.list.queryOptions({ input: { whose: 'all', kept: kept === true } }),
    placeholderData: (before) => before,
  });
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  return (
    <>
      <Bar
        title={text.title}
        views={
          <>
            <Link className={kept ? 'btn sm q' : 'btn sm'} to="/promises" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
              {text.open}
            </Link>
            <Link
              className={kept ? 'btn sm' : 'btn sm q'}
              to="/promises"
              search={{ kept: true }}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {text.settled}
            </Link>
          </>
        }
      >
        <span className="only-sm">
          <Link className="btn sm" to="/promises" search={kept ? {} : { kept: true }}>
            {kept ? text.open : text.settled}
          </Link>
        </span>
      </Bar>
      {data ? <Both promises={data.promises} kept={kept === true} /> : <Waiting />}
    </>
  );
}

function Both({ promises, kept }: { promises: PromiseView[]; kept: boolean }) {
  const text = useText().promises;
  const sorted = kept ? newestKeptFirst(promises) : nearestFirst(promises);
  const ours = sorted.filter(isOurs);
  const theirs = sorted.filter((promise) => !isOurs(promise));
  const count = countOf(promises, new Date());
  const heading = kept
    ? text.headingKept(promises.length)
    : promises.length > 0
      ? text.heading(count.late, count.today, count.tomorrow)
      : text.headingNone;
  const sub = promises.length === 0 ? text.subNone : kept ? text.subKept : text.sub(count.ours, count.theirs);
  return (
    <div className="page">
      <div style={{ maxWidth: 800 }}>
        <h1>{heading}</h1>
        <p className="m" style={{ marginTop: 4 }}>
          {sub}
        </p>
        {promises.length === 0 ? (
          <p style={{ marginTop: 16 }}>
            <Link className="link" to="/conversations" search={{ waiting: true }}>
              {text.toListen}
            </Link>
          </p>
        ) : null}
        <Side title={text.ours} why={text.oursWhy} promises={ours} kept={kept} />
        <Side title={text.theirs} why={text.theirsWhy} promises={theirs} kept={kept} />
      </div>
    </div>
  );
}

function Side({ title, why, promises, kept }: { title: string; why: string; promises: PromiseView[]; kept: boolean }) {
  if (promises.length === 0) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{title}</h2>
        <span className="why">{kept ? promises.length : why}</span>
      </div>
      <ul>
        {promises.map((promise, n) => (
          <PromiseRow key={promise.id} promise={promise} first={n === 0} />
        ))}
      </ul>
    </section>
  );
}
