import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimelinePage } from '#model/timeline.ts';
import { useTimelineText } from '../messages/timeline-text.ts';
import notesCss from '../notes/notes.css?inline';
import { useSheet } from '../notes/use-sheet.ts';
import { api } from '../query/api.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { kindsOf, SHOWN, type Shown } from './parts.ts';
import css from './timeline.css?inline';
import { TimelineRow } from './timeline-row.tsx';

interface Given {
  of: { personId: string } | { organisationId: string } | { dealId: string };
  /** What came with the page, so that nothing is asked for before somebody wants more. */
  first?: TimelinePage;
  /** Its place among the sections of a page on a phone. */
  order?: number;
}

/** Everything that happened with somebody, the newest first. */
export function Timeline({ of, first, order = 7 }: Given) {
  useSheet(notesCss);
  useSheet(css);
  const text = useTimelineText();
  const [shown, setShown] = useState<Shown>('all');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...api.timeline.of.infiniteOptions({
      input: (cursor: string) => ({ ...of, ...kindsOf(shown), ...(cursor && { cursor }) }),
      initialPageParam: '',
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    ...(first && shown === 'all' && { initialData: { pages: [first], pageParams: [''] } }),
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="sec" style={{ order }}>
      <div className="hd">
        <h2>{text.title}</h2>
        {rows.length > 1 ? <span className="why">{text.why}</span> : null}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and a legend around five buttons */}
        <span className="sp tl-parts" role="group" aria-label={text.show}>
          {SHOWN.map((one) => (
            <button key={one} type="button" className="btn q sm" aria-pressed={shown === one} onClick={() => setShown(one)}>
              {text.parts[one]}
            </button>
          ))}
        </span>
      </div>
      {error ? <Trouble error={error} again={() => void refetch()} /> : data ? null : <Waiting />}
      {data && rows.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {shown === 'all' ? text.empty : text.emptyPart}
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <TimelineRow key={`${row.kind} ${row.id}`} row={row} />
        ))}
      </ul>
      {hasNextPage ? (
        <p style={{ paddingTop: 12 }}>
          <button type="button" className="btn sm" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? text.moreComing : text.more}
          </button>
        </p>
      ) : null}
    </section>
  );
}
