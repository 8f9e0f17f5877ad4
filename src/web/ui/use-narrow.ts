import { useSyncExternalStore } from 'react';

const queries = new Map<number, MediaQueryList>();

function queryFor(width: number): MediaQueryList | null {
  if (typeof matchMedia === 'undefined') return null;
  const query = queries.get(width) ?? matchMedia(`(max-width: ${width}px)`);
  queries.set(width, query);
  return query;
}

/** Whether the screen is a phone's, or at most that wide (px): where a table becomes rows of two lines, so that only one of the two is in the page. */
export function useNarrow(width = 719): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = queryFor(width);
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    () => queryFor(width)?.matches ?? false,
  );
}
