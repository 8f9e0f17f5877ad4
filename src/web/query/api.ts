import type { RouterClient } from '@orpc/server';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { Router } from '#api/router.ts';
import { callsUnder } from './call.ts';
import type { Api } from './contract.ts';
import { type QueriesOf, queriesOf } from './queries.ts';
import { isFinal, isSignedOut } from './trouble.ts';

/** Every procedure, called at once: `await ask.promises.keep({ id })`. */
const client: RouterClient<Router> = callsUnder() as RouterClient<Router>;

export const ask: Api = client;

/** The same, for useQuery: `useQuery(api.people.open.queryOptions({ input: { id } }))`; keys: `api.people.key()`. */
export const api: QueriesOf<Api> = queriesOf(ask);

export const queries: QueryClient = new QueryClient({
  // Signed out meanwhile: asking who is here again brings the door up.
  queryCache: new QueryCache({ onError: (error) => void (isSignedOut(error) && queries.invalidateQueries({ queryKey: ['session'] })) }),
  defaultOptions: {
    queries: { staleTime: 20_000, retry: (failures, error) => failures < 2 && !isFinal(error), networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** After a change: whatever is on screen asks again, and so do the counts of the sidebar. */
export function refresh(): Promise<void> {
  return queries.invalidateQueries();
}
