import type { Keyed } from './external.ts';
import { type PersonRow, sha } from './staged.ts';

/** Free text about somebody is kept as a note with them. */
export function aboutKeyOf(row: PersonRow): Keyed {
  const who = row.externalId ?? row.data.emails?.[0]?.match ?? row.matchKey;
  return { source: row.source, externalObject: 'about', externalId: sha([row.externalObject, who, row.data.about]) };
}
