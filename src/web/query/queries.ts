/** The procedures as TanStack Query wants them: keys, queries, pages of a list, changes. */
import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  type MutationOptions,
  mutationOptions,
  type QueryFunctionContext,
  queryOptions,
} from '@tanstack/react-query';
import type { Asked } from './call.ts';

/** `[['people', 'open'], { input, type }]`: a shorter path is the key of everything below it. */
type Key = readonly [path: readonly string[], of?: { input?: unknown; type?: 'query' | 'infinite' }];

type Given<Input> = undefined extends Input ? [options?: { input?: Input }] : [options: { input: Input }];

interface Pages<Input, Output, Cursor> {
  input: (cursor: Cursor) => Input;
  initialPageParam: Cursor;
  getNextPageParam: (last: Output) => Cursor | undefined;
}

interface AsQuery<Output> {
  queryKey: DataTag<Key, Output, Error>;
  queryFn: (context: QueryFunctionContext<Key>) => Promise<Output>;
}

interface Queries<Input, Output> {
  queryKey(...given: Given<Input>): DataTag<Key, Output, Error>;
  queryOptions(...given: Given<Input>): AsQuery<Output>;
  infiniteOptions<Cursor>(pages: Pages<Input, Output, Cursor>): {
    queryKey: DataTag<Key, InfiniteData<Output, Cursor>, Error>;
    queryFn: (context: QueryFunctionContext<Key, Cursor>) => Promise<Output>;
    initialPageParam: Cursor;
    getNextPageParam: (last: Output) => Cursor | undefined;
  };
  mutationOptions(more?: Omit<MutationOptions<Output, Error, Input>, 'mutationFn'>): MutationOptions<Output, Error, Input>;
}

/** A tree of procedures, as a tree of queries; a branch has the key of all that is under it. */
export type QueriesOf<Tree> = {
  [Name in keyof Tree]: Tree[Name] extends (input: infer Input, ...rest: never[]) => Promise<infer Output>
    ? Queries<Input, Output>
    : QueriesOf<Tree[Name]> & { key(): Key };
};

type Call = (input?: unknown, asked?: Asked) => Promise<unknown>;

export function queriesOf<Tree>(tree: Tree): QueriesOf<Tree> {
  return under(tree as never, []) as QueriesOf<Tree>;
}

function under(node: Record<string, never> & Call, path: readonly string[]): unknown {
  const here = ways(node, path);
  return new Proxy(here, {
    get: (ways, name) => {
      if (typeof name !== 'string') return undefined;
      return name in ways ? ways[name as keyof typeof ways] : under(node[name] as never, [...path, name]);
    },
  });
}

function ways(call: Call, path: readonly string[]) {
  const keyOf = (type: 'query' | 'infinite', input: unknown): Key => [path, { ...(input !== undefined && { input }), type }];
  return {
    key: (): Key => [path],
    queryKey: ({ input }: { input?: unknown } = {}) => keyOf('query', input),
    queryOptions: ({ input }: { input?: unknown } = {}) =>
      queryOptions({ queryKey: keyOf('query', input), queryFn: ({ signal }) => call(input, { signal }) }),
    infiniteOptions: ({ input, initialPageParam, getNextPageParam }: Pages<unknown, unknown, unknown>) =>
      infiniteQueryOptions({
        queryKey: keyOf('infinite', input(initialPageParam)),
        queryFn: ({ signal, pageParam }) => call(input(pageParam), { signal }),
        initialPageParam,
        getNextPageParam,
      }),
    mutationOptions: (more: object = {}) => mutationOptions({ mutationFn: (input: unknown) => call(input), ...more }),
  };
}
