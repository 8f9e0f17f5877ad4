import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mayAct } from '#model/member.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { enter, useSession } from '../query/session.ts';
import { WorkspaceFields } from '../session/workspace-fields.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { SettingsFrame } from './frame.tsx';

export function WorkspaceWords() {
  const text = useSettingsText();
  const { workspace, member } = useSession();
  return (
    <SettingsFrame title={text.workspace}>
      <h1>{text.workspaceTitle}</h1>
      <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
        {text.workspaceWhy}
      </p>
      {workspace && member ? (
        mayAct(member.role, 'admin') ? (
          <Words key={workspace.id} />
        ) : (
          <p style={{ marginTop: 16 }}>{text.onlyAdmins}</p>
        )
      ) : null}
      {member?.role === 'owner' && !workspace?.isSample ? (
        <p className="t13" style={{ marginTop: 32 }}>
          <Link className="link" to="/workspaces/new">
            {text.newWorkspace}
          </Link>
        </p>
      ) : null}
    </SettingsFrame>
  );
}

function Words() {
  const text = useSettingsText();
  const { shell } = useText();
  const { workspace } = useSession();
  if (!workspace) throw new Error('a member without a workspace');
  const { name, whatWeDo, mission, personKinds, locale, zone, currency } = workspace;
  const before = { name, whatWeDo, mission, personKinds, locale, zone, currency };
  const [words, setWords] = useState(before);
  const { sending, wrong, send } = useSending(async () => {
    enter(await ask.workspaces.change({ ...words, currency: words.currency.trim().toUpperCase() }));
    toast(text.saved, async () => {
      setWords(before);
      enter(await ask.workspaces.change(before));
    });
  });
  return (
    <form className="form" style={{ marginTop: 20, maxWidth: 520 }} onSubmit={send}>
      <WorkspaceFields words={words} onChange={(said) => setWords({ ...words, ...said })} />
      <Field
        label={text.zone}
        hint={text.zoneHint}
        list="zones"
        value={words.zone}
        onChange={(event) => setWords({ ...words, zone: event.target.value })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Field
        label={text.currency}
        hint={text.currencyHint}
        required
        maxLength={3}
        pattern="[A-Za-z]{3}"
        value={words.currency}
        onChange={(event) => setWords({ ...words, currency: event.target.value })}
      />
      {wrong ? (
        <p className="hint harm" role="alert" style={{ margin: 0 }}>
          {wrong}
        </p>
      ) : null}
      <p>
        <button type="submit" className="btn p" disabled={sending}>
          {shell.save}
        </button>
      </p>
    </form>
  );
}
