import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { TaskView } from '#model/task.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { AddTask } from './add-task.tsx';
import { TaskRow } from './task-row.tsx';

const TaskForm = lazy(() => import('./task-form.tsx').then((module) => ({ default: module.TaskForm })));

type Of = { personId: string } | { organisationId: string } | { dealId: string };

/** What is to be done for somebody, for an organisation or in a deal; ticked, added and changed where it is read. */
export function TasksOf({ order = 6, ...of }: Of & { order?: number }) {
  const text = useTasksText();
  const may = useMay('member');
  const input = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<TaskView | null>(null);
  const { data } = useQuery(api.tasks.list.queryOptions({ input: { ...of, limit: 50 } }));
  if (!data || (data.rows.length === 0 && !may)) return null;
  const within = 'personId' in of ? 'person' : 'organisationId' in of ? 'organisation' : 'deal';
  return (
    <section className="sec tasks-of" style={{ order }}>
      <div className="hd">
        <h2>{text.of}</h2>
        {may ? (
          <span className="sp t13">
            <button type="button" className="word" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {text.add}
            </button>
          </span>
        ) : null}
      </div>
      {adding ? <AddTask of={of} input={input} /> : null}
      {data.rows.length === 0 && !adding ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.ofNone}
        </p>
      ) : null}
      <ul>
        {data.rows.map((task) => (
          <TaskRow key={task.id} task={task} within={within} onChange={setChanging} />
        ))}
      </ul>
      {changing ? (
        <Suspense>
          <TaskForm task={changing} onClose={() => setChanging(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}
