import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useDates } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { dealsQuery } from './list-query.ts';
import { useMoney } from './money.ts';
import { NoDeals } from './no-deals.tsx';
import type { DealsSearch } from './search.ts';
import { StepDay } from './step.tsx';

/** The deals as rows; the amount is the last column. */
export function DealsList({ search, onAdd }: { search: DealsSearch; onAdd: () => void }) {
  const text = useDealsText();
  const navigate = useNavigate();
  const asked = useInfiniteQuery({ ...dealsQuery(search), placeholderData: (before) => before });
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = asked.data?.pages[0]?.total ?? 0;
  const [on, setOn] = useState(-1);
  const move = (step: number) => setOn(Math.max(0, Math.min(on + step, rows.length - 1)));
  useKeys([
    { key: 'j', says: text.keys.down, run: () => move(1) },
    { key: 'k', says: text.keys.up, run: () => move(-1) },
    { key: 'ArrowDown', says: null, run: () => move(1) },
    { key: 'ArrowUp', says: null, run: () => move(-1) },
    { key: 'Enter', says: text.keys.open, run: () => rows[on] && void navigate({ to: '/deals/$id', params: { id: rows[on].id } }) },
  ]);
  if (asked.error && !asked.data) return <Trouble error={asked.error} again={() => void asked.refetch()} />;
  if (asked.isPending) return <Waiting rows={6} />;
  if (rows.length === 0) {
    const { mine, pipeline, state, find } = search;
    return <NoDeals narrowed={Boolean(mine || pipeline || state || find)} onAdd={onAdd} />;
  }
  return (
    <>
      <table className="list w-fold w-deals" aria-label={text.found}>
        <colgroup>
          <col className="c-who" />
          <col />
          <col className="c-stage" />
          <col className="c-step" />
          <col className="c-closes only-lg" />
          <col className="c-amount" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{text.columns.who}</th>
            <th scope="col">{text.columns.words}</th>
            <th scope="col">{text.columns.stage}</th>
            <th scope="col">{text.columns.step}</th>
            <th scope="col" className="only-lg">
              {text.columns.closes}
            </th>
            <th scope="col" className="num">
              {text.columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={row.id} row={row} on={i === on} />
          ))}
        </tbody>
      </table>
      <div className="foot">
        <span>{text.range(rows.length, total)}</span>
        {asked.hasNextPage ? (
          <button type="button" className="word" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {text.showMore}
          </button>
        ) : null}
        <span className="sp only-lg">
          <kbd>j</kbd> <kbd>k</kbd> {text.keyMove} &ensp;<kbd>↵</kbd> {text.keyOpen}
        </span>
      </div>
    </>
  );
}

function Row({ row, on }: { row: DealRow; on: boolean }) {
  const text = useDealsText();
  const dates = useDates();
  const money = useMoney();
  const [who] = row.people;
  const ended = row.wonAt ? text.wonOn(dates.day(row.wonAt)) : row.lostAt ? text.lostOn(dates.day(row.lostAt)) : null;
  return (
    <tr className={on ? 'on' : undefined} aria-selected={on}>
      <td className="w-a">
        <span className="who">
          {who ? <Face id={who.id} name={who.name} /> : null}
          <Link
            className="nm"
            to="/deals/$id"
            params={{ id: row.id }}
            aria-label={`${who?.name ?? row.organisation?.name ?? text.nobody}, ${row.title}`}
          >
            {who?.name ?? row.organisation?.name ?? text.nobody}
          </Link>
        </span>
      </td>
      <td className="w-d">
        {row.quote ? <q className="v">{row.quote}</q> : null}
        <span className="m w-two">{row.title}</span>
      </td>
      <td className="w-c">
        <span className={row.wonAt ? 'acc' : 'm'}>{ended ?? row.stage.name}</span>
      </td>
      <td className="w-e">
        {row.nextOn ? <StepDay on={row.nextOn} /> : null}
        {row.nextStep ? <span className="m w-two">{row.nextStep}</span> : ended ? null : <span className="wait b">{text.noStep}</span>}
      </td>
      <td className="only-lg">{row.closeOn ? <When at={row.closeOn} as="day" /> : <span className="f">–</span>}</td>
      <td className="num w-n">
        {row.amount ? <span className="m">{money(row.amount, row.currency)}</span> : <span className="f">–</span>}
      </td>
    </tr>
  );
}
