import { useState } from 'react';
import type { PromiseView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { toast } from '../ui/toasts.ts';

/** Ticks a promise at once; when that could not be kept, it is as it was and says so. */
export function usePromiseTick(promise: PromiseView) {
  const text = useText().promises;
  const [shown, setShown] = useState<boolean | null>(null);
  const isKept = promise.keptAt !== null;
  const put = async (keep: boolean) => {
    setShown(keep);
    try {
      await (keep ? ask.promises.keep({ id: promise.id }) : ask.promises.reopen({ id: promise.id }));
      return true;
    } catch {
      setShown(null);
      toast(text.couldNot);
      return false;
    }
  };
  const kept = shown ?? isKept;
  const toggle = async () => {
    const keep = !kept;
    if (!(await put(keep))) return;
    toast(keep ? text.kept : text.reopened, async () => {
      await put(!keep);
      await refresh();
      setShown(null);
    });
    await refresh();
    setShown(null);
  };
  return { kept, toggle: () => void toggle() };
}
