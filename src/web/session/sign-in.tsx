import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { signIn } from '../query/session.ts';
import { Brand } from '../ui/brand.tsx';
import { Field } from '../ui/field.tsx';
import { useSending } from '../ui/use-sending.ts';

export function SignIn() {
  const text = useText().session;
  const hour = new Date().getHours();
  return (
    <main className="alone">
      <div>
        <Brand height={30} />
        <h1 style={{ marginTop: 30 }}>{hour < 12 ? text.morning : hour < 18 ? text.afternoon : text.evening}</h1>
        <p className="m" style={{ marginTop: 4 }}>
          {text.ownHeed}
        </p>
        <SignInForm />
        <details className="t13" style={{ marginTop: 16 }}>
          <summary className="link" style={{ cursor: 'pointer', width: 'fit-content' }}>
            {text.cannotGetIn}
          </summary>
          <p className="m" style={{ marginTop: 8 }}>
            {text.cannotGetInWhy}
          </p>
        </details>
        <p className="t13 f" style={{ marginTop: 48, borderTop: '1px solid var(--line)', paddingTop: 14 }}>
          {text.promise}
        </p>
      </div>
    </main>
  );
}

/** The form alone; the page of an invitation shows it too. */
export function SignInForm() {
  const text = useText().session;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { sending, wrong, send } = useSending(() => signIn(email.trim(), password));
  return (
    <form className="form" style={{ marginTop: 24 }} onSubmit={send}>
      <Field
        label={text.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={text.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        wrong={wrong}
      />
      <button type="submit" className="btn p" style={{ height: 40 }} disabled={sending}>
        {text.signIn}
      </button>
    </form>
  );
}
