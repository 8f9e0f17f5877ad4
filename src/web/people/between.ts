/** What one row says is between us: the one thing that matters most, and how loud. */
import type { PersonRow } from '#model/pages.ts';
import type { Text } from '../messages/language.ts';

export interface Between {
  says: string;
  tone: 'wait b' | 'm' | 'f';
}

export function betweenUs(
  row: Pick<PersonRow, 'weOwe' | 'theyOwe' | 'openFindings' | 'falseBeliefs'>,
  text: Text['people'],
): Between | null {
  if (row.weOwe > 0) return { says: text.youOwe(row.weOwe), tone: 'wait b' };
  if (row.falseBeliefs > 0) return { says: text.toRepair, tone: 'wait b' };
  if (row.openFindings > 0) return { says: text.waiting(row.openFindings), tone: 'm' };
  if (row.theyOwe > 0) return { says: text.theyOwe(row.theyOwe), tone: 'm' };
  return null;
}
