import { ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCardText } from '../messages/card-text.ts';
import { type Keyed, movedUp, nextKey } from './card-draft.ts';

interface Given<Row extends object> {
  title: string;
  add: string;
  rows: Keyed<Row>[];
  /** What the row is called for who does not see it. */
  called: (n: number) => string;
  empty: Row;
  onChange: (rows: Keyed<Row>[]) => void;
  children: (row: Keyed<Row>, n: number, set: (more: Partial<Row>) => void) => ReactNode;
}

/** A list on a card: rows that can be written in, moved up, taken away and added. */
export function CardRows<Row extends object>({ title, add, rows, called, empty, onChange, children }: Given<Row>) {
  const text = useCardText();
  return (
    <fieldset className="card-rows">
      <legend className="lab">{title}</legend>
      {rows.map((row, i) => (
        <div className="card-row" key={row.key}>
          <div className="card-fields">{children(row, i + 1, (more) => onChange(rows.with(i, { ...row, ...more })))}</div>
          {i > 0 ? (
            <button type="button" className="btn ic q" aria-label={text.up(called(i + 1))} onClick={() => onChange(movedUp(rows, i))}>
              <ArrowUp className="i" aria-hidden="true" />
            </button>
          ) : null}
          <button
            type="button"
            className="btn ic q"
            aria-label={text.remove(called(i + 1))}
            onClick={() => onChange(rows.filter((one) => one !== row))}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="word t13 card-add" onClick={() => onChange([...rows, { ...empty, key: nextKey() }])}>
        <Plus className="i s" aria-hidden="true" />
        {add}
      </button>
    </fieldset>
  );
}

interface Bare {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: string;
  hint?: string;
  short?: boolean;
  wrong?: boolean;
}

/** A field of a row: its name is read out, and stands in it while it is empty. */
export function RowField({ label, value, onChange, type = 'text', hint, short = false, wrong = false }: Bare) {
  return (
    <input
      className={['field', short && 'short', wrong && 'bad'].filter(Boolean).join(' ')}
      type={type}
      aria-label={label}
      aria-invalid={wrong || undefined}
      placeholder={hint ?? label}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A choice among a few, with its label above or read out only. */
export function CardSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  bare = false,
}: {
  label: string;
  value: Value;
  options: { value: Value; says: string }[];
  onChange: (value: Value) => void;
  bare?: boolean;
}) {
  const select = (
    <select
      className="field"
      value={value}
      {...(bare && { 'aria-label': label })}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.says}
        </option>
      ))}
    </select>
  );
  if (bare) return select;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select stands in it
    <label>
      <span className="lab">{label}</span>
      {select}
    </label>
  );
}
