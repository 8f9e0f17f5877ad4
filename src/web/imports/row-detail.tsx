import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ImportCell, ImportPage, ImportRowView } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api, ask } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { useAct } from './use-act.ts';
import { sayField, sayReason } from './words.ts';

/** An opened row, field by field: in the file, in Heed now, afterwards and why; and what can be decided about it alone. */
export function RowDetail({ page, row, onLeaveOut }: { page: ImportPage; row: ImportRowView; onLeaveOut: () => void }) {
  const text = useImportsText();
  const all = useText();
  const { busy, act } = useAct();
  const { object, file, row: no } = row;
  const asked = useQuery({
    ...api.imports.row.queryOptions({ input: { id: page.id, object, file, row: no } }),
    placeholderData: (before) => before,
  });
  const planned = page.startedAt === null;
  const opened = asked.data;
  const key = `${file}:${no}`;
  const words = page.options.filesWord ?? [];
  const takeWord = () =>
    void act(() => ask.imports.answer({ id: page.id, filesWord: row.filesWord ? words.filter((one) => one !== key) : [...words, key] }));
  if (asked.error)
    return (
      <p className="w-detail" role="alert">
        {sayTrouble(asked.error, all)}
      </p>
    );
  return (
    <div className="w-detail" aria-busy={!opened}>
      {opened ? (
        opened.cells.length > 0 ? (
          <Cells row={row} cells={opened.cells} />
        ) : (
          <p className="m">{row.outcome === 'fail' ? text.tried.cannotRead : text.tried.nothingTaken}</p>
        )
      ) : null}
      <p className="row wrap" style={{ marginTop: 12 }}>
        {planned ? (
          <button type="button" className="btn sm" onClick={onLeaveOut}>
            {row.leftOut ? text.tried.takeBack : text.tried.leaveOut}
            <kbd>x</kbd>
          </button>
        ) : null}
        {planned && (row.outcome === 'update' || row.outcome === 'same') ? (
          <button type="button" className="btn sm q" disabled={busy} aria-pressed={row.filesWord} onClick={takeWord}>
            {row.filesWord ? text.tried.ourWord : text.tried.filesWord}
          </button>
        ) : null}
        {planned ? null : <To row={row} />}
        {opened?.externalId ? (
          <span className="f t12 only-lg sp">{text.tried.kept(text.source[opened.source] ?? opened.source, opened.externalId)}</span>
        ) : null}
      </p>
    </div>
  );
}

function To({ row: { object, rowId, outcome } }: { row: ImportRowView }): ReactNode {
  const { tried: text } = useImportsText();
  if (!rowId || outcome === 'fail' || outcome === 'skip') return null;
  if (object === 'person')
    return (
      <Link className="btn sm" to="/people/$id" params={{ id: rowId }}>
        {text.open}
      </Link>
    );
  if (object !== 'organisation') return null;
  return (
    <Link className="btn sm" to="/organisations/$id" params={{ id: rowId }}>
      {text.open}
    </Link>
  );
}

function Cells({ row, cells }: { row: ImportRowView; cells: ImportCell[] }) {
  const text = useImportsText();
  const { tried: says } = text;
  const show = useShown();
  return (
    <table className="w-cells" aria-label={says.cells(row.row, row.label || says.noName)}>
      <thead>
        <tr>
          <th scope="col">{says.rowOf(row.row)}</th>
          <th scope="col">{says.inFile}</th>
          <th scope="col">{says.now}</th>
          <th scope="col">{says.after}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one field may stand there twice, and they never move
          <tr key={i}>
            <th scope="row">{sayField(cell.field, text)}</th>
            <td data-l={says.inFile}>
              <span>{show(cell.field, cell.file)}</span>
            </td>
            <td data-l={says.now}>
              <span>{show(cell.field, cell.now)}</span>
            </td>
            <td data-l={says.after}>
              <span>
                <b className="b">{show(cell.field, cell.afterwards)}</b>
                {isWorthSaying(row, cell) && cell.reason ? (
                  <span className="f t12" style={{ display: 'block' }}>
                    {cell.field === 'doNotContact' ? says.optOut : sayReason(cell.reason, text)}
                  </span>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of somebody new all of it was empty: then only a no says why. */
function isWorthSaying({ outcome }: ImportRowView, { field, reason }: ImportCell): boolean {
  return outcome !== 'create' || reason?.code !== 'was-empty' || field === 'doNotContact';
}

/** A value as a person reads it: days in words, a no said, kinds by their names. */
function useShown(): (field: string, value: string) => ReactNode {
  const text = useImportsText();
  const { kinds } = useText();
  const dates = useDates();
  return (field, value) => {
    if (!value) return <span className="f">–</span>;
    if (field === 'doNotContact') return text.noContact;
    if (field === 'kinds') {
      const names = kinds.one as Record<string, string>;
      return value
        .split(/\s*,\s*/)
        .map((kind) => names[kind] ?? kind)
        .join(', ');
    }
    if (/^\d{4}-\d\d-\d\d$/.test(value) || (/At$|On$|^ended$/.test(field) && !Number.isNaN(Date.parse(value)))) return dates.day(value);
    return value;
  };
}
