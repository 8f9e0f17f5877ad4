import { sql } from 'kysely';
import type { Hints } from '#understanding/read/reader.ts';
import type { Place } from '../scope.ts';
import { firstOf } from '../statement.ts';

/** What the workspace knows that a file does not say: where local times are, and in which order people there write a date. */
export async function hintsOf(place: Place): Promise<Hints & { zone: string }> {
  const row = await firstOf(place.db, sql<{ zone: string }>`select zone from workspaces where workspace_id = ${place.workspaceId}`);
  const zone = row?.zone ?? 'UTC';
  return { zone, dayFirst: !MONTH_FIRST.test(zone) };
}

// The United States and its neighbours write the month first; Latin America, in the same zones' family, does not.
const MONTH_FIRST =
  /^(US\/|America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Nome|Indiana|Kentucky|North_Dakota|Menominee|Adak)|Pacific\/Honolulu)/;
