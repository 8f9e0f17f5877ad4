import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { chooseLocale, speak } from '../messages/language.ts';
import { sessionQuery } from '../query/session.ts';
import { Shell } from '../shell/shell.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';

const SignIn = lazy(() => import('./sign-in.tsx').then((module) => ({ default: module.SignIn })));
const FirstAccount = lazy(() => import('./first-account.tsx').then((module) => ({ default: module.FirstAccount })));
const NewWorkspace = lazy(() => import('./new-workspace.tsx').then((module) => ({ default: module.NewWorkspace })));

/** Who may pass: an account first, then a workspace; then the shell with the screen in it. */
export function Gate() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const locale = session?.workspace?.locale;
  useEffect(() => {
    void speak(chooseLocale(locale));
  }, [locale]);
  if (!session) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />;
  if (session.account && session.workspace) return <Shell />;
  return (
    <Suspense fallback={<Waiting rows={1} />}>
      {session.account ? <NewWorkspace /> : session.setup.needed ? <FirstAccount /> : <SignIn />}
    </Suspense>
  );
}
