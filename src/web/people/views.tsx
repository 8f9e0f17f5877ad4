import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { PeopleViews } from '#model/pages.ts';
import { isNarrowed, readPeopleSentence } from '#model/people-sentence.ts';
import { useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';
import { countWord, VIEWS, viewOf } from './people-search.ts';

// Comes where there is a view of somebody's own, or a sentence that could become one.
const SavedViews = lazy(() => import('../lists/saved-views.tsx').then(({ SavedViews }) => ({ default: SavedViews })));

/** The views that everybody has, each an address, with how many stand in it; then those that were saved. */
export function Views({ counts }: { counts: PeopleViews | undefined }) {
  const text = useText().people;
  const search = useSearch({ from: '/inside/people' });
  const may = useMay('member');
  const here = viewOf(search);
  const own = (counts?.saved ?? 0) > 0 || (may && here === null && isNarrowed(readPeopleSentence({ ...search })));
  return (
    <>
      {VIEWS.map(({ id, search: of }) => (
        <Link
          key={id}
          to="/people"
          search={of}
          className={here === id ? 'btn sm' : 'btn sm q'}
          activeProps={{ 'aria-current': undefined }}
          aria-current={here === id ? 'true' : undefined}
        >
          {text.views[id]}
          {id !== 'everyone' && counts?.[id] ? <span className="f">{countWord(counts[id])}</span> : null}
        </Link>
      ))}
      <Link to="/organisations" className="btn sm q">
        {text.organisations}
      </Link>
      {own ? (
        <Suspense>
          <SavedViews search={search} />
        </Suspense>
      ) : null}
    </>
  );
}
