import { useMutation, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useText } from '../messages/use-text.ts';
import { api, refresh } from '../query/api.ts';
import { enter, sessionQuery, useMay, useSession } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** What is true of every page just now: this is the sample; Heed does not answer. */
export function Banners() {
  const { workspace } = useSession();
  const { isRefetchError, refetch } = useQuery(sessionQuery);
  const offline = useSyncExternalStore(onConnection, () => !navigator.onLine);
  const text = useText();
  return (
    <>
      {offline || isRefetchError ? (
        <div className="banner trouble" role="status">
          <span>{text.shell.offline}</span>
          <button type="button" className="btn sm" onClick={() => void refetch().then(refresh)}>
            {text.shell.offlineAgain}
          </button>
        </div>
      ) : null}
      {workspace?.isSample ? <SampleBanner /> : null}
    </>
  );
}

function onConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

function SampleBanner() {
  const text = useText();
  const may = useMay('owner');
  const remove = useMutation(
    api.workspaces.removeSample.mutationOptions({
      onSuccess: (session) => {
        enter(session);
        toast(text.shell.sampleRemoved);
      },
      onError: (error) => void toast(sayTrouble(error, text)),
    }),
  );
  return (
    <div className="banner">
      <span>{text.shell.sample}</span>
      {may ? (
        <button type="button" className="btn sm" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {text.shell.sampleRemove}
        </button>
      ) : null}
    </div>
  );
}
