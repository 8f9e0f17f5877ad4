import { useQuery } from '@tanstack/react-query';
import { useText } from '../messages/use-text.ts';
import { queries } from '../query/api.ts';
import { sessionQuery, signUp } from '../query/session.ts';
import { Brand } from '../ui/brand.tsx';
import { AccountForm } from './account-form.tsx';

export function FirstAccount() {
  const text = useText().session;
  const { data } = useQuery(sessionQuery);
  return (
    <main className="alone">
      <div>
        <Brand height={30} />
        <h1 style={{ marginTop: 30 }}>{text.firstTitle}</h1>
        <p className="m" style={{ marginTop: 4 }}>
          {text.firstWhy}
        </p>
        <AccountForm
          withToken={data?.setup.token ?? false}
          button={text.makeAccount}
          onMade={async (account) => {
            await signUp(account);
            await queries.resetQueries();
          }}
        />
      </div>
    </main>
  );
}
