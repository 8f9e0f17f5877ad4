import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { api } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Face } from '../ui/face.tsx';
import { Field } from '../ui/field.tsx';

/** Who is this person the same as? Those who look like it first; anybody else by name. */
export function SameAs({ id, name, organisation, onClose }: { id: string; name: string; organisation: string; onClose: () => void }) {
  const text = useDuplicatesText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const find = typed.trim();
  const like = useQuery(api.duplicates.like.queryOptions({ input: { name, ...(organisation && { organisation }) } }));
  const found = useQuery({ ...api.people.list.queryOptions({ input: { find, limit: 8, sort: 'name' } }), enabled: find !== '' });
  const rows = (find ? (found.data?.rows ?? []) : (like.data?.people ?? [])).filter((row) => row.id !== id);
  const settled = find ? found.data !== undefined : true;
  return (
    <Dialog title={text.sameAsTitle(name)} onClose={onClose}>
      <div className="form">
        <Field label={text.sameAsFind} type="search" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="btn q"
                style={{ width: '100%', justifyContent: 'flex-start' }}
                onClick={() => void navigate({ to: '/people/duplicates', search: { one: id, other: row.id } })}
              >
                <Face id={row.id} name={row.name} />
                <span>{row.name}</span>
                <span className="f t13">{[row.roleTitle, row.organisation?.name].filter(Boolean).join(', ')}</span>
              </button>
            </li>
          ))}
        </ul>
        {find && settled && rows.length === 0 ? <p className="f t13">{text.sameAsNone}</p> : null}
      </div>
    </Dialog>
  );
}
