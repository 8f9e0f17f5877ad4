import { useState } from 'react';
import type { PersonPage } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useOfferedKinds } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { KindToggles } from '../ui/kind-toggles.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

function wordsOf({ name, roleTitle, organisation, pronouns, emails, kinds }: PersonPage) {
  return { name, roleTitle, organisation: organisation?.name ?? '', pronouns: pronouns ?? '', emails, kinds };
}

/** Name, role, organisation, kinds, pronouns and addresses; the toast takes all of it back. */
export function ChangePerson({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const { people: text, shell } = useText();
  const before = wordsOf(person);
  const [words, setWords] = useState(before);
  const [emails, setEmails] = useState(person.emails.join(', '));
  const offered = useOfferedKinds();
  const { sending, wrong, send } = useSending(async () => {
    await ask.people.change({ id: person.id, ...words, name: words.name.trim(), emails: emails.split(/[\s,;]+/).filter(Boolean) });
    toast(text.changed, () => ask.people.change({ id: person.id, ...before }).then(refresh));
    await refresh();
    onClose();
  });
  const field = (name: 'name' | 'roleTitle' | 'organisation' | 'pronouns') => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) => setWords({ ...words, [name]: event.target.value }),
  });
  return (
    <Dialog title={text.changeTitle(person.name)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Field label={text.name} required {...field('name')} />
        <Field label={text.does} {...field('roleTitle')} />
        <Field label={text.organisation} {...field('organisation')} />
        <Field label={text.pronouns} hint={text.pronounsHint} {...field('pronouns')} />
        <Field label={text.email} value={emails} onChange={(event) => setEmails(event.target.value)} />
        <KindToggles
          label={text.kinds}
          offered={[...new Set([...offered, ...person.kinds])]}
          chosen={words.kinds}
          onChange={(kinds) => setWords({ ...words, kinds })}
        />
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
            {shell.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
