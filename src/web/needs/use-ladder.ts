import type { Place } from '#model/need.ts';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { focusSoon } from '../settings/use-draft.ts';
import { toast } from '../ui/toasts.ts';
import { before, calledNeed, type LadderRow } from './rows.ts';

export const gripId = (id: string) => `grip-${id}`;

interface To {
  parentId?: string | null;
  depth?: number;
}

/** What can be done with the needs of one person at once, each with its way back. */
export function useLadder(personId: string, needs: readonly NeedView[]) {
  const all = useText();
  const text = useNeedsText();
  const called = (id: string | null) => {
    const need = needs.find((one) => one.id === id);
    return need ? calledNeed(need, text.unworded) : null;
  };
  const tell = async (deed: () => Promise<void>, focus?: string) => {
    try {
      await deed();
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
    if (focus) focusSoon(gripId(focus));
  };
  const putBack = (places: Place[]) => ask.needs.arrange({ places }).then(refresh);

  const move = (need: NeedView, to: To) =>
    tell(async () => {
      const { before: places } = await ask.needs.move({ id: need.id, ...to });
      if (places.length === 0) return;
      const depth = to.depth ?? need.depth;
      const under = to.parentId === undefined ? need.parentId : to.parentId;
      // Hung under something deeper it went as deep: what is said is what is on screen after.
      const deep = Math.max(depth, to.depth === undefined ? (needs.find((one) => one.id === under)?.depth ?? 0) : 0);
      toast(text.moved(text.depth[deep] ?? '', called(under)), () => putBack(places));
    }, need.id);

  /** A question to ask them becomes a task of one's own. */
  const onList = (question: string) =>
    tell(async () => {
      const { id } = await ask.tasks.add({ what: question, personId });
      toast(text.onList, () => ask.tasks.remove({ id }).then(refresh));
    });

  return {
    called,
    move,
    onList,
    deeper: (need: NeedView) => (need.depth < 4 ? move(need, { depth: need.depth + 1 }) : Promise.resolve()),
    shallower: (need: NeedView) => (need.depth > 0 ? move(need, { depth: need.depth - 1 }) : Promise.resolve()),
    indent: (need: NeedView, rows: readonly LadderRow[]) => {
      const under = before(rows, need.id);
      if (under) return move(need, { parentId: under.id });
      toast(text.cannot);
      return Promise.resolve();
    },
    outdent: (need: NeedView) => {
      const parent = needs.find((one) => one.id === need.parentId);
      return parent ? move(need, { parentId: parent.parentId }) : Promise.resolve();
    },
    remove: (need: NeedView) =>
      tell(async () => {
        await ask.needs.remove({ id: need.id });
        toast(text.done.removed, () => ask.needs.restore({ id: need.id }).then(refresh));
      }),
    unheal: (need: NeedView) =>
      tell(async () => {
        await ask.needs.unheal({ id: need.id });
        toast(text.done.unhealed, () => ask.needs.heal({ id: need.id, what: need.healedWith }).then(refresh));
      }, need.id),
    unconfirm: (need: NeedView, id: string) =>
      tell(async () => {
        const was = await ask.needs.misunderstand({ needId: need.id, id });
        toast(text.done.notUnderstood, () => ask.needs.understand({ needId: need.id, ...was }).then(refresh));
      }, need.id),
  };
}

export type LadderDeeds = ReturnType<typeof useLadder>;
