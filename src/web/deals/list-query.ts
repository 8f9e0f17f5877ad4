import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { type Walk, walkOn } from '../people/walk.ts';
import { ask } from '../query/api.ts';
import { askedOf, type DealsSearch, readDealsSearch } from './search.ts';

/** The deals of one address, fifty at a time. */
export function dealsQuery(search: DealsSearch) {
  const asked = { limit: 50, ...askedOf(search) };
  return infiniteQueryOptions({
    queryKey: ['deals', 'list', asked],
    queryFn: ({ pageParam }) => ask.deals.list(pageParam ? { ...asked, cursor: pageParam } : asked),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

const TRAIL = 'heed.deals.trail';

/** Which deals a deal's page was opened from, so that j and k walk on among them. */
export function leaveTrail({ add: _, ...search }: DealsSearch): void {
  sessionStorage.setItem(TRAIL, JSON.stringify(search));
}

let walk: Walk | null = null;

/** What stands before and after this deal among those it was opened from. */
export function useNeighbours(id: string) {
  const navigate = useNavigate();
  const search = useMemo(() => readDealsSearch(JSON.parse(sessionStorage.getItem(TRAIL) ?? '{}') as Record<string, unknown>), []);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({ ...dealsQuery(search), staleTime: 300_000 });
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
  const to = (next: string | undefined) => (next ? () => void navigate({ to: '/deals/$id', params: { id: next } }) : null);
  return {
    place: at >= 0 ? { i: at + 1, of: Math.max(data?.pages[0]?.total ?? 0, ids.length) } : null,
    previous: at > 0 ? to(ids[at - 1]) : null,
    next: at >= 0 ? to(ids[at + 1]) : null,
  };
}
