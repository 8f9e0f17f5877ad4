import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { PersonRow } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { When } from '../ui/when.tsx';
import { betweenUs } from './between.ts';
import { useRows } from './people-table.tsx';

const ROW = 60;

/** People on a phone: two lines a row, the whole row a link. */
export function PeopleList({ rows, on, more }: { rows: PersonRow[]; on: number; more: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const virtual = useRows(rows.length, ROW, list, on, more);
  const seen = virtual.getVirtualItems();
  const above = (seen[0]?.start ?? 0) - virtual.options.scrollMargin;
  const below = virtual.getTotalSize() - ((seen.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  return (
    <ul className="plist" ref={list} style={{ paddingTop: Math.max(0, above), paddingBottom: Math.max(0, below) }}>
      {seen.map(({ index }) => {
        const row = rows[index];
        return row ? <Row key={row.id} row={row} on={index === on} /> : null;
      })}
    </ul>
  );
}

function Row({ row, on }: { row: PersonRow; on: boolean }) {
  const text = useText().people;
  const between = betweenUs(row, text);
  return (
    <li className={on ? 'on' : undefined}>
      <Link to="/people/$id" params={{ id: row.id }}>
        <Face id={row.id} name={row.name} size="m" />
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
