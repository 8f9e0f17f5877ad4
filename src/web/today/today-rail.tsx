import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { PromiseView, TodayPage } from '#model/pages.ts';
import { capitalised } from '../conversations/finding-words.ts';
import { isWritten } from '../conversations/lanes.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { usePromiseTick } from '../promises/use-promise-tick.ts';
import { useSession } from '../query/session.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { Tick } from '../ui/tick.tsx';

// Most days nobody has a task that is due: its rows and words come when somebody does.
const TodayTasks = lazy(() => import('../tasks/today-tasks.tsx').then((module) => ({ default: module.TodayTasks })));

const SHOWN = 5;

/** Beside the people: what came in, what was promised, and why we do this. */
export function TodayRail({ page }: { page: TodayPage }) {
  const text = useText().today;
  return (
    <aside>
      {page.fresh.length > 0 ? (
        <section className="sec">
          <div className="hd">
            <h2>{text.fresh}</h2>
          </div>
          {page.fresh.map((talk) => (
            <FreshTalk key={talk.id} talk={talk} />
          ))}
        </section>
      ) : null}
      {page.promises.length > 0 ? (
        <section className="sec">
          <div className="hd">
            <h2>{text.promises}</h2>
            <span className="c">{text.dueSoon}</span>
          </div>
          <ul>
            {page.promises.slice(0, SHOWN).map((promise) => (
              <Owed key={promise.id} promise={promise} />
            ))}
          </ul>
          {page.promises.length > SHOWN ? (
            <p className="t13" style={{ paddingTop: 8 }}>
              <Link className="link" to="/promises">
                {text.allPromises(page.promises.length)}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      {page.tasks.length > 0 ? (
        <Suspense>
          <TodayTasks tasks={page.tasks} />
        </Suspense>
      ) : null}
      <Why />
    </aside>
  );
}

function FreshTalk({ talk }: { talk: TodayPage['fresh'][number] }) {
  const text = useText().conversations;
  const dates = useDates();
  // From the first letter to the last is no length: nobody talked for fifteen hours.
  const length = talk.durationMs === null || isWritten(talk.kind) ? text.kind[talk.kind] : dates.length(talk.durationMs);
  return (
    <Link className="item row" to="/conversations/$id" params={{ id: talk.id }}>
      <KindIcon kind={talk.kind} />
      <span>
        <b className="b">{talk.title || text.untitled}</b>
        <br />
        <span className="f t13">
          {length} ·{' '}
          {talk.understoodAt === null
            ? text.understanding
            : talk.openFindings > 0
              ? text.suggestions(talk.openFindings)
              : dates.ago(talk.happenedAt)}
        </span>
      </span>
    </Link>
  );
}

function Owed({ promise }: { promise: PromiseView }) {
  const text = useText();
  const dates = useDates();
  const { kept, toggle } = usePromiseTick(promise);
  const days = promise.dueOn ? dates.daysTo(promise.dueOn) : null;
  const tone = kept || days === null ? 'f' : days < 0 ? 'harm' : days < 2 ? 'wait' : 'f';
  const said = text.today;
  const who = promise.by.isYou
    ? promise.to
      ? said.youTo(promise.to.name)
      : text.listening.you
    : promise.to?.isYou
      ? said.toYou(promise.by.name)
      : promise.to
        ? said.whoTo(promise.by.name, promise.to.name)
        : promise.by.name;
  return (
    <li className="owe">
      <Tick on={kept} label={kept ? text.promises.reopen(promise.what) : text.promises.keep(promise.what)} onChange={toggle} />
      <span>
        <PromiseWords promise={promise} />
        <br />
        <span className="f t12">{who}</span>
      </span>
      <span className={`t13 nw ${tone}`}>{promise.dueOn ? dates.due(promise.dueOn) : null}</span>
    </li>
  );
}

function PromiseWords({ promise }: { promise: PromiseView }) {
  const [quote] = promise.quotes;
  if (!quote) return <>{capitalised(promise.what)}</>;
  return (
    <Link to="/conversations/$id" params={{ id: quote.conversationId }} search={{ turn: quote.turn }}>
      {capitalised(promise.what)}
    </Link>
  );
}

function Why() {
  const text = useText().today;
  const { workspace, member } = useSession();
  const may = member?.role === 'owner' || member?.role === 'admin';
  if (!workspace?.mission && !may) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.why}</h2>
      </div>
      <p className="m" style={{ paddingTop: 8 }}>
        {workspace?.mission || (
          <>
            {text.whyEmpty}{' '}
            <Link className="link" to="/settings/workspace">
              {text.whyDo}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}
