import type { ListeningReport } from '#model/listening.ts';
import type { GoldenTalk } from '#understanding/golden/talk.ts';
import { understand } from '#understanding/understand.ts';
import { talk } from './talk.ts';

/** A golden talk as the rules understand it; Ana is us, and it is a Tuesday. */
export function understood(turns: GoldenTalk): ListeningReport {
  return understand(talk(turns.map(({ who, says }) => [who, says])), { zone: 'Europe/Amsterdam' }).report;
}

/** The acts of a turn; "other" says nothing. */
export function actsIn(report: ListeningReport, turn: number): string[] {
  const acts = report.turns[turn]?.acts ?? [];
  return [...new Set(acts.filter(({ act }) => act !== 'other').map(({ act }) => act))];
}

/** The findings of a turn, with their day where there is one. */
export function findingsIn({ findings }: ListeningReport, at: number): string[] {
  return [...new Set(findings.filter(({ turn }) => turn === at).map(({ kind, due }) => (due ? `${kind}@${due}` : kind)))];
}

export function words(line: string | undefined): string[] {
  return (line ?? '').split(' ').filter(Boolean);
}
