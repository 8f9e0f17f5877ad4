import { Link } from '@tanstack/react-router';
import { type MouseEvent, useRef } from 'react';
import type { PersonRow } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { Tick } from '../ui/tick.tsx';
import { When } from '../ui/when.tsx';
import { betweenUs } from './between.ts';
import { isChosen } from './choosing.ts';
import { useRows } from './people-table.tsx';
import type { Choosing } from './use-choosing.ts';

const ROW = 60;

/** People on a phone: two lines a row, the whole row a link. */
export function PeopleList({ rows, on, more, choosing }: { rows: PersonRow[]; on: number; more: () => void; choosing: Choosing | null }) {
  const list = useRef<HTMLUListElement>(null);
  const virtual = useRows(rows.length, ROW, list, on, more);
  const seen = virtual.getVirtualItems();
  const above = (seen[0]?.start ?? 0) - virtual.options.scrollMargin;
  const below = virtual.getTotalSize() - ((seen.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  return (
    <ul className="plist" ref={list} style={{ paddingTop: Math.max(0, above), paddingBottom: Math.max(0, below) }}>
      {seen.map(({ index }) => {
        const row = rows[index];
        return row ? <Row key={row.id} row={row} on={index === on} choosing={choosing} /> : null;
      })}
    </ul>
  );
}

/** A finger that stays this long chooses, ms. */
const LONG = 450;

function Row({ row, on, choosing }: { row: PersonRow; on: boolean; choosing: Choosing | null }) {
  const text = useText().people;
  const between = betweenUs(row, text);
  const choice = choosing?.chosen.on ? choosing : null;
  const chosen = choice !== null && isChosen(choice.chosen, row.id);
  const press = useLongPress(choosing ? () => choosing.flip(row.id, false) : null);
  return (
    <li className={on || chosen ? 'on' : undefined}>
      {choice ? <Tick on={chosen} label={text.choose(row.name)} onChange={() => choice.flip(row.id, false)} /> : null}
      <Link
        to="/people/$id"
        params={{ id: row.id }}
        {...press.on}
        onClick={(event) => {
          if (press.wasLong(event)) return;
          if (!choice) return;
          event.preventDefault();
          choice.flip(row.id, event.shiftKey);
        }}
      >
        {choice ? null : <Face id={row.id} name={row.name} size="m" />}
        <div style={{ minWidth: 0 }}>
          <div className="row">
            <b className="b">{row.name}</b>
            <span className="f t12 sp nw">{row.lastContactAt ? <When at={row.lastContactAt} as="since" /> : text.never}</span>
          </div>
          <div className="row">
            {row.quote ? (
              <p className="v" style={{ minWidth: 0 }}>
                <q>{row.quote}</q>
              </p>
            ) : (
              <p className="f t13">{text.at(row.roleTitle, row.organisation?.name ?? '') || text.nothingSaid}</p>
            )}
            <span className="t12 sp nw">{between ? <span className={between.tone}>{between.says}</span> : null}</span>
          </div>
        </div>
      </Link>
    </li>
  );
}

/** A press that stays where it is; the click that ends it is not one. */
function useLongPress(run: (() => void) | null) {
  const timer = useRef(0);
  const long = useRef(false);
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    long.current = false;
    stop();
    if (run)
      timer.current = setTimeout(() => {
        long.current = true;
        run();
      }, LONG) as unknown as number;
  };
  return {
    on: {
      onPointerDown: start,
      onPointerUp: stop,
      onPointerCancel: stop,
      onPointerMove: (event: { movementX: number; movementY: number }) => {
        if (Math.abs(event.movementX) + Math.abs(event.movementY) > 6) stop();
      },
      onContextMenu: (event: MouseEvent) => {
        if (long.current) event.preventDefault();
      },
    },
    wasLong: (event: MouseEvent): boolean => {
      if (long.current) event.preventDefault();
      const was = long.current;
      long.current = false;
      return was;
    },
  };
}
