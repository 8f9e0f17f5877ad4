import type { Board, DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, queries, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { movedOn } from './walk-board.ts';

/** Moves a deal to another stage at once; when that could not be kept it stands where it stood, and says why. */
export function useMove(): (deal: Pick<DealRow, 'id' | 'title' | 'stage'>, to: { id: string; name: string }) => Promise<void> {
  const text = useDealsText();
  const all = useText();
  return async ({ id, title, stage: from }, to) => {
    if (from.id === to.id) return;
    const show = (stageId: string) =>
      queries.setQueriesData<Board>({ queryKey: [['deals', 'board']] }, (board) =>
        board ? { ...board, stages: movedOn(board.stages, id, stageId) } : board,
      );
    show(to.id);
    try {
      await ask.deals.change({ id, stageId: to.id });
      toast(text.moved(title, to.name), async () => {
        show(from.id);
        await ask.deals.change({ id, stageId: from.id });
        toast(text.movedBack(title, from.name));
        await refresh();
      });
    } catch (error) {
      show(from.id);
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
}
