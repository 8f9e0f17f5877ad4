import { moved } from '#model/need-places.ts';
import type { NeedView } from '#model/pages.ts';

/** What a need may hang under: not itself, nor what hangs under it. */
export function parentsFor(needs: readonly NeedView[], need: NeedView | undefined): NeedView[] {
  return need ? needs.filter((one) => moved(needs, { id: need.id, parentId: one.id }) !== null) : [...needs];
}
