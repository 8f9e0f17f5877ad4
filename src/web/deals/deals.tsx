import './sheet.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useDealsText } from '../messages/deals-text.ts';
import { useMay, useSession } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Board } from './board.tsx';
import { DealsSentence } from './deals-sentence.tsx';
import { leaveTrail } from './list-query.ts';
import { readDealsSearch } from './search.ts';

const DealsList = lazy(() => import('./deals-list.tsx').then((module) => ({ default: module.DealsList })));
const DealForm = lazy(() => import('./deal-form.tsx').then((module) => ({ default: module.DealForm })));

/** What people are deciding with us: as a board by stage, or as a list. */
export function Deals() {
  const text = useDealsText();
  const search = useSearch({ from: '/inside/deals' });
  const navigate = useNavigate({ from: '/deals' });
  const may = useMay('member');
  const { counts } = useSession();
  const adding = (add: boolean) =>
    void navigate({ search: (before) => readDealsSearch({ ...before, add: add || undefined }), replace: true });
  useEffect(() => leaveTrail(search), [search]);
  useKeys(may ? [{ key: 'n', says: text.add, run: () => adding(true) }] : []);
  return (
    <>
      <Bar title={text.title} count={counts.deals || undefined} views={<Views />}>
        {may ? (
          <>
            <span className="only-lg">
              <button type="button" className="btn sm p" onClick={() => adding(true)}>
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
      <nav className="w-vrow" aria-label={text.views}>
        <Views />
      </nav>
      <DealsSentence search={search} />
      <Suspense fallback={<Waiting rows={6} />}>
        {search.as === 'list' ? (
          <DealsList search={search} onAdd={() => adding(true)} />
        ) : (
          <Board search={search} onAdd={() => adding(true)} />
        )}
        {search.add && may ? <DealForm onClose={() => adding(false)} /> : null}
      </Suspense>
    </>
  );
}

function Views() {
  const text = useDealsText();
  const { as, mine, pipeline } = useSearch({ from: '/inside/deals' });
  const kept = { ...(mine && { mine }), ...(pipeline && { pipeline }) };
  const view = (list: boolean) => ({
    to: '/deals' as const,
    className: (as === 'list') === list ? 'btn sm' : 'btn sm q',
    activeProps: { 'aria-current': undefined },
    'aria-current': (as === 'list') === list ? ('page' as const) : undefined,
  });
  return (
    <>
      <Link {...view(false)} search={kept}>
        {text.board}
      </Link>
      <Link {...view(true)} search={{ ...kept, as: 'list' }}>
        {text.list}
      </Link>
    </>
  );
}
