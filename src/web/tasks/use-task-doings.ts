import { useQuery } from '@tanstack/react-query';
import type { TaskView } from '#model/task.ts';
import { useDeed } from '../deals/use-deed.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { api, ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import type { Choice } from '../ui/menu.tsx';

/** What can be done with a task beside ticking it: change it, give it to a colleague, remove it; each with a way back. */
export function useTaskDoings(task: TaskView, onChange: (task: TaskView) => void): Choice[] {
  const text = useTasksText();
  const deed = useDeed();
  const may = useMay('member');
  const { data } = useQuery({ ...api.members.list.queryOptions(), enabled: may });
  const { id, owner } = task;
  const give = (to: { id: string; name: string }) =>
    void deed({
      does: () => ask.tasks.change({ id, ownerId: to.id }),
      says: text.given(to.name),
      undo: () => ask.tasks.change({ id, ownerId: owner?.id ?? null }),
    });
  const remove = () => void deed({ does: () => ask.tasks.remove({ id }), says: text.removed, undo: () => ask.tasks.bringBack({ id }) });
  const others = data?.members.filter((member) => member.id !== owner?.id) ?? [];
  return [
    { id: 'change', label: text.change, run: () => onChange(task) },
    ...others.map((member, i) => ({ id: member.id, label: text.give(member.name), cut: i === 0, run: () => give(member) })),
    { id: 'remove', label: text.remove, cut: true, run: remove },
  ];
}
