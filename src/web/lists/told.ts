/** What a change to many did, in words. Pure but for the catalogue it is given. */
import type { BulkTold } from '#model/bulk.ts';
import type { PersonKind } from '#model/person.ts';
import type { lists } from '../messages/en/lists.ts';
import type { Text } from '../messages/language.ts';

type Told = Pick<BulkTold, 'what' | 'name' | 'to' | 'taken'>;

export function toldOf({ what, name, to, taken }: Told, text: typeof lists, kinds: Text['kinds']): string {
  const { told } = text;
  if (what === 'tag' || what === 'untag') return told[what](name);
  if (what === 'kind') return (taken ? told.kindTaken : told.kindGiven)(kinds.many[to as PersonKind] ?? to);
  if (what === 'owner') return name ? told.owner(name) : told.ownerNone;
  if (what === 'closeness') return to ? told.closeness(text.close[Number(to) as 1 | 2 | 3 | 4]) : told.closenessNone;
  if (what === 'field') return taken ? told.fieldNone(name) : to ? told.field(name, to) : told.fieldSome(name);
  if (what === 'contact') return taken ? told.contactYes : told.contactNo;
  return told[what](name, to);
}
