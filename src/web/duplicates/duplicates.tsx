import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PairRow } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, refresh } from '../query/api.ts';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { pairAfter } from './chosen.ts';
import { LookOver } from './look-over.tsx';
import { NoPairs } from './no-pairs.tsx';
import { Pairs } from './pairs.tsx';
import { Two } from './two.tsx';
import './duplicates-sheet.ts';

/** Pairs that may be one person; one of them, or any two, side by side. */
export function Duplicates() {
  const text = useDuplicatesText();
  const { people } = useText();
  const search = useSearch({ from: '/inside/people/duplicates' });
  const navigate = useNavigate();
  const later = search.later ?? false;
  const list = useInfiniteQuery({
    ...api.duplicates.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: 50, ...(cursor && { cursor }), ...(later && { later }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    // While everybody is looked over, how far that is.
    refetchInterval: ({ state }) => (state.data?.pages[0]?.look && !state.data.pages[0].look.doneAt ? 1000 : false),
  });
  const [first] = list.data?.pages ?? [];
  const pairs = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = first?.total ?? 0;
  const at = pairs.findIndex(({ one, other }) => isPair(search, one.id, other.id));
  const open = (pair: PairRow | null | undefined) => {
    const shown = pair ? { one: pair.one.id, other: pair.other.id } : {};
    return navigate({ to: '/people/duplicates', search: { ...shown, ...(later && { later: true }) } });
  };
  const decided = async (keptId?: string) => {
    // Whoever came here with two of their own choice goes to the one they are now.
    if (at < 0 && keptId) await navigate({ to: '/people/$id', params: { id: keptId } });
    else await open(at < 0 ? null : pairAfter(pairs, at));
    await refresh();
  };
  const step = (by: number) => (at >= 0 && pairs[at + by] ? () => void open(pairs[at + by]) : null);
  useKeys([
    { key: 'j', says: text.keyNext, run: () => step(1)?.() },
    { key: 'k', says: text.keyPrevious, run: () => step(-1)?.() },
  ]);
  const shown = search.one && search.other ? { oneId: search.one, otherId: search.other } : null;
  return (
    <>
      <Bar
        title={text.title}
        parent={{ title: people.title, to: shown ? '/people/duplicates' : '/people' }}
        count={shown && at >= 0 ? text.place(at + 1, total) : total || undefined}
      >
        {shown ? <Neighbours previous={step(-1)} next={step(1)} says={{ previous: text.previous, next: text.next }} /> : null}
      </Bar>
      {shown ? (
        <Two {...shown} onDecided={decided} />
      ) : list.error ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : pairs.length === 0 ? (
        <NoPairs page={first} later={later} />
      ) : (
        <Pairs pairs={pairs} page={first} later={later} open={open} more={list.hasNextPage ? () => void list.fetchNextPage() : null}>
          <LookOver look={first.look} />
        </Pairs>
      )}
    </>
  );
}

function isPair({ one, other }: { one?: string; other?: string }, a: string, b: string): boolean {
  return (one === a && other === b) || (one === b && other === a);
}
