import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { useMay, useSession } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AddPerson } from './add-person.tsx';
import { leaveTrail, peopleQuery } from './list-query.ts';
import { PairsLine } from './pairs-line.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleNone } from './people-none.tsx';
import { PeopleSentence } from './people-sentence.tsx';
import { PeopleTable } from './people-table.tsx';
import { useChoosing } from './use-choosing.ts';
import { Views } from './views.tsx';

// Comes when somebody is chosen.
const BulkBar = lazy(() => import('../lists/bulk-bar.tsx').then(({ BulkBar }) => ({ default: BulkBar })));

export function People() {
  const text = useText().people;
  const search = useSearch({ from: '/inside/people' });
  const navigate = useNavigate({ from: '/people' });
  const { counts } = useSession();
  const mayAdd = useMay('member');
  const asked = useInfiniteQuery(peopleQuery(search));
  // Beside the sidebar there is no room for a quote in a table on a small tablet.
  const narrow = useNarrow(899);
  const [on, setOn] = useState(-1);
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = asked.data?.pages[0];
  const total = first?.total ?? 0;
  const choosing = useChoosing(rows, search);
  const adding = (open: boolean) =>
    void navigate({ search: ({ add: _, name: __, ...before }) => (open ? { ...before, add: true } : before), replace: true });
  const open = (row = rows[on]) => row && void navigate({ to: '/people/$id', params: { id: row.id } });
  const move = (to: number) => setOn(Math.max(0, Math.min(to, rows.length - 1)));
  useEffect(() => leaveTrail(search), [search]);
  useKeys([
    { key: 'j', says: text.keyNext, run: () => move(on + 1) },
    { key: 'k', says: text.keyPrevious, run: () => move(on - 1) },
    { key: 'ArrowDown', says: null, run: () => move(on + 1) },
    { key: 'ArrowUp', says: null, run: () => move(on - 1) },
    { key: 'Enter', says: text.keyOpenLong, run: () => open() },
    ...(mayAdd
      ? [
          { key: 'n', says: text.add, run: () => adding(true) },
          { key: 'x', says: text.keyChooseLong, run: () => choosing.flip((rows[on] ?? rows[0])?.id ?? '', false) },
        ]
      : []),
    ...(choosing.chosen.on ? [{ key: 'Escape', says: null, run: choosing.end }] : []),
  ]);
  const more = () => {
    if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
  };
  const shown = { rows, on, more, choosing: mayAdd ? choosing : null };
  return (
    <>
      <Bar
        title={search.of ?? text.title}
        {...(search.of && { parent: { title: text.title, to: '/people' } })}
        count={(search.of ? total : counts.people) || undefined}
        views={<Views counts={first?.views} />}
      >
        {mayAdd ? (
          <>
            <span className="only-lg row">
              <Link className="btn sm q" to="/people/import">
                {text.moveIn}
              </Link>
              <button type="button" className={counts.people > 0 ? 'btn sm p' : 'btn sm'} onClick={() => adding(true)}>
                {text.add}
                <kbd>n</kbd>
              </button>
            </span>
            <span className="only-sm">
              <button type="button" className="btn ic q" aria-label={text.add} title={text.add} onClick={() => adding(true)}>
                <Plus className="i" aria-hidden="true" />
              </button>
            </span>
          </>
        ) : null}
      </Bar>
      <nav className="w-vrow" aria-label={text.viewsLabel}>
        <Views counts={first?.views} />
      </nav>
      {counts.people > 0 || total > 0 ? <PeopleSentence /> : null}
      <PairsLine />
      {asked.error ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <Waiting rows={6} />
      ) : rows.length === 0 ? (
        <PeopleNone filtered={counts.people > 0} onAdd={mayAdd ? () => adding(true) : null} />
      ) : narrow ? (
        <PeopleList {...shown} />
      ) : (
        <PeopleTable {...shown} total={total} beyond={first?.more === true} />
      )}
      {choosing.chosen.on ? (
        <Suspense>
          <BulkBar choosing={choosing} search={search} total={total} beyond={first?.more === true} />
        </Suspense>
      ) : null}
      {search.add && mayAdd ? <AddPerson name={search.name} onClose={() => adding(false)} /> : null}
    </>
  );
}
