import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { ask } from '../query/api.ts';

/** What is found for these words, and how long the answer took (ms); the last answer stays while the next is on its way. */
export function useHits(typed: string) {
  const text = useDeferredValue(typed.trim());
  return useQuery({
    queryKey: ['find', text],
    queryFn: async () => {
      const start = performance.now();
      const { hits } = await ask.find.everything({ text });
      return { hits, ms: Math.max(1, Math.round(performance.now() - start)) };
    },
    enabled: text.length > 0,
    placeholderData: text ? keepPreviousData : undefined,
  });
}
