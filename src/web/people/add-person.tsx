import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { MayBe } from '#model/merge.ts';
import type { PersonKind } from '#model/person.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useOfferedKinds } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { KindToggles } from '../ui/kind-toggles.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

const MayBeTyped = lazy(() => import('../duplicates/may-be.tsx').then((it) => ({ default: it.MayBeTyped })));
const MayBeAdded = lazy(() => import('../duplicates/may-be.tsx').then((it) => ({ default: it.MayBeAdded })));

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
  const [added, setAdded] = useState<{ id: string; people: MayBe[] } | null>(null);
  const { sending, wrong, send } = useSending(async () => {
    const filled = { ...(roleTitle && { roleTitle }), ...(organisation && { organisation }), ...(email && { email }) };
    const { id, mayBe } = await ask.people.add({ name: name.trim(), kinds, ...filled });
    await refresh();
    if (mayBe.length > 0) return setAdded({ id, people: mayBe });
    toast(text.added(name.trim()));
    await navigate({ to: '/people/$id', params: { id } });
  });
  if (added)
    return (
      <Dialog title={text.addTitle} onClose={onClose}>
        <Suspense>
          <MayBeAdded {...added} name={name.trim()} />
        </Suspense>
      </Dialog>
    );
  return (
    <Dialog title={text.addTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field label={text.name} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        <Field label={text.does} placeholder={text.doesHint} value={roleTitle} onChange={(event) => setRoleTitle(event.target.value)} />
        <Field label={text.organisation} value={organisation} onChange={(event) => setOrganisation(event.target.value)} />
        <Field label={text.email} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        <KindToggles label={text.kinds} offered={offered} chosen={kinds} onChange={setKinds} />
        <Suspense>
          <MayBeTyped name={name} email={email} organisation={organisation} />
        </Suspense>
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
