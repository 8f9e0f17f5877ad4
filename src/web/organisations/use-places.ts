import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

interface Who {
  id: string;
  name: string;
}

/** Changes where somebody belongs; the toast puts all their places back as they stood. @throws what the server refuses. */
export async function changePlaces(who: Who, says: string, deed: () => Promise<unknown>): Promise<void> {
  const { affiliations } = await ask.affiliations.ofPerson({ id: who.id });
  await deed();
  toast(says, () => ask.affiliations.putBack({ personId: who.id, affiliations }).then(refresh));
  await refresh();
}

/** The same from a menu: what is refused is said in a toast. */
export function usePlaces(): (who: Who, deed: () => Promise<unknown>, says?: string) => Promise<void> {
  const all = useText();
  const text = useOrganisationsText();
  return async (who, deed, says = text.placed(who.name)) => {
    try {
      await changePlaces(who, says, deed);
    } catch (error) {
      toast(sayTrouble(error, all));
      await refresh();
    }
  };
}
