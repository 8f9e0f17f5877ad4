import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PersonRow } from '#model/pages.ts';
import type { PeopleSort } from '#model/people-sentence.ts';
import { useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { KindIcon } from '../ui/kind-icon.tsx';
import { Tick } from '../ui/tick.tsx';
import { When } from '../ui/when.tsx';
import { betweenUs } from './between.ts';
import { isChosen } from './choosing.ts';
import { readPeopleSearch } from './people-search.ts';
import type { Choosing } from './use-choosing.ts';

const ROW = 32;

interface Given {
  rows: PersonRow[];
  /** The selected row; -1 is none. */
  on: number;
  more: () => void;
  /** Null for who may change nothing. */
  choosing: Choosing | null;
}

/** People as a real table of which only the rows in sight are in the page. */
export function PeopleTable({ rows, on, more, choosing, total, beyond }: Given & { total: number; beyond: boolean }) {
  const text = useText().people;
  const table = useRef<HTMLTableElement>(null);
  const virtual = useRows(rows.length, ROW, table, on, more);
  const seen = virtual.getVirtualItems();
  const above = (seen[0]?.start ?? 0) - virtual.options.scrollMargin;
  const below = virtual.getTotalSize() - ((seen.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  return (
    <>
      <table className="list" ref={table} aria-rowcount={beyond ? -1 : total + 1}>
        <colgroup>
          <col style={{ width: 232 }} />
          <col className="c2" />
          <col />
          <col style={{ width: 118 }} />
          <col style={{ width: 148 }} />
        </colgroup>
        <thead>
          <tr>
            <Heading says={text.columns.name} sort="name" />
            <th scope="col">{text.columns.does}</th>
            <th scope="col">{text.columns.matters}</th>
            <Heading says={text.columns.spoke} sort="spoke" />
            <Heading says={text.columns.between} sort="between" />
          </tr>
        </thead>
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {seen.map(({ index }) => {
            const row = rows[index];
            return row ? <Row key={row.id} row={row} on={index === on} index={index} choosing={choosing} /> : null;
          })}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
      <div className="foot">
        <span>{text.range(rows.length, beyond ? `${total}+` : total)}</span>
        {rows.length < total || beyond ? <span>{text.moreComing}</span> : null}
        <span className="sp">
          <kbd>j</kbd> <kbd>k</kbd> {text.keyMove} &ensp;<kbd>↵</kbd> {text.keyOpen} &ensp;<kbd>n</kbd> {text.add.toLowerCase()}
          {choosing ? (
            <>
              {' '}
              &ensp;<kbd>x</kbd> {text.keyChoose}
            </>
          ) : null}
        </span>
      </div>
    </>
  );
}

/** Keeps the selected row in sight and asks for more when the end comes near. */
export function useRows(count: number, height: number, box: { current: HTMLElement | null }, on: number, more: () => void) {
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 122,
    scrollPaddingStart: 90,
    scrollPaddingEnd: 70,
  });
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0 && last >= count - 30) more();
  }, [last, count, more]);
  useEffect(() => {
    if (on >= 0) virtual.scrollToIndex(on, { align: 'auto' });
  }, [on, virtual.scrollToIndex]);
  return virtual;
}

function Heading({ says, sort }: { says: string; sort: PeopleSort }) {
  const search = useSearch({ from: '/inside/people' });
  const navigate = useNavigate({ from: '/people' });
  const here = (search.sort ?? 'between') === sort;
  return (
    <th
      scope="col"
      aria-sort={here ? (sort === 'name' ? 'ascending' : 'descending') : undefined}
      style={here ? { color: 'var(--ink)' } : undefined}
    >
      <button
        type="button"
        style={{ all: 'unset', cursor: 'pointer' }}
        onClick={() => void navigate({ search: readPeopleSearch({ ...search, sort }), replace: true })}
      >
        {says}
        {here ? (
          <>
            &ensp;
            <ArrowDown className="i s" aria-hidden="true" />
          </>
        ) : null}
      </button>
    </th>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={5} aria-hidden="true" style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function Row({ row, on, index, choosing }: { row: PersonRow; on: boolean; index: number; choosing: Choosing | null }) {
  const { people: text, quote } = useText();
  const between = betweenUs(row, text);
  const chosen = choosing?.chosen.on === true && isChosen(choosing.chosen, row.id);
  return (
    <tr
      className={on || chosen ? 'on' : undefined}
      aria-selected={choosing?.chosen.on ? chosen : on}
      aria-rowindex={index + 2}
      onClick={(event) => {
        if (!choosing || !(event.shiftKey || event.metaKey || event.ctrlKey)) return;
        event.preventDefault();
        choosing.flip(row.id, event.shiftKey);
      }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <td>
        <span className="who">
          {choosing?.chosen.on ? (
            <Tick on={chosen} label={text.choose(row.name)} onChange={() => choosing.flip(row.id, false)} />
          ) : (
            <Face id={row.id} name={row.name} />
          )}
          <Link className="nm" to="/people/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
        </span>
      </td>
      <td>
        <span className="m">
          {row.organisation ? (
            <>
              {text.at(row.roleTitle, '\u0000').slice(0, -1)}
              <Link to="/organisations/$id" params={{ id: row.organisation.id }}>
                {row.organisation.name}
              </Link>
            </>
          ) : (
            row.roleTitle || '–'
          )}
        </span>
      </td>
      <td>{row.quote ? <q className="v">{row.quote}</q> : <span className="f">{text.nothingSaid}</span>}</td>
      <td className="m">
        {row.lastContactAt ? (
          <>
            {row.lastContactKind ? <KindIcon kind={row.lastContactKind} small label={quote.conversationKind[row.lastContactKind]} /> : null}
            &ensp;
            <When at={row.lastContactAt} as="since" />
          </>
        ) : (
          <span className="f">{text.never}</span>
        )}
      </td>
      <td className="t13">{between ? <span className={between.tone}>{between.says}</span> : <span className="f">–</span>}</td>
    </tr>
  );
}
