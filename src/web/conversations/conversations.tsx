import './conversations.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronDown, Ear } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { Menu } from '../ui/menu.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ConversationList } from './conversation-list.tsx';
import { FirstRun } from './first-run.tsx';
import { LogCall } from './log-call.tsx';
import { PasteText } from './paste-text.tsx';
import { useBringIn } from './use-bring-in.tsx';

const FROM = '/inside/conversations';
const POLL_MS = 2000;

/** All conversations, or the first one to be brought in. Files can be dropped anywhere on it. */
export function Conversations() {
  const text = useText().conversations;
  const search = useSearch({ from: FROM });
  const navigate = useNavigate();
  const session = useSession();
  const asked = { limit: 60, ...(search.find ? { find: search.find } : {}), ...(search.waiting ? { waiting: true } : {}) };
  const pages = useInfiniteQuery({
    ...api.conversations.list.infiniteOptions({
      input: (cursor: string | undefined) => (cursor ? { ...asked, cursor } : asked),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: (before) => before,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.rows.some((row) => row.understoodAt === null)) ? POLL_MS : false,
  });
  const bring = useBringIn();
  const add = (what: 'paste' | 'log' | undefined) =>
    void navigate({ to: '/conversations', search: { ...search, add: what }, replace: what === undefined });
  const find = (words: string) => void navigate({ to: '/conversations', search: { ...search, find: words || undefined }, replace: true });
  useKeys([
    { key: 'p', says: text.paste, run: () => add('paste') },
    { key: 'l', says: text.logCall, run: () => add('log') },
    { key: 'u', says: text.chooseFiles, run: bring.chooseFiles },
  ]);
  if (pages.error && !pages.data) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  const all = pages.data?.pages ?? [];
  const total = all[0]?.total ?? 0;
  const empty = pages.data && total === 0 && !search.find && !search.waiting && session.counts.conversations === 0;
  return (
    <>
      <Bar title={text.title} views={empty ? undefined : <Views waiting={search.waiting === true} find={search.find} />}>
        {empty || !pages.data ? null : (
          <>
            <span className="only-lg">
              <Search find={search.find ?? ''} onFind={find} />
            </span>
            <span className="only-sm">
              <Menu
                className="btn sm q"
                side="right"
                label={text.view(search.waiting ? text.waiting : text.all)}
                choices={[
                  { id: 'all', label: text.all, chosen: !search.waiting, run: () => void navigate({ to: '/conversations', search: {} }) },
                  {
                    id: 'waiting',
                    label: text.waiting,
                    chosen: search.waiting === true,
                    run: () => void navigate({ to: '/conversations', search: { waiting: true } }),
                  },
                ]}
              >
                {search.waiting ? text.waiting : text.all}
                <ChevronDown className="i s" aria-hidden="true" />
              </Menu>
            </span>
            <Menu
              className="btn sm"
              side="right"
              choices={[
                { id: 'files', label: text.chooseFiles, run: bring.chooseFiles },
                { id: 'folder', label: text.chooseFolder, run: bring.chooseFolder },
                { id: 'paste', label: text.paste, cut: true, run: () => add('paste') },
                { id: 'log', label: text.logCall, run: () => add('log') },
                { id: 'private', label: text.onlyI, chosen: bring.isPrivate, cut: true, run: () => bring.setPrivate(!bring.isPrivate) },
              ]}
            >
              <Ear className="i" aria-hidden="true" />
              {text.bringIn}
            </Menu>
          </>
        )}
      </Bar>
      {bring.inputs}
      {empty || !pages.data ? null : (
        <>
          <h1 className="sr">{text.title}</h1>
          <p className="row find-sm only-sm">
            <Search find={search.find ?? ''} onFind={find} />
          </p>
        </>
      )}
      {pages.data ? (
        empty ? (
          <FirstRun bring={bring} onPaste={() => add('paste')} onLog={() => add('log')} />
        ) : (
          <ConversationList
            rows={all.flatMap((page) => page.rows)}
            total={total}
            find={search.find}
            waiting={search.waiting === true}
            more={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
          />
        )
      ) : (
        <Waiting rows={6} />
      )}
      {search.add === 'paste' ? <PasteText isPrivate={bring.isPrivate} onClose={() => add(undefined)} /> : null}
      {search.add === 'log' ? <LogCall onClose={() => add(undefined)} /> : null}
    </>
  );
}

function Views({ waiting, find }: { waiting: boolean; find: string | undefined }) {
  const text = useText().conversations;
  const kept = find ? { find } : {};
  return (
    <>
      <Link
        className={waiting ? 'btn sm q' : 'btn sm'}
        to="/conversations"
        search={kept}
        activeOptions={{ exact: true, includeSearch: true }}
      >
        {text.all}
      </Link>
      <Link
        className={waiting ? 'btn sm' : 'btn sm q'}
        to="/conversations"
        search={{ ...kept, waiting: true }}
        activeOptions={{ exact: true, includeSearch: true }}
      >
        {text.waiting}
      </Link>
    </>
  );
}

/** Looks while one types, a fifth of a second after the last letter. */
function Search({ find, onFind }: { find: string; onFind: (find: string) => void }) {
  const text = useText().conversations;
  const [typed, setTyped] = useState(find);
  const asked = useRef(find);
  const latest = useRef(onFind);
  latest.current = onFind;
  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed.trim();
      latest.current(asked.current);
    }, 200);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    // The address changed by another way, such as the link back to all: what stands here follows it.
    if (find === asked.current) return;
    asked.current = find;
    setTyped(find);
  }, [find]);
  return (
    <input
      type="search"
      className="field find-in"
      aria-label={text.searchLabel}
      placeholder={text.search}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
