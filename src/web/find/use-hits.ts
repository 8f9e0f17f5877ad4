import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { ask } from '../query/api.ts';

/**
 * What is found for these words, and how long the answer took (ms); the last answer stays while the next is on its way. A slip of the keys is
 * mended by the server, which then says what it looked for, unless they are to be found `exactly`.
 */
export function useHits(typed: string, exactly = false) {
  const text = useDeferredValue(typed.trim());
  return useQuery({
    queryKey: ['find', text, exactly],
    queryFn: async () => {
      const start = performance.now();
      const { hits, showing } = await ask.find.everything({ text, ...(exactly && { exactly }) });
      return { hits, showing, ms: Math.max(1, Math.round(performance.now() - start)) };
    },
    enabled: text.length > 0,
    placeholderData: text ? keepPreviousData : undefined,
  });
}
