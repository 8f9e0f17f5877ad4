import './sheet.ts';
import { useId, useState } from 'react';
import { TIE_KINDS, type TieKind, type TieView } from '#model/organisation.ts';
import type { NameRef } from '#model/pages.ts';
import { PersonField } from '../conversations/person-field.tsx';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

interface Someone {
  id: string | null;
  name: string;
}

interface Given {
  /** The line that is changed; none is a new one. */
  tie?: TieView;
  /** Who it begins with, when that is known. */
  from?: NameRef;
  /** Where somebody new is placed. */
  organisation?: string;
  onClose: () => void;
}

/** Two people, how they are tied, how close, and what that rests on. */
export function TieForm({ tie, from, organisation, onClose }: Given) {
  const text = useOrganisationsText();
  const { shell } = useText();
  const [one, setOne] = useState<Someone[]>(from ? [from] : []);
  const [other, setOther] = useState<Someone[]>([]);
  const [kind, setKind] = useState<TieKind>(tie?.kind ?? 'knows');
  const [closeness, setCloseness] = useState<1 | 2 | 3>(tie?.closeness ?? 2);
  const [note, setNote] = useState(tie?.note ?? '');
  // Somebody new is added first, at the organisation the line is drawn on.
  const idOf = async (end: Someone | undefined): Promise<string> => {
    const name = end?.name ?? '';
    return end?.id ?? (await ask.people.add({ name, ...(organisation && { organisation }) })).id;
  };
  const { sending, wrong, send } = useSending(async () => {
    if (tie) {
      const { id, ...before } = tie;
      await ask.ties.change({ id, kind, closeness, note });
      const back = { kind: before.kind, closeness: before.closeness, note: before.note };
      toast(text.lineChanged, () => ask.ties.change({ id, ...back }).then(refresh));
    } else {
      const [fromId, toId] = [await idOf(one[0]), await idOf(other[0])];
      const { id } = await ask.ties.add({ fromId, toId, kind, closeness, note });
      toast(text.lineAdded, () => ask.ties.remove({ id }).then(refresh));
    }
    await refresh();
    onClose();
  });
  const ready = tie !== undefined || (one.length === 1 && other.length === 1);
  return (
    <Dialog title={tie ? text.lineChange : text.lineTitle} onClose={onClose}>
      <form className="form w-line-form" onSubmit={send}>
        {tie ? (
          <p className="m">{text.lineOpen(tie.from.name, tie.to.name)}</p>
        ) : (
          <>
            <OnePerson label={text.lineFrom} who={one} onWho={setOne} />
            <Choice label={text.lineKind} value={kind} of={TIE_KINDS} says={text.kinds} onChange={setKind} />
            <OnePerson label={text.lineTo} who={other} onWho={setOther} />
          </>
        )}
        {tie ? <Choice label={text.lineKind} value={kind} of={TIE_KINDS} says={text.kinds} onChange={setKind} /> : null}
        <fieldset className="w-close">
          <legend className="lab">{text.lineClose}</legend>
          {([1, 2, 3] as const).map((n) => (
            <label key={n}>
              <input type="radio" name="closeness" checked={closeness === n} onChange={() => setCloseness(n)} />
              {text.closeness[n]}
            </label>
          ))}
        </fieldset>
        <Field
          label={text.lineNote}
          hint={text.lineNoteHint}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending || !ready}>
            {text.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function OnePerson({ label, who, onWho }: { label: string; who: Someone[]; onWho: (who: Someone[]) => void }) {
  const text = useOrganisationsText();
  const [typing, setTyping] = useState('');
  const take = (all: Someone[]) => {
    onWho(all.slice(-1));
    setTyping('');
  };
  return <PersonField label={label} hint={text.lineWho} wrong={null} who={who} typing={typing} onTyping={setTyping} onWho={take} />;
}

interface ChoiceGiven<T extends string> {
  label: string;
  value: T;
  of: readonly T[];
  says: Record<T, string>;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, of, says, onChange }: ChoiceGiven<T>) {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value as T)}>
        {of.map((one) => (
          <option key={one} value={one}>
            {says[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
