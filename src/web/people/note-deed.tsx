import { useId, useState } from 'react';
import type { TraitView } from '#model/pages.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import type { Who } from './who.ts';

interface Given {
  personId: string;
  traits: TraitView[];
  traitId: string | null;
  who: Who;
  onClose: () => void;
}

/** What we did for somebody as a person, when, and for which of what matters to them. */
export function NoteDeed({ personId, traits, traitId: given, who, onClose }: Given) {
  const { shell } = useText();
  const text = usePersonText();
  const id = useId();
  const [what, setWhat] = useState('');
  const [doneOn, setDoneOn] = useState(() => new Date().toLocaleDateString('sv'));
  const [traitId, setTraitId] = useState(given ?? '');
  const { sending, wrong, send } = useSending(async () => {
    const made = await ask.deeds.add({ personId, what, doneOn, traitId: traitId || null });
    toast(text.deedDone, () => ask.deeds.remove({ id: made.id }).then(refresh));
    await refresh();
    onClose();
  });
  const choices = traits.filter((one) => !one.endedAt && one.kind !== 'feeling');
  return (
    <Dialog title={text.deedTitle(who.object)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.deedWhat}
          placeholder={text.deedHint}
          required
          maxLength={2000}
          autoComplete="off"
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        <Field label={text.deedOn} type="date" required value={doneOn} onChange={(event) => setDoneOn(event.target.value)} />
        {choices.length > 0 ? (
          <div>
            <label className="lab" htmlFor={id}>
              {text.deedFor}
            </label>
            <select id={id} className="field" value={traitId} onChange={(event) => setTraitId(event.target.value)}>
              <option value="">{text.deedForNothing}</option>
              {choices.map((one) => (
                <option key={one.id} value={one.id}>
                  {[text.trait[one.kind](who.subject, who.object), one.statement].filter(Boolean).join(' · ')}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {text.noteIt}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
