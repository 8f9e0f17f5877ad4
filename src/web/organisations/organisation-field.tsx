import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useId } from 'react';
import { api } from '../query/api.ts';
import { Field } from '../ui/field.tsx';

interface Given {
  label: string;
  hint?: ReactNode;
  value: string;
  required?: boolean;
  onChange: (value: string) => void;
}

/** The name of an organisation, with those that are here to choose from. */
export function OrganisationField({ label, hint, value, required = false, onChange }: Given) {
  const id = useId();
  const find = useDeferredValue(value.trim());
  const { data } = useQuery({
    ...api.organisations.list.queryOptions({ input: { find, limit: 8 } }),
    enabled: find !== '',
    placeholderData: (before) => before,
  });
  return (
    <>
      <Field
        label={label}
        hint={hint}
        list={id}
        autoComplete="off"
        maxLength={200}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {data?.rows.map((row) => (
          <option key={row.id} value={row.name} />
        ))}
      </datalist>
    </>
  );
}
