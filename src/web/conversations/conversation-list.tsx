import { Link, useNavigate } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ConversationRow } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { When } from '../ui/when.tsx';
import { isWritten } from './lanes.ts';

interface Given {
  rows: ConversationRow[];
  total: number;
  find: string | undefined;
  waiting: boolean;
  more: (() => void) | null;
}

/** A line a conversation: what it was, with whom, something they said, when, and what waits. */
export function ConversationList({ rows, total, find, waiting, more }: Given) {
  const text = useText().conversations;
  const [at, setAt] = useState(-1);
  const narrow = useNarrow();
  const navigate = useNavigate();
  const go = (by: number) => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + by)));
  useKeys([
    { key: 'j', says: text.next, run: () => go(1) },
    { key: 'k', says: text.previous, run: () => go(-1) },
    { key: 'ArrowDown', says: null, run: () => go(1) },
    { key: 'ArrowUp', says: null, run: () => go(-1) },
    { key: 'Enter', says: text.open, run: () => rows[at] && void navigate({ to: '/conversations/$id', params: { id: rows[at].id } }) },
  ]);
  useEffect(() => {
    if (at >= 0) document.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (rows.length === 0) return <Nothing find={find} waiting={waiting} />;
  return (
    <>
      {narrow ? (
        <ul className="plist">
          {rows.map((row) => (
            <PhoneRow key={row.id} row={row} />
          ))}
        </ul>
      ) : (
        <table className="list talks">
          <colgroup>
            <col style={{ width: '23%' }} />
            <col style={{ width: '19%' }} />
            <col />
            <col style={{ width: 100 }} />
            <col style={{ width: 72 }} />
            <col style={{ width: 212 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{text.colTitle}</th>
              <th scope="col">{text.colPeople}</th>
              <th scope="col">{text.colQuote}</th>
              <th scope="col">{text.colWhen}</th>
              <th scope="col" className="num">
                {text.colLength}
              </th>
              <th scope="col">{text.colWaiting}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              <TalkRow key={row.id} row={row} n={n} on={n === at} onChoose={() => setAt(n)} />
            ))}
          </tbody>
        </table>
      )}
      {more ? <More onMore={more} shown={rows.length} /> : null}
      <div className="foot">
        <span>{text.shown(rows.length, total)}</span>
        <span className="sp">
          <kbd>j</kbd> <kbd>k</kbd> <kbd>↵</kbd> {text.footKeys}
        </span>
      </div>
    </>
  );
}

function TalkRow({ row, n, on, onChoose }: { row: ConversationRow; n: number; on: boolean; onChoose: () => void }) {
  const text = useText().conversations;
  const dates = useDates();
  const navigate = useNavigate();
  return (
    <tr
      className={on ? 'on' : undefined}
      data-row={n}
      onClick={(event) => {
        if (!(event.target as Element).closest('a')) void navigate({ to: '/conversations/$id', params: { id: row.id } });
      }}
    >
      <td>
        <Link className="who" to="/conversations/$id" params={{ id: row.id }} onFocus={onChoose}>
          <KindIcon kind={row.kind} small label={text.kind[row.kind]} />
          <span className="nm">{row.title || text.untitled}</span>
          {row.isPrivate ? <Lock className="i s f" aria-label={text.private} /> : null}
        </Link>
      </td>
      <td>
        <People row={row} />
      </td>
      <td>{row.quote ? <q className="v">{row.quote}</q> : <span className="f">–</span>}</td>
      <td className="t13 m">
        <When at={row.happenedAt} as="day" />
      </td>
      <td className="t13 m num">{row.durationMs === null || isWritten(row.kind) ? '–' : dates.length(row.durationMs)}</td>
      <td className="t13">
        <WaitingFor row={row} />
      </td>
    </tr>
  );
}

/** They first and plain, ours pale: who of each side was there. */
function People({ row }: { row: ConversationRow }) {
  const theirs = row.people.filter((person) => person.side !== 'us');
  const ours = row.people.filter((person) => person.side === 'us');
  return (
    <span className="t13 who-list" title={row.people.map((person) => person.name).join(', ')}>
      {theirs.map((person) => person.name).join(', ')}
      {ours.length > 0 ? (
        <span className="ours-name">{`${theirs.length > 0 ? ' · ' : ''}${ours.map((person) => person.name).join(', ')}`}</span>
      ) : null}
    </span>
  );
}

function WaitingFor({ row }: { row: ConversationRow }) {
  const text = useText().conversations;
  if (row.understoodAt === null) return <span className="f">{text.understanding}</span>;
  if (row.unknownSpeakers === 0 && row.openFindings === 0) return <span className="f">–</span>;
  return (
    <>
      {row.unknownSpeakers > 0 ? <span className="wait b">{text.toName(row.unknownSpeakers)}</span> : null}
      {row.unknownSpeakers > 0 && row.openFindings > 0 ? <span className="f"> · </span> : null}
      {row.openFindings > 0 ? <span className="m">{text.suggestions(row.openFindings)}</span> : null}
    </>
  );
}

function PhoneRow({ row }: { row: ConversationRow }) {
  const text = useText().conversations;
  const theirs = row.people.filter((person) => person.side !== 'us').map((person) => person.name);
  return (
    <li>
      <Link to="/conversations/$id" params={{ id: row.id }}>
        <span className="kind-36">
          <KindIcon kind={row.kind} label={text.kind[row.kind]} />
        </span>
        <div style={{ minWidth: 0 }}>
          <div className="row">
            <b className="nm one-line">{row.title || text.untitled}</b>
            <span className="sp f t12 nw">
              <When at={row.happenedAt} as="day" />
            </span>
          </div>
          <div className="row">
            {row.quote ? <q className="v one-line">{row.quote}</q> : <span className="t13 f one-line">{theirs.join(', ')}</span>}
            <span className="sp t12 nw">
              <WaitingFor row={row} />
            </span>
          </div>
        </div>
      </Link>
    </li>
  );
}

/** Fetches on before the end is reached; the button is there for keys and when that fails. */
function More({ onMore, shown }: { onMore: () => void; shown: number }) {
  const text = useText().conversations;
  const ref = useRef<HTMLButtonElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  // biome-ignore lint/correctness/useExhaustiveDependencies: watched anew when the list has grown
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && latest.current(), {
      rootMargin: '600px',
    });
    if (ref.current) watch.observe(ref.current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <p style={{ padding: '12px 24px' }}>
      <button type="button" ref={ref} className="btn sm" onClick={onMore}>
        {text.more}
      </button>
    </p>
  );
}

function Nothing({ find, waiting }: { find: string | undefined; waiting: boolean }) {
  const text = useText().conversations;
  return (
    <div className="page">
      <p className="b">{find ? text.nothingFound(find) : waiting ? text.nothingWaits : text.nothingFound('')}</p>
      {waiting && !find ? <p className="m">{text.nothingWaitsWhy}</p> : null}
      <p style={{ marginTop: 10 }}>
        <Link className="link" to="/conversations">
          {text.backToAll}
        </Link>
      </p>
    </div>
  );
}
