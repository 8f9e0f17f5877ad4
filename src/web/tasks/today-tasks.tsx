import './sheet.ts';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { TaskView } from '#model/task.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { TaskRow } from './task-row.tsx';

const TaskForm = lazy(() => import('./task-form.tsx').then((module) => ({ default: module.TaskForm })));

/** Your own tasks that are due today or late, beside what was promised. */
export function TodayTasks({ tasks }: { tasks: TaskView[] }) {
  const text = useTasksText();
  const [changing, setChanging] = useState<TaskView | null>(null);
  return (
    <section className="sec tasks-of">
      <div className="hd">
        <h2>
          <Link to="/tasks" search={{}}>
            {text.todayTitle}
          </Link>
        </h2>
        <span className="c">{text.todayWhy}</span>
      </div>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} onChange={setChanging} />
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
