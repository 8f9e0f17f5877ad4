import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import type { NewAccount } from '../query/session.ts';
import { Field } from '../ui/field.tsx';
import { useSending } from '../ui/use-sending.ts';

const SHORTEST = 12;

/** Name, e-mail and password of somebody new. */
export function AccountForm({
  withToken = false,
  button,
  onMade,
}: {
  withToken?: boolean;
  button: string;
  onMade: (account: NewAccount) => Promise<void>;
}) {
  const text = useText().session;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [setupToken, setSetupToken] = useState('');
  const [left, setLeft] = useState(false);
  const missing = Math.max(0, SHORTEST - password.length);
  const { sending, wrong, send } = useSending(() =>
    onMade({ name: name.trim(), email: email.trim(), password, ...(withToken && { setupToken: setupToken.trim() }) }),
  );
  return (
    <form
      className="form"
      style={{ marginTop: 24 }}
      onSubmit={(event) => {
        setLeft(true);
        if (missing > 0) event.preventDefault();
        else send(event);
      }}
    >
      <Field label={text.name} autoComplete="name" required value={name} onChange={(event) => setName(event.target.value)} />
      <Field
        label={text.email}
        type="email"
        autoComplete="username"
        required
        hint={text.emailWhy}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={text.password}
        type="password"
        autoComplete="new-password"
        required
        hint={text.passwordWhy}
        wrong={left && missing > 0 ? text.passwordShort(missing) : null}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        onBlur={() => setLeft(password.length > 0)}
      />
      {withToken ? (
        <Field
          label={text.setupToken}
          required
          hint={text.setupTokenWhy}
          value={setupToken}
          onChange={(event) => setSetupToken(event.target.value)}
        />
      ) : null}
      {wrong ? (
        <p className="hint harm" role="alert" style={{ margin: 0 }}>
          {wrong}
        </p>
      ) : null}
      <button type="submit" className="btn p" style={{ height: 40 }} disabled={sending}>
        {button}
      </button>
    </form>
  );
}
