import type { FindingView } from '#model/pages.ts';
import type { Text } from '../messages/language.ts';
import type { SpeakerNames } from './speaker-names.ts';

/** What a finding is, said in a few words: "A need · cause", "You promised", "Interest". */
export function findingLabel(finding: FindingView, names: SpeakerNames, text: Text): string {
  const said = text.findings;
  const who = names.of(finding.speaker);
  if (finding.kind === 'commitment') return who?.isYou ? said.youPromised : said.wePromised(names.short(finding.speaker));
  if (finding.kind === 'request') return said.theyAsked(names.short(finding.speaker));
  const kind = said.kind[finding.kind];
  const depth = finding.kind === 'need' && finding.depth != null ? said.depth[finding.depth] : null;
  return depth ? `${kind} · ${depth}` : kind;
}

/** Our own short wording of it, never a quote; null when there is none. `day` writes the day something is due. */
export function ownWords(finding: FindingView, text: Text, day: (iso: string) => string): string | null {
  const said = text.findings;
  if (finding.kind === 'commitment' || finding.kind === 'request') {
    // The day it comes to, where there is one; else as it was said, which has its own "by" or "before".
    const due = finding.due ? said.by(day(finding.due.slice(0, 10))) : finding.dueText;
    return finding.what ? [capitalised(finding.what), due].filter(Boolean).join(', ') : null;
  }
  if (finding.kind === 'feeling' && finding.feeling) return capitalised(finding.feeling);
  const words = finding.statement ?? finding.name;
  return words ? capitalised(words) : null;
}

/** What a belief is held against, as one line; null when it is nothing. */
export function againstWords({ against }: Pick<FindingView, 'against'>, text: Text): string | null {
  return against ? text.findings.against(against) : null;
}

/** Our wording as a line of its own begins with a capital; a quote is never touched. */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
