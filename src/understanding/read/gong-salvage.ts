import { textOf } from './json-loose.ts';
import { fillTimes, lossOfTimes, recordsIn } from './json-salvage.ts';
import { isNearly } from './mend.ts';
import type { Loss } from './reader.ts';

const SPOKEN = ['speakerId', 'topic', 'sentences', 'start', 'end', 'text', 'callId', 'transcript', 'calls', 'metaData'];
const PARTY = ['id', 'emailAddress', 'name', 'userId', 'affiliation', 'speakerId', 'interaction', 'parties'];

/** What a damaged file of Gong still says, in the shapes of a whole one; null when nothing was said in it. */
export interface Salvaged {
  /** One monologue a sentence. */
  transcript: { transcript: { speakerId: string; sentences: Record<string, unknown>[] }[] };
  parties: Record<string, unknown>[];
  losses: Loss[];
}

/** The sentences of one call, one by one, each with the speaker whose id stands last before it, and who the ids are. */
export function salvageGong(text: string): Salvaged | null {
  const records = recordsIn(text, SPOKEN, ['speakerId', 'start']);
  const mend = mendIds(records.map(({ speakerId }) => speakerId ?? ''));
  const spoken: { speakerId: string; record: Record<string, string> }[] = [];
  let speakerId = '';
  for (const record of records) {
    if (record.speakerId !== undefined) speakerId = mend(record.speakerId);
    if (record.text !== undefined) spoken.push({ speakerId, record });
  }
  if (spoken.length === 0) return null;
  const filled = fillTimes(
    spoken.map(({ record }) => record),
    'start',
    'end',
  );
  const monologues = spoken.map(({ speakerId: id, record }, i) => {
    const [start, end] = filled?.times[i] ?? [record.start, record.end];
    return { speakerId: id, sentences: [{ text: record.text, start, end }] };
  });
  const parties = recordsIn(text, PARTY, ['id'])
    .filter(({ name, speakerId: id }) => name !== undefined && id !== undefined)
    .map((party) => ({ ...party, speakerId: mend(textOf(party.speakerId) ?? '') }));
  return { transcript: { transcript: monologues }, parties, losses: filled ? lossOfTimes(filled.n) : [] };
}

/** Ids with a digit gone wrong are those of who speaks elsewhere in the file. */
function mendIds(ids: readonly string[]): (id: string) => string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const known = [...counts].filter(([id, n]) => n >= 3 && id.length >= 6 && !id.includes('\uFFFD')).map(([id]) => id);
  return (id) => (known.includes(id) ? id : (known.find((one) => isNearly(id, one, 2)) ?? id));
}
