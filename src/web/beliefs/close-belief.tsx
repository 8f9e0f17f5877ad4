import { useId, useState } from 'react';
import { BELIEF_WAYS, type BeliefWay } from '#model/belief.ts';
import type { BeliefView, PersonPage } from '#model/pages.ts';
import { useBeliefsText } from '../messages/beliefs-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useDraft } from '../settings/use-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

interface Given {
  belief: BeliefView;
  /** Of this person. */
  conversations: PersonPage['conversations'];
  onClose: () => void;
}

/** What we did, and what shows it: one of their conversations, or a line. */
export function CloseBelief({ belief, conversations, onClose }: Given) {
  const text = useBeliefsText();
  const dates = useDates();
  const talk = useId();
  const { draft, set, drop } = useDraft(`close belief ${belief.id}`, { how: 'conversation' as BeliefWay, talk: '', note: '' });
  const [asked, setAsked] = useState(false);
  const isEmpty = !draft.talk && !draft.note.trim();
  const { sending, wrong, send } = useSending(async () => {
    setAsked(true);
    if (isEmpty) return;
    const { step } = await ask.beliefs.close({
      ...{ id: belief.id, how: draft.how, note: draft.note },
      ...(draft.talk && { conversationId: draft.talk }),
    });
    toast(text.done.closed, () => ask.beliefs.takeBack({ id: belief.id, step }).then(refresh));
    drop();
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.closing.title} onClose={onClose}>
      <form className="form" onSubmit={send} noValidate>
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="lab">{text.closing.how}</legend>
          <div className="row wrap">
            {BELIEF_WAYS.map((how) => (
              <button type="button" key={how} className="toggle" aria-pressed={draft.how === how} onClick={() => set({ how })}>
                {text.how[how]}
              </button>
            ))}
          </div>
        </fieldset>
        {conversations.length > 0 ? (
          <div>
            <label className="lab" htmlFor={talk}>
              {text.closing.talk}
            </label>
            <select id={talk} className="field" value={draft.talk} onChange={(event) => set({ talk: event.target.value })}>
              <option value="">{text.closing.noTalk}</option>
              {conversations.map((one) => (
                <option key={one.id} value={one.id}>
                  {`${one.title}, ${dates.day(one.happenedAt)}`}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <Area label={text.closing.note} hint={text.closing.noteHint} rows={2} value={draft.note} onChange={(note) => set({ note })} />
        {(asked && isEmpty) || wrong ? (
          <p className="hint harm" role="alert">
            {wrong ?? text.closing.please}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn" onClick={onClose}>
            {text.form.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {text.closing.do}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
