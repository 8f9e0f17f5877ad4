import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PeopleViews } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useMay, useSession } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AddPerson } from './add-person.tsx';
import { leaveTrail, peopleQuery } from './list-query.ts';
import { PeopleList } from './people-list.tsx';
import { PeopleNone } from './people-none.tsx';
import { VIEWS, viewOf } from './people-search.ts';
import { PeopleSentence } from './people-sentence.tsx';
import { PeopleTable } from './people-table.tsx';

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
  const total = asked.data?.pages[0]?.total ?? 0;
  const views = asked.data?.pages[0]?.views;
  const adding = (open: boolean) =>
    void navigate({ search: ({ add: _, name: __, ...before }) => (open ? { ...before, add: true } : before), replace: true });
  const open = (row = rows[on]) => row && void navigate({ to: '/people/$id', params: { id: row.id } });
  useEffect(() => leaveTrail(search), [search]);
  useKeys([
    { key: 'j', says: text.keyNext, run: () => setOn(Math.min(on + 1, rows.length - 1)) },
    { key: 'k', says: text.keyPrevious, run: () => setOn(Math.max(on - 1, 0)) },
    { key: 'ArrowDown', says: null, run: () => setOn(Math.min(on + 1, rows.length - 1)) },
    { key: 'ArrowUp', says: null, run: () => setOn(Math.max(on - 1, 0)) },
    { key: 'Enter', says: text.keyOpenLong, run: () => open() },
    ...(mayAdd ? [{ key: 'n', says: text.add, run: () => adding(true) }] : []),
  ]);
  const more = () => {
    if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
  };
  const shown = { rows, on, more };
  return (
    <>
      <Bar
        title={search.of ?? text.title}
        {...(search.of && { parent: { title: text.title, to: '/people' } })}
        count={(search.of ? total : counts.people) || undefined}
        views={<Views counts={views} />}
      >
        {mayAdd ? (
          <>
            <span className="only-lg">
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
        <Views counts={views} />
      </nav>
      {counts.people > 0 || total > 0 ? <PeopleSentence /> : null}
      {asked.error ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <Waiting rows={6} />
      ) : rows.length === 0 ? (
        <PeopleNone filtered={counts.people > 0} onAdd={mayAdd ? () => adding(true) : null} />
      ) : narrow ? (
        <PeopleList {...shown} />
      ) : (
        <PeopleTable {...shown} total={total} />
      )}
      {search.add && mayAdd ? <AddPerson name={search.name} onClose={() => adding(false)} /> : null}
    </>
  );
}

/** The saved views, each an address, with how many stand in it. */
function Views({ counts }: { counts: PeopleViews | undefined }) {
  const text = useText().people;
  const here = viewOf(useSearch({ from: '/inside/people' }));
  return (
    <>
      {VIEWS.map(({ id, search }) => (
        <Link
          key={id}
          to="/people"
          search={search}
          className={here === id ? 'btn sm' : 'btn sm q'}
          activeProps={{ 'aria-current': undefined }}
          aria-current={here === id ? 'true' : undefined}
        >
          {text.views[id]}
          {id !== 'everyone' && counts?.[id] ? <span className="f">{counts[id]}</span> : null}
        </Link>
      ))}
      <Link to="/organisations" className="btn sm q">
        {text.organisations}
      </Link>
    </>
  );
}
