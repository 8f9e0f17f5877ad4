import type { FindingKind } from '#model/finding.ts';
import type { SpeakerView } from '#model/pages.ts';

/** What words most often are, with the key for it; what is finer is chosen in the form. */
export const MARKS = [
  { key: 'n', name: 'need', kind: 'need' },
  { key: 'p', name: 'promise', kind: 'commitment' },
  { key: 't', name: 'matters', kind: 'trait.value' },
  { key: 'b', name: 'belief', kind: 'belief.true' },
] as const satisfies { key: string; name: string; kind: FindingKind }[];

/** Whose it is, as far as that can be guessed: what we say of a need, a value or a belief is about the one we talk with. */
export function whoseIsIt(speakers: SpeakerView[], spoke: number, kind: FindingKind): number {
  if (kind === 'commitment' || kind === 'request') return spoke;
  if (speakers.find((speaker) => speaker.i === spoke)?.side !== 'us') return spoke;
  const others = speakers.filter((speaker) => speaker.side !== 'us');
  return others.length === 1 ? (others[0]?.i ?? spoke) : spoke;
}
