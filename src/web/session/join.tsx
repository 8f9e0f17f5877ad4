import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { api, ask, queries } from '../query/api.ts';
import { enter, sessionQuery, signUp } from '../query/session.ts';
import { isMissing } from '../query/trouble.ts';
import { Brand } from '../ui/brand.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSending } from '../ui/use-sending.ts';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { AccountForm } from './account-form.tsx';
import { SignInForm } from './sign-in.tsx';

/** The page behind an invitation link. */
export function Join() {
  const text = useText().session;
  const { token } = useParams({ from: '/join/$token' });
  const session = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(api.invitations.look.queryOptions({ input: { token } }));
  if (error && !isMissing(error)) return <Trouble error={error} again={() => void refetch()} />;
  if (!session.data || (!data && !error)) return <Waiting rows={1} />;
  return (
    <main className="alone">
      <div>
        <Brand height={30} />
        <h1 style={{ marginTop: 30 }}>{data?.usable ? text.joinTitle(data.workspace) : text.joinGone}</h1>
        {data?.usable ? (
          <>
            <p className="m" style={{ marginTop: 4 }}>
              {text.joinRole[data.role]} {text.joinUntil} <When at={data.expiresAt} as="day" />.
            </p>
            <Ways token={token} signedInAs={session.data.account?.name ?? null} />
          </>
        ) : (
          <p className="m" style={{ marginTop: 4 }}>
            {text.joinGoneWhy}
          </p>
        )}
      </div>
    </main>
  );
}

function Ways({ token, signedInAs }: { token: string; signedInAs: string | null }) {
  const text = useText().session;
  const navigate = useNavigate();
  const [known, setKnown] = useState(false);
  const accept = async () => {
    enter(await ask.invitations.accept({ token }));
    await navigate({ to: '/' });
  };
  const { sending, wrong, send } = useSending(accept);
  if (signedInAs)
    return (
      <div className="form" style={{ marginTop: 24 }}>
        <button type="button" className="btn p" style={{ height: 40 }} disabled={sending} onClick={() => send()}>
          {text.joinAs(signedInAs)}
        </button>
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
      </div>
    );
  return (
    <>
      <p className="row" style={{ marginTop: 20 }}>
        <button type="button" className="toggle" aria-pressed={!known} onClick={() => setKnown(false)}>
          {text.joinNew}
        </button>
        <button type="button" className="toggle" aria-pressed={known} onClick={() => setKnown(true)}>
          {text.joinKnown}
        </button>
      </p>
      {known ? (
        <SignInForm />
      ) : (
        <AccountForm
          button={text.join}
          onMade={async (account) => {
            await signUp({ ...account, invitation: token });
            await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
            await accept();
          }}
        />
      )}
    </>
  );
}
