import { useId, useState } from 'react';
import { FIELD_KINDS, type FieldKind, type OwnField } from '#model/own-field.ts';
import { ABOUT, type About } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** A new field, or another name and other choices for one; what is filled in decides that its kind stays. */
export function FieldDialog({ field, onClose }: { field: OwnField | null; onClose: () => void }) {
  const text = useListsText();
  const { shell } = useText();
  const [label, setLabel] = useState(field?.label ?? '');
  const [about, setAbout] = useState<About>(field?.about ?? 'person');
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text');
  const [choices, setChoices] = useState(field?.choices.join('\n') ?? '');
  const { sending, wrong, send } = useSending(async () => {
    const lines = kind === 'choice' ? { choices: choices.split('\n') } : {};
    if (field) {
      const { id } = field;
      await ask.ownFields.change({ id, label, ...lines });
      toast(text.fieldChanged(label.trim()), () =>
        ask.ownFields.change({ id, label: field.label, ...(kind === 'choice' && { choices: field.choices }) }).then(refresh),
      );
    } else {
      const added = await ask.ownFields.add({ about, label, kind, ...lines });
      toast(text.fieldAdded(added.label), () => ask.ownFields.putAway({ id: added.id }).then(refresh));
    }
    await refresh();
    onClose();
  });
  return (
    <Dialog title={field ? text.change(field.label) : text.fieldAddTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.fieldLabel}
          hint={text.fieldLabelHint}
          required
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        {field ? null : (
          <>
            <Select label={text.fieldAbout} value={about} options={ABOUT} says={text.fieldsAbout} onChange={setAbout} />
            <Select label={text.fieldKind} value={kind} options={FIELD_KINDS} says={text.fieldKinds} onChange={setKind} />
          </>
        )}
        {kind === 'choice' ? (
          <Area label={text.fieldChoices} hint={text.fieldChoicesHint} rows={5} value={choices} onChange={setChoices} />
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
            {shell.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Select<One extends string>({
  label,
  value,
  options,
  says,
  onChange,
}: {
  label: string;
  value: One;
  options: readonly One[];
  says: Record<One, string>;
  onChange: (value: One) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value as One)}>
        {options.map((one) => (
          <option key={one} value={one}>
            {says[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
