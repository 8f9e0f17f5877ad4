import '../deals/sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { TaskView } from '#model/task.ts';
import { PeopleChoice } from '../deals/people-choice.tsx';
import { useTasksText } from '../messages/tasks-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { dayTyped } from './line.ts';
import { useToday } from './use-today.ts';

/** Everything that is said of a task; the toast puts it back as it was. */
export function TaskForm({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useTasksText();
  const { shell } = useText();
  const dates = useDates();
  const today = useToday();
  const owners = useId();
  const { data } = useQuery(api.members.list.queryOptions());
  const [what, setWhat] = useState(task.what);
  const [due, setDue] = useState(task.dueOn ?? '');
  const [who, setWho] = useState(task.person ? [task.person] : []);
  const [ownerId, setOwnerId] = useState(task.owner?.id ?? '');
  const [about, setAbout] = useState(task.about);
  // A day that has passed is kept as it stands; a new one lies ahead.
  const dueOn = due === task.dueOn ? due : dayTyped(due, today);
  const { sending, wrong, send } = useSending(async () => {
    if (dueOn === undefined) return;
    const { id } = task;
    await ask.tasks.change({ id, what, about, dueOn, personId: who[0]?.id ?? null, ownerId: ownerId || null });
    const before = {
      what: task.what,
      about: task.about,
      dueOn: task.dueOn,
      personId: task.person?.id ?? null,
      ownerId: task.owner?.id ?? null,
    };
    toast(text.changed, () => ask.tasks.change({ id, ...before }).then(refresh));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.changeTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.what}
          required
          maxLength={2000}
          autoComplete="off"
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        <Field
          label={text.due}
          hint={dueOn ? dates.exact(dueOn) : text.dueHint}
          wrong={dueOn === undefined ? text.dueWrong : null}
          autoComplete="off"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <PeopleChoice one label={text.who} hint={text.whoHint} who={who} onWho={setWho} />
        <div>
          <label className="lab" htmlFor={owners}>
            {text.owner}
          </label>
          <select id={owners} className="field" value={ownerId} onChange={(event) => setOwnerId(event.target.value)}>
            <option value="">{text.ownerNone}</option>
            {data?.members.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </select>
        </div>
        <Area label={text.about} value={about} onChange={setAbout} />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending || dueOn === undefined}>
            {shell.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
