import type { Board, DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, queries, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { dismiss, toast } from '../ui/toasts.ts';
import { movedOn } from './walk-board.ts';

const BOARD = [['deals', 'board']];

/** Moves a deal to another stage at once; when that could not be kept it stands where it stood, and says why. */
export function useMove(): (deal: Pick<DealRow, 'id' | 'title' | 'stage'>, to: { id: string; name: string }) => Promise<void> {
  const text = useDealsText();
  const all = useText();
  return async ({ id, title, stage: from }, to) => {
    if (from.id === to.id) return;
    // An answer that is on its way would show it where it stood.
    await queries.cancelQueries({ queryKey: BOARD });
    const show = (stageId: string) =>
      queries.setQueriesData<Board>({ queryKey: BOARD }, (board) =>
        board ? { ...board, stages: movedOn(board.stages, id, stageId) } : board,
      );
    show(to.id);
    const kept = ask.deals.change({ id, stageId: to.id });
    // Said at once: z right after a move takes back that move and not the one before it.
    const said = toast(text.moved(title, to.name), async () => {
      await kept;
      show(from.id);
      await ask.deals.change({ id, stageId: from.id });
      toast(text.movedBack(title, from.name));
      await refresh();
    });
    try {
      await kept;
    } catch (error) {
      dismiss(said);
      show(from.id);
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
}
