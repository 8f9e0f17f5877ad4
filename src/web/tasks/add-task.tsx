import { type RefObject, useId, useState } from 'react';
import { useTasksText } from '../messages/tasks-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import type { TaskWords } from '../query/deals-contract.ts';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { taskIn } from './line.ts';
import { useToday } from './use-today.ts';

/** One line that says what is to be done and by when; the day is read from the words as they are typed. */
export function AddTask({
  of = {},
  input,
}: {
  of?: Pick<TaskWords, 'personId' | 'organisationId' | 'dealId'>;
  input?: RefObject<HTMLInputElement | null>;
}) {
  const text = useTasksText();
  const dates = useDates();
  const today = useToday();
  const id = useId();
  const [line, setLine] = useState('');
  const { what, dueOn } = taskIn(line, today);
  const { sending, wrong, send } = useSending(async () => {
    if (!what) return;
    const task = await ask.tasks.add({ ...of, what, dueOn });
    setLine('');
    toast(text.addedTo(what), () => ask.tasks.remove({ id: task.id }).then(refresh));
    await refresh();
  });
  return (
    <form className="tadd" onSubmit={send}>
      <div>
        <label className="lab" htmlFor={id}>
          {text.addLine}
        </label>
        <input
          id={id}
          ref={input}
          className={wrong ? 'field bad' : 'field'}
          autoComplete="off"
          maxLength={2000}
          aria-describedby={`${id}-hint`}
          value={line}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </div>
      <button type="submit" className="btn" disabled={sending || !what}>
        {text.addDo}
      </button>
      <span id={`${id}-hint`} className={wrong ? 'hint harm' : 'hint'} role={wrong ? 'alert' : undefined}>
        {wrong ?? (line.trim() ? (dueOn ? text.addDay(dates.day(dueOn)) : text.addNoDay) : text.addHint)}
      </span>
    </form>
  );
}
