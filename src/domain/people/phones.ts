import { sql } from 'kysely';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Place } from '../scope.ts';
import { firstOf, rowsOf } from '../statement.ts';
import { countryOfZone } from './zones.ts';

/** A number as it is dialled from anywhere (E.164: +441632960417); null where it cannot be read. `country` is ISO 3166, for numbers without one of their own. */
export function e164Of(phone: string, country: string | null): string | null {
  const known = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const read = parsePhoneNumberFromString(phone, known);
  return read?.isPossible() ? read.number : null;
}

/**
 * The country that a number without one is of: that of the numbers it stands beside, else that of the workspace's zone, else the commonest among
 * the numbers the workspace has. Null when none of these says.
 */
export async function countryFor(place: Pick<Place, 'db' | 'workspaceId'>, beside: string[] = []): Promise<string | null> {
  for (const phone of beside) {
    const country = countryOf(phone);
    if (country) return country;
  }
  const row = await firstOf(
    place.db,
    sql<{ zone: string }>`select w.zone from workspaces w where w.workspace_id = ${place.workspaceId} and w.id = ${place.workspaceId}`,
  );
  return countryOfZone(row?.zone ?? '') ?? commonest(place);
}

/** Of a number that says it; where several share a code, the one that has most of it. */
function countryOf(phone: string): string | null {
  const read = parsePhoneNumberFromString(phone);
  return read?.country ?? read?.getPossibleCountries()[0] ?? null;
}

const SAMPLE = 200;

async function commonest(place: Pick<Place, 'db' | 'workspaceId'>): Promise<string | null> {
  const numbers = await rowsOf(
    place.db,
    sql<{ e164: string }>`select h.e164 from person_phones h where h.workspace_id = ${place.workspaceId} and h.e164 <> '' limit ${SAMPLE}`,
  );
  const counted = new Map<string, number>();
  for (const { e164 } of numbers) {
    const country = countryOf(e164);
    if (country) counted.set(country, (counted.get(country) ?? 0) + 1);
  }
  return [...counted].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0] ?? null;
}
