import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FilledField } from '#model/own-field.ts';
import type { About } from '#model/tag.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { OwnValueForm } from './own-value.tsx';
import './lists-sheet.ts';

/** What is filled in in the workspace's own fields; empty ones stand there only for who wants to fill them in. */
export function OwnFields({ about, id }: { about: About; id: string }) {
  const text = useListsText();
  const may = useMay('member');
  const { data } = useQuery(api.ownFields.of.queryOptions({ input: { about, id } }));
  const [open, setOpen] = useState(false);
  const fields = data?.fields ?? [];
  const filled = fields.filter(({ value }) => value !== null);
  if (fields.length === 0 || (filled.length === 0 && !may)) return null;
  const shown = open ? fields : filled;
  return (
    <section className="sec own-fields" style={{ order: 9 }}>
      <div className="hd">
        <h2>{text.own}</h2>
      </div>
      {shown.length > 0 ? (
        <dl className="kv">
          {shown.map((field) => (
            <Line key={field.id} field={field} id={id} may={may} />
          ))}
        </dl>
      ) : null}
      {may && filled.length < fields.length ? (
        <p style={{ paddingTop: 8 }}>
          <button type="button" className="word t13" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? text.fillInLess : filled.length > 0 ? text.fillInMore : text.fillIn}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Line({ field, id, may }: { field: FilledField; id: string; may: boolean }) {
  const text = useListsText();
  const all = useText();
  const [editing, setEditing] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const before = typeof field.value === 'string' ? field.value : (field.value?.id ?? '');
  const fill = (value: string | null) => ask.ownFields.fill({ fieldId: field.id, id, value });
  const keep = (value: string | null) =>
    void fill(value)
      .then(() => {
        setEditing(false);
        setWrong(null);
        toast(value === null ? text.emptied(field.label) : text.filled(field.label), () => fill(before || null).then(refresh));
        return refresh();
      })
      .catch((error: unknown) => setWrong(sayTrouble(error, all)));
  if (editing)
    return (
      <dd className="own-edit">
        <OwnValueForm
          field={field}
          value={before}
          keep={text.yes}
          cancel={all.shell.cancel}
          wrong={wrong}
          onKeep={keep}
          onLeave={() => setEditing(false)}
        />
        {field.kind === 'person' && before ? (
          <button type="button" className="word t13" onClick={() => keep(null)}>
            {text.empty}
          </button>
        ) : null}
      </dd>
    );
  return (
    <>
      <dt>{field.label}</dt>
      <dd>
        <Value field={field} />{' '}
        {may ? (
          <button type="button" className="word t13" aria-label={text.change(field.label)} onClick={() => setEditing(true)}>
            {field.value === null ? text.fillIn : text.fieldChange}
          </button>
        ) : null}
      </dd>
    </>
  );
}

function Value({ field: { kind, value } }: { field: FilledField }) {
  const dates = useDates();
  if (value === null) return null;
  if (typeof value !== 'string')
    return (
      <Link className="link" to="/people/$id" params={{ id: value.id }}>
        {value.name}
      </Link>
    );
  return kind === 'date' ? <span title={value}>{dates.day(value)}</span> : <span>{value}</span>;
}
