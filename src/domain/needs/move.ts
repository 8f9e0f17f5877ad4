import type { Place } from '#model/need.ts';
import { isForest, type Move, moved } from '#model/need-places.ts';
import { Refusal } from '#model/refusal.ts';
import { remember } from '../audit.ts';
import { type Scope, wholly } from '../scope.ts';
import { lockNeed, placesOf, putPlaces } from './lock.ts';

/**
 * Hang a need elsewhere, or say how deep it goes; `moved` (model) says what follows. Where everything that moved hung before, so that it can be
 * put back. @throws Refusal `missing.need`, `need.circle`.
 */
export function moveNeed(scope: Scope, move: Move): Promise<{ before: Place[] }> {
  return wholly(scope, async (change) => {
    const need = await lockNeed(change, move.id);
    if (move.parentId) {
      const parent = await lockNeed(change, move.parentId);
      if (parent.personId !== need.personId) throw circle();
    }
    const all = await placesOf(change, need.personId);
    const after = moved(all, move);
    if (!after) throw circle();
    await putPlaces(change, after);
    if (after.length > 0) await remember(change, { action: 'need.moved', about: 'need', id: move.id, detail: { needs: after.length } });
    return { before: all.filter((place) => after.some((one) => one.id === place.id)) };
  });
}

/**
 * Put needs where these say, all at once: how a move is taken back. Refused whole where what comes of it is no ladder any more, because somebody
 * moved things since. @throws Refusal `missing.need`, `need.circle`, `conflict.ladder`.
 */
export function arrangeNeeds(scope: Scope, { places }: { places: Place[] }): Promise<void> {
  return wholly(scope, async (change) => {
    const [first] = places;
    if (!first) return;
    const { personId } = await lockNeed(change, first.id);
    const all = await placesOf(change, personId);
    if (places.some((place) => !all.some((one) => one.id === place.id))) throw circle();
    const given = new Map(places.map((place) => [place.id, place]));
    if (!isForest(all.map((one) => given.get(one.id) ?? one)))
      throw new Refusal('conflict.ladder', 'Somebody has moved these needs since. Look again.');
    await putPlaces(change, places);
    await remember(change, { action: 'need.moved', about: 'need', id: first.id, detail: { needs: places.length } });
  });
}

function circle(): Refusal {
  return new Refusal('need.circle', 'A need cannot hang under itself, nor under another person’s.');
}
