import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ImportListRow } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api, ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Empty } from '../ui/empty.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { arrivals } from './arrivals.ts';
import { Drawn } from './drawn.tsx';
import { ImportBar } from './frame.tsx';
import { useAct } from './use-act.ts';
import { useDropping } from './use-dropping.tsx';
import { objectsIn } from './words.ts';

/** Where moving in begins, and what was brought in before. */
export function Imports() {
  const text = useImportsText();
  const may = useMay('member');
  return (
    <>
      <ImportBar />
      {may ? (
        <Begin />
      ) : (
        <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
          <Empty title={text.place.notYou} says={text.place.notYouSays} />
        </div>
      )}
    </>
  );
}

function Begin() {
  const text = useImportsText().place;
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const list = useInfiniteQuery(
    api.imports.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  const begin = (files: File[]) =>
    void act(async () => {
      const { id } = await ask.imports.create();
      arrivals.add(id, files);
      await navigate({ to: '/people/import/$id', params: { id } });
    });
  const dropping = useDropping(begin);
  if (list.error) return <Trouble error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const rows = list.data.pages.flatMap((page) => page.rows).filter(({ state }) => state !== 'empty');
  const underWay = rows.find(({ state }) => !['done', 'undone', 'failed'].includes(state));
  return (
    <div className="page w-flush">
      <div className="w-pad">
        <h1>{text.heading}</h1>
        <p className="m" style={{ marginTop: 4, maxWidth: '40rem' }}>
          {text.lead}
        </p>
        {underWay ? <UnderWay row={underWay} /> : null}
        {underWay ? (
          <p style={{ marginTop: 12 }}>
            <button type="button" className="btn q" disabled={busy} onClick={dropping.choose}>
              {text.another}
            </button>
          </p>
        ) : (
          <div className={dropping.over ? 'drop over-it' : 'drop'} style={{ marginTop: 24, maxWidth: 760 }}>
            <Drawn of="archive" className="i l" />
            <p className="b" style={{ marginTop: 8, font: '600 var(--t-16) var(--ours)' }}>
              {text.drop}
            </p>
            <p className="f t13" style={{ margin: '3px auto 0', maxWidth: '34rem' }}>
              {text.kinds}
            </p>
            <p className="row wrap" style={{ justifyContent: 'center', marginTop: 16 }}>
              <button type="button" className="btn p" disabled={busy} onClick={dropping.choose}>
                {text.choose}
              </button>
            </p>
          </div>
        )}
        {dropping.inputs}
      </div>
      {rows.length > 0 ? <Past rows={rows} more={list.hasNextPage ? () => void list.fetchNextPage() : null} /> : null}
    </div>
  );
}

function UnderWay({ row }: { row: ImportListRow }) {
  const text = useImportsText();
  const what = row.source ? text.place.from(text.source[row.source] ?? row.source) : text.place.anImport;
  return (
    <div className="note g w-undo">
      <div>
        <p className="b">{text.place.underWay(what)}</p>
        <p className="m t13" style={{ marginTop: 2 }}>
          {text.place.names(row.names)}: {text.state[row.state]}
        </p>
      </div>
      <Link className="btn" to="/people/import/$id" params={{ id: row.id }}>
        {text.place.goOn}
      </Link>
    </div>
  );
}

function Past({ rows, more }: { rows: ImportListRow[]; more: (() => void) | null }) {
  const text = useImportsText();
  const dates = useDates();
  return (
    <section className="sec" style={{ marginTop: 24 }}>
      <div className="hd w-past">
        <h2>{text.place.past}</h2>
        <span className="why">{text.place.pastWhy}</span>
      </div>
      <table className="list w-fold w-rows" aria-label={text.place.past}>
        <colgroup>
          <col style={{ width: 300 }} />
          <col style={{ width: 150 }} />
          <col className="only-lg" style={{ width: 180 }} />
          <col />
          <col style={{ width: 240 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{text.place.file}</th>
            <th scope="col">{text.place.when}</th>
            <th scope="col" className="only-lg">
              {text.place.who}
            </th>
            <th scope="col">{text.place.what}</th>
            <th scope="col">
              <span className="sr">{text.files.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="w-a">
                <span className="who">
                  <Drawn of="archive" className="i f" />
                  <Link className="nm" to="/people/import/$id" params={{ id: row.id }}>
                    {row.source
                      ? text.place.from(text.source[row.source] ?? row.source)
                      : text.place.names(row.names) || text.place.anImport}
                  </Link>
                </span>
              </td>
              <td className="w-c m">
                <When at={row.doneAt ?? row.createdAt} />
              </td>
              <td className="w-b only-lg m">{row.by?.name ?? text.done.somebody}</td>
              <td className="w-d">{cameIn(row) || <span className="f">{text.place.nothing}</span>}</td>
              <td className="w-e t13">
                <span className={row.state === 'failed' ? 'harm' : row.state === 'done' ? 'f' : 'm'}>
                  {row.state === 'done' && row.undoUntil ? text.place.undoUntil(dates.day(row.undoUntil)) : text.state[row.state]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more ? (
        <p style={{ padding: '12px var(--s-6)' }}>
          <button type="button" className="btn q" onClick={more}>
            {text.place.more}
          </button>
        </p>
      ) : null}
    </section>
  );

  function cameIn({ done, state }: ImportListRow): string {
    if (state === 'undone') return '';
    return objectsIn(done)
      .map((object) => [object, (done[object]?.create ?? 0) + (done[object]?.update ?? 0)] as const)
      .filter(([, count]) => count > 0)
      .map(([object, count]) => text.counted(object, count))
      .join(', ');
  }
}
