import type { TieView } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** Takes a line away; the toast draws it again. */
export function useUntie(): (tie: TieView) => Promise<void> {
  const all = useText();
  const text = useOrganisationsText();
  return async ({ id, from, to, kind, closeness, note }) => {
    try {
      await ask.ties.remove({ id });
      toast(text.lineRemoved, () => ask.ties.add({ fromId: from.id, toId: to.id, kind, closeness, note }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
}
