import { useId, useState } from 'react';
import { mayAct, ROLES, type Role } from '#model/member.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

const DAYS = [1, 3, 7, 30];

/** A link for somebody new: made here, shown once, sent by hand. */
export function Invite({ onClose }: { onClose: () => void }) {
  const text = useSettingsText();
  const { shell } = useText();
  const mine = useSession().member?.role ?? 'guest';
  const [role, setRole] = useState<Role>('member');
  const [days, setDays] = useState(7);
  const [url, setUrl] = useState<string | null>(null);
  const { sending, wrong, send } = useSending(async () => {
    setUrl((await ask.members.invite({ role, days })).url);
    await refresh();
  });
  return (
    <Dialog title={text.inviteTitle} onClose={onClose}>
      {url ? (
        <Link url={url} onClose={onClose} />
      ) : (
        <form className="form" onSubmit={send}>
          <p className="m">{text.inviteWhy}</p>
          <Choose
            label={text.asRole}
            value={role}
            onChange={(next) => setRole(next as Role)}
            options={ROLES.filter((one) => mayAct(mine, one)).map((one) => [one, text.roles[one]])}
          />
          <Choose
            label={text.forDays}
            value={String(days)}
            onChange={(next) => setDays(Number(next))}
            options={DAYS.map((n) => [String(n), text.days(n)])}
          />
          {wrong ? (
            <p className="hint harm" role="alert">
              {wrong}
            </p>
          ) : null}
          <div className="ends">
            <button type="button" className="btn q" onClick={onClose}>
              {shell.cancel}
            </button>
            <button type="submit" className="btn p" disabled={sending}>
              {text.makeLink}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Choose({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: [string, string][];
}) {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}

function Link({ url, onClose }: { url: string; onClose: () => void }) {
  const text = useSettingsText();
  return (
    <>
      <p className="m">{text.linkReady}</p>
      <div className="copy">
        <input className="field" readOnly aria-label={text.link} value={url} onFocus={(event) => event.target.select()} />
        <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(url).then(() => toast(text.copied))}>
          {text.copy}
        </button>
      </div>
      <div className="ends">
        <button type="button" className="btn p" onClick={onClose}>
          {text.done}
        </button>
      </div>
    </>
  );
}
