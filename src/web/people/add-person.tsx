import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonKind } from '#model/person.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useOfferedKinds } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { KindToggles } from '../ui/kind-toggles.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** Only a name is needed. What was typed stays until the person is there. */
export function AddPerson({ onClose, name: given = '' }: { onClose: () => void; name?: string | undefined }) {
  const { people: text, shell } = useText();
  const navigate = useNavigate();
  const offered = useOfferedKinds();
  const [name, setName] = useState(given);
  const [roleTitle, setRoleTitle] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [email, setEmail] = useState('');
  const [kinds, setKinds] = useState<PersonKind[]>([]);
  const { sending, wrong, send } = useSending(async () => {
    const filled = { ...(roleTitle && { roleTitle }), ...(organisation && { organisation }), ...(email && { email }) };
    const { id } = await ask.people.add({ name: name.trim(), kinds, ...filled });
    toast(text.added(name.trim()));
    await refresh();
    await navigate({ to: '/people/$id', params: { id } });
  });
  return (
    <Dialog title={text.addTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field label={text.name} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        <Field label={text.does} placeholder={text.doesHint} value={roleTitle} onChange={(event) => setRoleTitle(event.target.value)} />
        <Field label={text.organisation} value={organisation} onChange={(event) => setOrganisation(event.target.value)} />
        <Field label={text.email} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        <KindToggles label={text.kinds} offered={offered} chosen={kinds} onChange={setKinds} />
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
            {text.adding}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
