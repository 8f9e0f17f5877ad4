import { useId, useState } from 'react';
import { type OwnField, readValue } from '#model/own-field.ts';
import { useListsText } from '../messages/lists-text.ts';
import { Field } from '../ui/field.tsx';
import { ChoosePerson } from './choose-person.tsx';

interface Given {
  field: Pick<OwnField, 'label' | 'kind' | 'choices'>;
  /** What stands there; of a person the id. */
  value: string;
  /** With the value as the api takes it; null empties it. */
  onKeep: (value: string | null) => void;
  onLeave: () => void;
  /** What keeps it is called so. */
  keep: string;
  cancel: string;
  wrong?: string | null;
}

/** The field in which a value of this kind is typed or chosen; what is wrong with it is said before it is sent. */
export function OwnValueForm({ field, value, onKeep, onLeave, keep, cancel, wrong = null }: Given) {
  const text = useListsText();
  const [typed, setTyped] = useState(value);
  const [tried, setTried] = useState(false);
  const read = readValue(field, typed);
  const said = tried && read.as === 'wrong' ? text.wrong[read.why] : wrong;
  if (field.kind === 'person') return <ChoosePerson label={field.label} wrong={wrong} onTake={({ id }) => onKeep(id)} onLeave={onLeave} />;
  return (
    <form
      className="own-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.as !== 'wrong') onKeep(read.as === 'none' ? null : read.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      {field.kind === 'choice' ? (
        <Choice field={field} value={typed} onChange={setTyped} />
      ) : (
        <Field
          label={field.label}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          autoFocus
          value={typed}
          wrong={said}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <span className="row">
        <button type="submit" className="btn sm p">
          {keep}
        </button>
        <button type="button" className="btn sm q" onClick={onLeave}>
          {cancel}
        </button>
      </span>
    </form>
  );
}

function Choice({ field, value, onChange }: { field: Given['field']; value: string; onChange: (value: string) => void }) {
  const text = useListsText();
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {field.label}
      </label>
      <select
        id={id}
        className="field"
        // biome-ignore lint/a11y/noAutofocus: opened by whoever wants to fill it in
        autoFocus
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{text.noChoice}</option>
        {[...new Set([...field.choices, ...(value ? [value] : [])])].map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  );
}
