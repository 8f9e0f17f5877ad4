import './sheet.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BuildingComplex } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import type { OrganisationRow } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { Empty } from '../ui/empty.tsx';
import { Face } from '../ui/face.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { leaveTrail, organisationsQuery } from './list-query.ts';
import { readOrganisationsSearch, SORTS } from './search.ts';

const OrganisationForm = lazy(() => import('./organisation-form.tsx').then((module) => ({ default: module.OrganisationForm })));

/** The organisations that people we know belong to. */
export function Organisations() {
  const text = useOrganisationsText();
  const { people } = useText();
  const search = useSearch({ from: '/inside/organisations' });
  const navigate = useNavigate({ from: '/organisations' });
  const may = useMay('member');
  const asked = useInfiniteQuery(organisationsQuery(search));
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = asked.data?.pages[0]?.total ?? 0;
  const [on, setOn] = useState(-1);
  const adding = (open: boolean) =>
    void navigate({ search: (before) => readOrganisationsSearch({ ...before, add: open ? true : undefined }), replace: true });
  const move = (step: number) => setOn(Math.max(0, Math.min(on + step, rows.length - 1)));
  const open = () => rows[on] && void navigate({ to: '/organisations/$id', params: { id: rows[on].id } });
  useEffect(() => leaveTrail(search), [search]);
  useKeys([
    { key: 'j', says: text.keyNext, run: () => move(1) },
    { key: 'k', says: text.keyPrevious, run: () => move(-1) },
    { key: 'Enter', says: text.keyOpen, run: open },
    ...(may ? [{ key: 'n', says: text.add, run: () => adding(true) }] : []),
  ]);
  return (
    <>
      <Bar title={text.title} parent={{ title: people.title, to: '/people' }} count={total || undefined}>
        {may ? (
          <button type="button" className="btn sm p" onClick={() => adding(true)}>
            {text.add}
            <kbd>n</kbd>
          </button>
        ) : null}
      </Bar>
      <Choosing />
      {asked.error ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <Waiting rows={6} />
      ) : rows.length === 0 ? (
        <div className="page">
          <Empty
            icon={<BuildingComplex className="i l f" aria-hidden="true" />}
            title={search.find ? text.noneTitle(search.find) : text.emptyTitle}
            says={search.find ? text.noneSays : text.emptySays}
          >
            {may ? (
              <button type="button" className="btn p" onClick={() => adding(true)}>
                {text.add}
              </button>
            ) : null}
          </Empty>
        </div>
      ) : (
        <>
          <Table rows={rows} on={on} />
          <div className="foot">
            <span>{text.range(rows.length, total)}</span>
            {asked.hasNextPage ? (
              <button type="button" className="word" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                {text.showMore}
              </button>
            ) : null}
          </div>
        </>
      )}
      {search.add && may ? (
        <Suspense>
          <OrganisationForm name={search.find ?? ''} onClose={() => adding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** A piece of a name, and the order; the address keeps both. */
function Choosing() {
  const text = useOrganisationsText();
  const search = useSearch({ from: '/inside/organisations' });
  const navigate = useNavigate({ from: '/organisations' });
  const [typed, setTyped] = useState(search.find ?? '');
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.trim() !== (search.find ?? ''))
        void navigate({ search: (before) => readOrganisationsSearch({ ...before, find: typed.trim() }), replace: true });
    }, 150);
    return () => clearTimeout(timer);
  }, [typed, search.find, navigate]);
  return (
    <div className="sent row wrap">
      <label className="sr" htmlFor={`${id}-find`}>
        {text.find}
      </label>
      <input
        id={`${id}-find`}
        className="field w-seek"
        type="search"
        placeholder={text.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <label htmlFor={`${id}-sort`}>{text.sortBy}</label>
      <select
        id={`${id}-sort`}
        className="field w-sort"
        value={search.sort ?? 'name'}
        onChange={(event) =>
          void navigate({ search: (before) => readOrganisationsSearch({ ...before, sort: event.target.value }), replace: true })
        }
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {text.sort[sort]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Table({ rows, on }: { rows: OrganisationRow[]; on: number }) {
  const text = useOrganisationsText();
  return (
    <table className="list w-fold w-organisations">
      <colgroup>
        <col className="c-name" />
        <col />
        <col className="c-faces" />
        <col className="c-since" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text.columns.name}</th>
          <th scope="col">{text.columns.about}</th>
          <th scope="col">{text.columns.people}</th>
          <th scope="col">{text.columns.spoke}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id} className={i === on ? 'on' : undefined} aria-selected={i === on}>
            <td className="w-a">
              <Link className="nm" to="/organisations/$id" params={{ id: row.id }}>
                {row.name}
              </Link>
            </td>
            <td className="w-d">
              <span className="m">{[row.about, row.place].filter(Boolean).join(' · ')}</span>
            </td>
            <td className="w-c">
              <Faces row={row} />
            </td>
            <td className="w-e">
              <span className="m">{row.lastContactAt ? <When at={row.lastContactAt} as="since" /> : '–'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Faces({ row }: { row: OrganisationRow }) {
  const text = useOrganisationsText();
  if (row.people === 0) return <span className="f">{text.nobody}</span>;
  const names = row.who.map(({ name }) => name).join(', ');
  const more = row.people - row.who.length;
  return (
    <span className="row w-faces" title={names}>
      {row.who.map((one) => (
        <Face key={one.id} id={one.id} name={one.name} />
      ))}
      <span className="sr">{names}</span>
      {more > 0 ? <span className="f t13">{text.andMore(more)}</span> : null}
    </span>
  );
}
