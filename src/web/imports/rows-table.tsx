import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportObject, ImportOutcome } from '#model/import.ts';
import type { ImportPage, ImportRowView } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { Face } from '../ui/face.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { OutcomeIcon, TONE } from './drawn.tsx';
import { RowDetail } from './row-detail.tsx';
import { useAct } from './use-act.ts';
import { sayReasons } from './words.ts';

const keyOf = ({ file, row }: ImportRowView) => `${file}:${row}`;

/** Rows and what happens to each, the next page when its end comes near. One opens in place; j and k walk. */
export function RowsTable({ page, object, outcome }: { page: ImportPage; object: ImportObject; outcome: ImportOutcome | undefined }) {
  const { tried: text, files } = useImportsText();
  const [on, setOn] = useState(-1);
  const [open, setOpen] = useState<string | null>(null);
  const list = useInfiniteQuery({
    ...api.imports.rows.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: page.id, object, limit: 100, ...(outcome && { outcome }), ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: (before) => before,
  });
  useReadAgain(page.triedAt);
  const rows = list.data?.pages.flatMap((one) => one.rows) ?? [];
  const planned = page.startedAt === null;
  const leaveOut = useLeavingOut(page);
  const flip = (row: ImportRowView) => setOpen(open === keyOf(row) ? null : keyOf(row));
  const move = (to: number) => setOn(Math.max(0, Math.min(to, rows.length - 1)));
  const at = rows[on];
  useKeys([
    { key: 'j', says: text.keyNext, run: () => move(on + 1) },
    { key: 'k', says: text.keyPrevious, run: () => move(on - 1) },
    { key: 'Enter', says: text.keyOpen, run: () => at && flip(at) },
    ...(planned ? [{ key: 'x', says: text.keyOut, run: () => at && leaveOut(at) }] : []),
    ...(open ? [{ key: 'Escape', says: null, run: () => setOpen(null) }] : []),
  ]);
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  if (list.error) return <Trouble error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <Waiting rows={4} />;
  if (rows.length === 0)
    return (
      <p className="m" style={{ padding: '16px var(--s-6)' }}>
        {text.none}
      </p>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: on a phone its rows fold and would lose their roles */}
      <table className="list w-fold w-rows w-walk" role="table" aria-label={text.rows}>
        <colgroup>
          <col style={{ width: 72 }} />
          <col style={{ width: 112 }} />
          <col style={{ width: 218 }} />
          <col className="only-lg" style={{ width: 212 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{text.row}</th>
            <th scope="col">
              <span className="sr">{files.more}</span>
            </th>
            <th scope="col">{text.who}</th>
            <th scope="col" className="only-lg">
              {text.where}
            </th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row
              key={keyOf(row)}
              {...{ page, row, leaveOut }}
              on={i === on}
              open={open === keyOf(row)}
              onOpen={() => {
                setOn(i);
                flip(row);
              }}
            />
          ))}
        </tbody>
      </table>
      {list.hasNextPage ? <Sentinel key={rows.length} onSeen={more} /> : null}
    </>
  );
}

function Row({
  page,
  row,
  on,
  open,
  onOpen,
  leaveOut,
}: {
  page: ImportPage;
  row: ImportRowView;
  on: boolean;
  open: boolean;
  onOpen: () => void;
  leaveOut: (row: ImportRowView) => void;
}) {
  const text = useImportsText();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (on) line.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  const word = page.startedAt ? text.tried.did : text.tried.word;
  const why = row.outcome === 'same' && row.reasons.length === 0 ? text.tried.same : sayReasons(row.reasons, text);
  return (
    <>
      <tr ref={line} className={on || open ? 'on' : undefined} aria-selected={on} onClick={onOpen}>
        <td className="w-n">
          <span className="f">{row.row}</span>
        </td>
        <td className="w-c">
          <span className={TONE[row.outcome]}>
            <OutcomeIcon outcome={row.outcome} /> {word[row.outcome]}
          </span>
        </td>
        <td className="w-a">
          <button
            type="button"
            className="who w-opens"
            aria-expanded={open}
            onClick={(event) => {
              event.stopPropagation();
              onOpen();
            }}
          >
            {row.label ? (
              <>
                {row.object === 'person' ? <Face id={row.rowId ?? keyOf(row)} name={row.label} /> : null}
                <span className="nm">{row.label}</span>
              </>
            ) : (
              <span className="f">{text.tried.noName}</span>
            )}
          </button>
        </td>
        <td className="w-b only-lg">{row.where ? <span className="m">{row.where}</span> : <span className="f">–</span>}</td>
        <td className="w-d" title={why}>
          {row.outcome === 'same' ? <span className="m">{why}</span> : why}
        </td>
      </tr>
      {open ? (
        <tr className="w-open">
          <td colSpan={5}>
            <RowDetail page={page} row={row} onLeaveOut={() => leaveOut(row)} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A row stays out, or comes along after all; the dry run is made again with it. */
function useLeavingOut(page: ImportPage): (row: ImportRowView) => void {
  const { tried: text } = useImportsText();
  const { act } = useAct();
  return (row) => {
    const before = page.options.leftOutRows ?? [];
    const set = (rows: string[]) => ask.imports.answer({ id: page.id, leftOutRows: rows });
    const out = !row.leftOut;
    void act(() => set(out ? [...before, keyOf(row)] : before.filter((one) => one !== keyOf(row)))).then((done) => {
      if (done && out) toast(text.leftOut(row.label || text.rowOf(row.row)), () => set(before).then(refresh));
    });
  };
}

/** Tried again: what stands in the rows is another plan. */
function useReadAgain(triedAt: string | null): void {
  const before = useRef(triedAt);
  useEffect(() => {
    if (before.current === triedAt) return;
    before.current = triedAt;
    void refresh();
  }, [triedAt]);
}

/** The end of what is here: seen from a screen away, the next page is asked for. */
function Sentinel({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '900px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  return <div ref={end} style={{ height: 1 }} />;
}
