import { useText } from '../messages/use-text.ts';
import { refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** Do one thing at once, say that it is done with a way back, and draw what follows; what goes wrong is said. */
export function useSettle(): (what: () => Promise<unknown>, says: string, undo: (() => unknown) | null) => void {
  const text = useText();
  return (what, says, undo) => {
    void what()
      .then(() => toast(says, undo))
      .catch((error: unknown) => toast(sayTrouble(error, text)))
      .then(refresh);
  };
}
