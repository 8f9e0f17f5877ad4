import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { type Walk, walkOn } from '../people/walk.ts';
import { ask } from '../query/api.ts';
import { type OrganisationsSearch, type OrganisationsSort, readOrganisationsSearch } from './search.ts';

/** The list of organisations of one address, a hundred at a time. */
export function organisationsQuery({ find, sort }: OrganisationsSearch) {
  const order: OrganisationsSort = sort ?? 'name';
  const asked = { limit: 100, sort: order, ...(find && { find }) };
  return infiniteQueryOptions({
    queryKey: ['organisations', 'list', asked],
    queryFn: ({ pageParam }) => ask.organisations.list(pageParam ? { ...asked, cursor: pageParam } : asked),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

const TRAIL = 'heed.organisations.trail';

/** Which list an organisation's page was opened from, so that j and k walk on in it. */
export function leaveTrail({ add: _, ...search }: OrganisationsSearch): void {
  sessionStorage.setItem(TRAIL, JSON.stringify(search));
}

let walk: Walk | null = null;

/** What stands before and after this organisation in the list it was opened from. */
export function useNeighbours(id: string) {
  const navigate = useNavigate();
  const search = useMemo(() => readOrganisationsSearch(JSON.parse(sessionStorage.getItem(TRAIL) ?? '{}') as Record<string, unknown>), []);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({ ...organisationsQuery(search), staleTime: 300_000 });
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
  const to = (next: string | undefined) => (next ? () => void navigate({ to: '/organisations/$id', params: { id: next } }) : null);
  return {
    place: at >= 0 ? { i: at + 1, of: data?.pages[0]?.total ?? ids.length } : null,
    previous: at > 0 ? to(ids[at - 1]) : null,
    next: at >= 0 ? to(ids[at + 1]) : null,
  };
}
