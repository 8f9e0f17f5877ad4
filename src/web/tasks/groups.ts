import type { TaskView } from '#model/task.ts';

const GROUPS = ['late', 'today', 'week', 'later', 'none'] as const;
export type GroupOf = (typeof GROUPS)[number];

/** Days ahead that are still this week, as Promises counts them. */
const WEEK = 7;

/** Where a task stands by the days until it is due; null is without a day. Pure. */
export function groupOf(days: number | null): GroupOf {
  if (days === null) return 'none';
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days < WEEK ? 'week' : 'later';
}

/** Tasks by when they are due, each group in the order given; empty groups are left out. `daysTo`: days from today to an ISO day. */
export function grouped(tasks: TaskView[], daysTo: (day: string) => number): { group: GroupOf; tasks: TaskView[] }[] {
  const of = (task: TaskView) => groupOf(task.dueOn ? daysTo(task.dueOn) : null);
  return GROUPS.map((group) => ({ group, tasks: tasks.filter((task) => of(task) === group) })).filter(({ tasks: some }) => some.length > 0);
}
