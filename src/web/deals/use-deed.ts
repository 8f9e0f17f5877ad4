import { useText } from '../messages/use-text.ts';
import { refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

interface Deed {
  does: () => Promise<unknown>;
  says: string;
  undo: () => Promise<unknown>;
}

/** Does a thing at once, says so with a way back, and says why when it could not be done. Whether it was done. */
export function useDeed(): (deed: Deed) => Promise<boolean> {
  const all = useText();
  return async ({ does, says, undo }) => {
    try {
      await does();
      toast(says, () => undo().then(refresh));
      return true;
    } catch (error) {
      toast(sayTrouble(error, all));
      return false;
    } finally {
      await refresh();
    }
  };
}
