import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { peopleQuery, trail } from './list-query.ts';
import { type Walk, walkOn } from './walk.ts';

let walk: Walk | null = null;

/** Who stands before and after this person in the list it was opened from; near its loaded end more is fetched. */
export function useNeighbours(id: string) {
  const navigate = useNavigate();
  const search = useMemo(trail, []);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({ ...peopleQuery(search), staleTime: 300_000 });
  const ids = useMemo(() => {
    const now = data?.pages.flatMap((page) => page.rows.map((row) => row.id)) ?? [];
    walk = walkOn(walk, JSON.stringify(search), now, id);
    return walk.ids;
  }, [data, search, id]);
  const at = ids.indexOf(id);
  const atEnd = at >= 0 && at >= ids.length - 2;
  useEffect(() => {
    if (atEnd && hasNextPage) void fetchNextPage();
  }, [atEnd, hasNextPage, fetchNextPage]);
  const to = (next: string | undefined) => (next ? () => void navigate({ to: '/people/$id', params: { id: next } }) : null);
  return {
    place: at >= 0 ? { i: at + 1, of: data?.pages[0]?.total ?? ids.length } : null,
    previous: at > 0 ? to(ids[at - 1]) : null,
    next: at >= 0 ? to(ids[at + 1]) : null,
  };
}
