import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { NameRef } from '#model/pages.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** Two that are one: which other one it is, and whose name stays. */
export function MergeForm({ page, onClose }: { page: NameRef; onClose: () => void }) {
  const text = useOrganisationsText();
  const { shell } = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<NameRef | null>(null);
  const [name, setName] = useState<'kept' | 'gone'>('kept');
  const find = useDeferredValue(typed.trim());
  const { data } = useQuery({ ...api.organisations.list.queryOptions({ input: { find, limit: 6 } }), placeholderData: (before) => before });
  const offers = (data?.rows ?? []).filter((row) => row.id !== page.id);
  const { sending, wrong, send } = useSending(async () => {
    if (!other) return;
    const { undo } = await ask.organisations.merge({ keepId: page.id, goneId: other.id, name });
    toast(text.merged(name === 'kept' ? page.name : other.name), () => ask.organisations.takeBack({ undo }).then(refresh));
    await refresh();
    onClose();
    await navigate({ to: '/organisations/$id', params: { id: page.id } });
  });
  return (
    <Dialog title={text.mergeTitle(page.name)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field
          label={text.mergeWhich}
          hint={text.mergeFind}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <fieldset className="w-close">
          <legend className="sr">{text.mergeWhich}</legend>
          {offers.length === 0 ? <p className="f t13">{text.mergeNone}</p> : null}
          {offers.map((row) => (
            <label key={row.id}>
              <input type="radio" name="other" checked={other?.id === row.id} onChange={() => setOther(row)} />
              {row.name} <span className="f t13">{row.who.map((one) => one.name).join(', ')}</span>
            </label>
          ))}
        </fieldset>
        {other ? (
          <fieldset className="w-close">
            <legend className="lab">{text.mergeName}</legend>
            {(['kept', 'gone'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="name" checked={name === one} onChange={() => setName(one)} />
                {one === 'kept' ? page.name : other.name}
              </label>
            ))}
          </fieldset>
        ) : null}
        <p className="hint" style={{ margin: 0 }}>
          {text.mergeSays}
        </p>
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending || !other}>
            {text.mergeDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
