import type { DealPage } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { ask } from '../query/api.ts';
import { useDeed } from './use-deed.ts';

/** They said yes, it ended, or it goes on after all; the toast puts it back as it was. */
export function useEnd(page: DealPage): (how: 'won' | 'lost' | null, why?: string) => Promise<boolean> {
  const text = useDealsText();
  const deed = useDeed();
  const put = (how: 'won' | 'lost' | null, why: string) =>
    how ? ask.deals.end({ id: page.id, how, ...(why.trim() && { why }) }) : ask.deals.reopen({ id: page.id });
  const before = page.wonAt ? 'won' : page.lostAt ? 'lost' : null;
  return (how, why = '') =>
    deed({
      does: () => put(how, why),
      says: how === 'won' ? text.toastWon(page.title) : how === 'lost' ? text.toastLost(page.title) : text.toastOpen(page.title),
      undo: () => put(before, page.endedWhy),
    });
}
