import { useState } from 'react';
import type { TaskView } from '#model/task.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { ask, refresh } from '../query/api.ts';
import { toast } from '../ui/toasts.ts';

/** Ticks a task at once; when that could not be kept, it is as it was and says so. */
export function useTaskTick(task: Pick<TaskView, 'id' | 'doneAt'>) {
  const text = useTasksText();
  const [shown, setShown] = useState<boolean | null>(null);
  const put = async (done: boolean) => {
    setShown(done);
    try {
      await (done ? ask.tasks.done({ id: task.id }) : ask.tasks.reopen({ id: task.id }));
      return true;
    } catch {
      setShown(null);
      toast(text.couldNot);
      return false;
    }
  };
  const done = shown ?? task.doneAt !== null;
  const toggle = async () => {
    const to = !done;
    if (!(await put(to))) return;
    toast(to ? text.ticked : text.unticked, async () => {
      await put(!to);
      await refresh();
      setShown(null);
    });
    await refresh();
    setShown(null);
  };
  return { done, toggle: () => void toggle() };
}
