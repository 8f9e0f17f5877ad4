import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { TaskView } from '#model/task.ts';
import { useTasksText } from '../messages/tasks-text.ts';
import { useDates } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { Tick } from '../ui/tick.tsx';
import { When } from '../ui/when.tsx';
import { useTaskDoings } from './use-task-doings.ts';
import { useTaskTick } from './use-task-tick.ts';

interface Given {
  task: TaskView;
  on?: boolean;
  /** What the page around is about: it need not be said again. */
  within?: 'person' | 'organisation' | 'deal';
  onChange: (task: TaskView) => void;
}

/** One task: the box, what, for whom, by when; changed, given to a colleague and removed from its menu. */
export function TaskRow({ task, on = false, within, onChange }: Given) {
  const text = useTasksText();
  const may = useMay('member');
  const { done, toggle } = useTaskTick(task);
  const choices = useTaskDoings(task, onChange);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <li className={on ? 'trow on' : 'trow'} ref={row} aria-current={on ? 'true' : undefined} data-task={task.id}>
      <Tick on={done} label={done ? text.untick(task.what) : text.tick(task.what)} onChange={may ? toggle : null} />
      <div>
        <p className={done ? 't off' : 't'}>{task.what}</p>
        <For task={task} within={within} />
      </div>
      <Due task={task} done={done} />
      {may ? (
        <Menu className="btn ic q" side="right" label={text.more(task.what)} choices={choices}>
          <Ellipsis className="i" aria-hidden="true" />
        </Menu>
      ) : (
        <span />
      )}
    </li>
  );
}

function For({ task, within }: Pick<Given, 'task' | 'within'>) {
  const text = useTasksText();
  const { person, organisation, deal, owner } = task;
  const parts = [
    person && within !== 'person' ? (
      <Link key="person" className="link" to="/people/$id" params={{ id: person.id }}>
        {person.name}
      </Link>
    ) : null,
    organisation && within !== 'organisation' ? (
      <Link key="organisation" className="link" to="/organisations/$id" params={{ id: organisation.id }}>
        {organisation.name}
      </Link>
    ) : null,
    deal && within !== 'deal' ? (
      <Link key="deal" className="link" to="/deals/$id" params={{ id: deal.id }}>
        {deal.name}
      </Link>
    ) : null,
    owner?.isYou ? null : (
      <span key="owner" className="f">
        {owner?.name ?? text.nobody}
      </span>
    ),
    task.about ? (
      <span key="about" className="m">
        {task.about}
      </span>
    ) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className="s">{parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]))}</p>;
}

function Due({ task, done }: { task: TaskView; done: boolean }) {
  const text = useTasksText();
  const dates = useDates();
  if (done) return <span className="d f">{task.doneAt ? text.doneOn(dates.day(task.doneAt)) : text.ticked}</span>;
  if (!task.dueOn) return <span className="d f">{text.noDay}</span>;
  const days = dates.daysTo(task.dueOn);
  return (
    <span className={`d ${days < 0 ? 'harm b' : days < 2 ? 'wait b' : 'm'}`}>
      <When at={task.dueOn} as="due" />
    </span>
  );
}
