import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface Given extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  wrong?: string | null;
}

/** A labelled field with its hint; what is wrong is said under it and announced. */
export function Field({ label, hint, wrong, ...input }: Given) {
  const id = useId();
  const said = wrong ?? hint;
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={wrong ? 'field bad' : 'field'}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={said ? `${id}-said` : undefined}
      />
      {said ? (
        <span id={`${id}-said`} className={wrong ? 'hint harm' : 'hint'}>
          {said}
        </span>
      ) : null}
    </div>
  );
}

interface AreaGiven {
  label: string;
  hint?: ReactNode;
  rows?: number;
  value: string;
  onChange: (value: string) => void;
}

export function Area({ label, hint, rows = 3, value, onChange }: AreaGiven) {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint ? `${id}-said` : undefined}
      />
      {hint ? (
        <span id={`${id}-said`} className="hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
