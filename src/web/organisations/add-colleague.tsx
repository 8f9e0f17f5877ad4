import './sheet.ts';
import { useState } from 'react';
import type { OrganisationPage } from '#model/organisation.ts';
import { PersonField } from '../conversations/person-field.tsx';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { changePlaces } from './use-places.ts';

/** Somebody we know, or somebody new, belongs here. */
export function AddColleague({ page, onClose }: { page: OrganisationPage; onClose: () => void }) {
  const text = useOrganisationsText();
  const { people, shell } = useText();
  const [who, setWho] = useState<{ id: string | null; name: string }[]>([]);
  const [typing, setTyping] = useState('');
  const [roleTitle, setRoleTitle] = useState('');
  const { sending, wrong, send } = useSending(async () => {
    const one = who[0] ?? { id: null, name: typing.trim() };
    if (one.id) {
      const { id } = one;
      await changePlaces({ id, name: one.name }, text.placed(one.name), () =>
        ask.affiliations.join({ personId: id, organisation: page.name, ...(roleTitle && { roleTitle }) }),
      );
    } else {
      await ask.people.add({ name: one.name, organisation: page.name, ...(roleTitle && { roleTitle }) });
      toast(people.added(one.name));
      await refresh();
    }
    onClose();
  });
  return (
    <Dialog title={text.addPerson} onClose={onClose}>
      <form className="form w-line-form" onSubmit={send}>
        <PersonField
          label={people.name}
          hint={text.lineWho}
          wrong={null}
          who={who}
          typing={typing}
          onTyping={setTyping}
          onWho={(all) => {
            setWho(all.slice(-1));
            setTyping('');
          }}
        />
        <Field label={text.does} maxLength={200} value={roleTitle} onChange={(event) => setRoleTitle(event.target.value)} />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending || (who.length === 0 && !typing.trim())}>
            {text.adding}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
