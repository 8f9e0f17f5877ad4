import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ImportPage, ImportState } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { api, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Empty } from '../ui/empty.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { arrivals } from './arrivals.ts';
import { Done } from './done.tsx';
import { ImportBar, type ImportStep } from './frame.tsx';
import { Recognise } from './recognise.tsx';
import { Running } from './running.tsx';
import { Stopped } from './stopped.tsx';
import { Tried } from './tried.tsx';

/** How often it is asked how far it is, ms; a page out of sight does not ask. */
const POLL: Partial<Record<ImportState, number>> = { looking: 700, trying: 700, running: 1000, undoing: 1000 };

const STEP: Record<ImportState, ImportStep> = {
  empty: 'recognise',
  looking: 'recognise',
  looked: 'recognise',
  trying: 'try',
  tried: 'try',
  running: 'bring',
  paused: 'bring',
  done: 'done',
  undoing: 'done',
  undone: 'done',
  failed: 'recognise',
};

function stepOf({ state, startedAt }: ImportPage, files: boolean): ImportStep {
  if (state === 'failed' && startedAt) return 'bring';
  return files && STEP[state] === 'try' ? 'recognise' : STEP[state];
}

/** One import, at the step where it stands. */
export function Import() {
  const text = useImportsText();
  const { id } = useParams({ from: '/inside/people/import/$id' });
  const { files } = useSearch({ from: '/inside/people/import/$id' });
  const may = useMay('member');
  const open = useQuery({
    ...api.imports.open.queryOptions({ input: { id } }),
    enabled: may,
    refetchInterval: ({ state }) => (state.data && POLL[state.data.state]) || false,
  });
  useToldWhenOver(open.data?.state);
  useStay();
  if (!may)
    return (
      <>
        <ImportBar />
        <div className="page" style={{ maxWidth: 760, margin: '0 auto', paddingTop: 56 }}>
          <Empty title={text.place.notYou} says={text.place.notYouSays} />
        </div>
      </>
    );
  const page = open.data;
  return (
    <>
      <ImportBar step={page ? stepOf(page, files === true) : 'recognise'} />
      {page ? <At page={page} /> : open.error ? <Trouble error={open.error} again={() => void open.refetch()} /> : <Waiting rows={4} />}
    </>
  );
}

function At({ page }: { page: ImportPage }) {
  const { files } = useSearch({ from: '/inside/people/import/$id' });
  if (page.state === 'running' || page.state === 'paused' || page.state === 'undoing') return <Running page={page} />;
  if (page.state === 'done') return <Done page={page} />;
  if (page.state === 'undone' || (page.state === 'failed' && page.startedAt)) return <Stopped page={page} />;
  if (!files && (page.state === 'tried' || page.state === 'trying')) return <Tried page={page} />;
  return <Recognise page={page} />;
}

/** When it is over, people came or went: whatever else is on screen asks again. */
function useToldWhenOver(state: ImportState | undefined): void {
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (was !== state && (was === 'running' || was === 'undoing')) void refresh();
  }, [state]);
}

/** Whoever closes the window while a file goes up is asked by the browser. */
function useStay(): void {
  const busy = useSyncExternalStore(arrivals.listen, arrivals.read).some(({ state }) => state !== 'failed');
  useEffect(() => {
    if (!busy) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [busy]);
}
