/** "Later" hides somebody for the rest of this day, on this machine alone: nothing is written down about it. */
interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = 'heed.later';

export function dayOf(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Who was put off today; yesterday's list is forgotten. */
export function putOff(shelf: Shelf, now: Date): Set<string> {
  const [day, ...ids] = (shelf.getItem(KEY) ?? '').split(' ');
  return new Set(day === dayOf(now) ? ids : []);
}

/** Puts somebody off, or takes that back; gives the new list. */
export function put(shelf: Shelf, now: Date, id: string, off: boolean): Set<string> {
  const ids = putOff(shelf, now);
  if (off) ids.add(id);
  else ids.delete(id);
  shelf.setItem(KEY, [dayOf(now), ...ids].join(' '));
  return ids;
}

/** One who is not yet a person of ours is told apart by name. */
export function keyOf(person: { id: string | null; name: string }): string {
  return person.id ?? encodeURIComponent(person.name);
}
