import { useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** Does something and shows what became of it; what was refused is said. `busy` while it is on its way. Gives back whether it was done. */
export function useAct(): { busy: boolean; act: (run: () => Promise<unknown>) => Promise<boolean> } {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const act = async (run: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await run();
      await refresh();
      return true;
    } catch (error) {
      toast(sayTrouble(error, text));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}
