import { infiniteQueryOptions } from '@tanstack/react-query';
import { ask } from '../query/api.ts';
import { askedFor, type PeopleSearch, readPeopleSearch } from './people-search.ts';

/** The list of people of one address, a hundred at a time. */
export function peopleQuery(search: PeopleSearch) {
  const asked = askedFor(search);
  return infiniteQueryOptions({
    queryKey: ['people', 'list', asked],
    queryFn: ({ pageParam }) => ask.people.list(pageParam ? { ...asked, cursor: pageParam } : asked),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

const TRAIL = 'heed.people.trail';

/** Which list a person's page was opened from, so that j and k walk on in it. */
export function leaveTrail(search: PeopleSearch): void {
  sessionStorage.setItem(TRAIL, JSON.stringify(search));
}

export function trail(): PeopleSearch {
  return readPeopleSearch(JSON.parse(sessionStorage.getItem(TRAIL) ?? '{}') as Record<string, unknown>);
}
