import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { NotIn } from './not-in.tsx';
import { UndoLook } from './undo-look.tsx';

/** It is in. First the way back and its date, then what came in, what did not, and whom to begin with. */
export function Done({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const dates = useDates();
  const { member } = useSession();
  const [undoing, setUndoing] = useState(false);
  const { by, doneAt, startedAt, undoUntil, people } = page;
  const who = by ? (by.id === member?.id ? text.done.you : by.name) : text.done.somebody;
  const took = doneAt && startedAt ? Math.max(1000, Date.parse(doneAt) - Date.parse(startedAt)) : 1000;
  const over = doneAt ?? page.createdAt;
  const when = text.done.at(dates.daysTo(over) > -2 ? dates.ago(over) : dates.day(over), dates.moment(over).split(', ').at(-1) ?? '');
  const changed = people.before !== null && people.now !== people.before;
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{(page.done.person?.create ?? 0) > 0 ? text.done.heading : text.done.headingRows}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {text.done.lead(who, when, dates.length(took))}
            {people.before !== null && changed ? ` ${text.done.people(people.before, people.now)}` : null}
          </p>
          {undoUntil ? (
            <div className="note g w-undo">
              <div>
                <p className="b">{text.done.undoUntil(dates.exact(undoUntil))}</p>
                <p className="m t13" style={{ marginTop: 2 }}>
                  {text.done.undoWhy}
                </p>
              </div>
              <button type="button" className="btn" aria-expanded={undoing} onClick={() => setUndoing(!undoing)}>
                <Undo2 className="i" aria-hidden="true" />
                {text.done.takeBack}
              </button>
            </div>
          ) : (
            <p className="f t13" style={{ marginTop: 12 }}>
              {text.done.undoOver}
            </p>
          )}
          {undoing && undoUntil ? <UndoLook importId={page.id} onClose={() => setUndoing(false)} /> : null}
          <CameIn page={page} />
          <NotIn page={page} />
        </div>
        <aside>
          <Next page={page} />
        </aside>
      </div>
    </div>
  );
}

function CameIn({ page: { id, done } }: { page: ImportPage }) {
  const text = useImportsText();
  const both = (object: 'organisation' | 'deal' | 'note' | 'task') => (done[object]?.create ?? 0) + (done[object]?.update ?? 0);
  const same = Object.values(done).reduce((sum, by) => sum + (by?.same ?? 0), 0);
  const rows: [string, number, ((count: string) => ReactNode)?][] = [
    [
      text.done.newPeople,
      done.person?.create ?? 0,
      (count) => (
        <Link className="link" to="/people" search={{ brought: id }}>
          {count}
        </Link>
      ),
    ],
    [text.done.changedPeople, done.person?.update ?? 0],
    [
      text.done.organisations,
      both('organisation'),
      (count) => (
        <Link className="link" to="/organisations" search={{}}>
          {count}
        </Link>
      ),
    ],
    [text.done.deals, both('deal')],
    [text.done.notes, both('note')],
    [text.done.tasks, both('task')],
    [text.done.same, same],
  ];
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.done.came}</h2>
      </div>
      <div style={{ paddingTop: 8 }}>
        <dl className="kv w-came">
          {rows
            .filter(([, count]) => count > 0)
            .map(([label, count, link]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{link ? link(text.number(count)) : text.number(count)}</dd>
              </div>
            ))}
        </dl>
      </div>
    </section>
  );
}

/** Whom to begin with: who waits, who may be the same, who they are. */
function Next({ page }: { page: ImportPage }) {
  const { done: text } = useImportsText();
  const owed = useQuery(api.people.list.queryOptions({ input: { brought: page.id, owe: true, limit: 1 } }));
  const waiting = owed.data?.total ?? 0;
  const same = useQuery({
    ...api.duplicates.list.queryOptions({ input: { limit: 1 } }),
    refetchInterval: ({ state }) => (state.data?.look && !state.data.look.doneAt ? 1500 : false),
  });
  const pairs = same.data?.total ?? 0;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.next}</h2>
        <span className="why">{text.nextWhy}</span>
      </div>
      <ul>
        {waiting > 0 ? (
          <li className="item">
            <b className="b">{text.owed(waiting)}</b>
            <p style={{ marginTop: 8 }}>
              <Link className="btn p" to="/people" search={{ brought: page.id, owe: true }}>
                {text.seeWho}
              </Link>
            </p>
          </li>
        ) : null}
        {same.data?.look && !same.data.look.doneAt ? (
          <li className="item m t13" role="status">
            {text.pairsLooking}
          </li>
        ) : null}
        {pairs > 0 ? (
          <li className="item">
            <b className="b">{text.pairs(pairs)}</b>
            <br />
            <span className="m t13">{text.pairsWhy}</span>
            <p style={{ marginTop: 8 }}>
              <Link className={waiting > 0 ? 'btn' : 'btn p'} to="/people/duplicates">
                {text.pairsLook}
              </Link>
            </p>
          </li>
        ) : null}
        {(page.done.person?.create ?? 0) > 0 ? (
          <li className="item">
            <b className="b">{text.them}</b>
            <br />
            <span className="m t13">{text.themWhy}</span>
            <p style={{ marginTop: 8 }}>
              <Link className={waiting + pairs > 0 ? 'btn' : 'btn p'} to="/people" search={{ brought: page.id }}>
                {text.themDo}
              </Link>
            </p>
          </li>
        ) : null}
        <li className="item">
          <b className="b">{text.talk}</b>
          <br />
          <span className="m t13">{text.talkWhy}</span>
          <p style={{ marginTop: 8 }}>
            <Link className="btn" to="/conversations">
              {text.talkDo}
            </Link>
          </p>
        </li>
      </ul>
    </section>
  );
}
