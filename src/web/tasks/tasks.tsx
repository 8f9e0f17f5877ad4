import './sheet.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import type { TaskView } from '#model/task.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Bar } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AddTask } from './add-task.tsx';
import { grouped } from './groups.ts';
import { TaskRow } from './task-row.tsx';

const TaskForm = lazy(() => import('./task-form.tsx').then((module) => ({ default: module.TaskForm })));

type View = 'mine' | 'everyone' | 'done';

const VIEWS: { view: View; search: { whose?: 'all'; done?: true } }[] = [
  { view: 'mine', search: {} },
  { view: 'everyone', search: { whose: 'all' } },
  { view: 'done', search: { whose: 'all', done: true } },
];

/** What we set ourselves to do: the late and the near first. */
export function Tasks() {
  const text = useTasksText();
  const { whose, done } = useSearch({ from: '/inside/tasks' });
  const view: View = done ? 'done' : whose === 'all' ? 'everyone' : 'mine';
  const asked = useInfiniteQuery({
    ...api.tasks.list.infiniteOptions({
      input: (cursor: string) => ({
        limit: 100,
        ...(view === 'mine' && { mine: true }),
        ...(done && { done: true }),
        ...(cursor && { cursor }),
      }),
      initialPageParam: '',
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: (before) => before,
  });
  const tasks = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <Bar title={text.title} count={asked.data?.pages[0]?.total || undefined} views={<Views view={view} />} />
      <nav className="w-vrow" aria-label={text.views}>
        <Views view={view} />
      </nav>
      {asked.error && !asked.data ? (
        <Trouble error={asked.error} again={() => void asked.refetch()} />
      ) : asked.data ? (
        <Whole tasks={tasks} view={view} />
      ) : (
        <Waiting />
      )}
      {asked.hasNextPage ? (
        <div className="foot">
          <button type="button" className="word" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {text.showMore}
          </button>
        </div>
      ) : null}
    </>
  );
}

function Views({ view }: { view: View }) {
  const text = useTasksText();
  return (
    <>
      <Link className="btn sm q" to="/promises">
        {text.promises}
      </Link>
      {VIEWS.map((one) => (
        <Link
          key={one.view}
          to="/tasks"
          search={one.search}
          className={one.view === view ? 'btn sm' : 'btn sm q'}
          activeProps={{ 'aria-current': undefined }}
          aria-current={one.view === view ? 'page' : undefined}
        >
          {text[one.view]}
        </Link>
      ))}
    </>
  );
}

function Whole({ tasks, view }: { tasks: TaskView[]; view: View }) {
  const text = useTasksText();
  const dates = useDates();
  const may = useMay('member');
  const input = useRef<HTMLInputElement>(null);
  const [on, setOn] = useState<string | null>(null);
  const [changing, setChanging] = useState<TaskView | null>(null);
  const groups = view === 'done' ? [{ group: 'none' as const, tasks }] : grouped(tasks, (day) => dates.daysTo(day));
  const shown = groups.flatMap((group) => group.tasks);
  const at = shown.findIndex(({ id }) => id === on);
  const walk = (by: number) => setOn(shown[Math.max(0, Math.min(shown.length - 1, at + by))]?.id ?? null);
  const here = () => document.querySelector(`[data-task="${on}"]`);
  useKeys([
    { key: 'j', says: text.keys.next, run: () => walk(1) },
    { key: 'k', says: text.keys.previous, run: () => walk(-1) },
    ...(may
      ? [
          { key: 'x', says: text.keys.tick, run: () => here()?.querySelector<HTMLElement>('[role=checkbox]')?.click() },
          { key: 'e', says: text.keys.change, run: () => setChanging(shown[at] ?? null) },
          { key: 'n', says: text.add, run: () => input.current?.focus() },
        ]
      : []),
  ]);
  const count = (group: string) => groups.find((one) => one.group === group)?.tasks.length ?? 0;
  return (
    <div className="page">
      <div style={{ maxWidth: 800 }}>
        <h1>{view === 'done' ? text.headingDone : tasks.length > 0 ? text.heading(count('late'), count('today')) : text.headingNone}</h1>
        <p className="m" style={{ marginTop: 4 }}>
          {view === 'done' ? text.subDone : tasks.length > 0 ? text.sub : text.subNone}
        </p>
        {may && view !== 'done' ? <AddTask input={input} /> : null}
        {groups.map(({ group, tasks: some }) => (
          <section className="sec" key={group}>
            {view === 'done' ? null : (
              <div className="hd">
                <h2>{text.groups[group]}</h2>
                <span className="why">{some.length}</span>
              </div>
            )}
            <ul>
              {some.map((task) => (
                <TaskRow key={task.id} task={task} on={task.id === on} onChange={setChanging} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {changing ? (
        <Suspense>
          <TaskForm task={changing} onClose={() => setChanging(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}
