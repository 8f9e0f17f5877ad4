import { confidenceWord } from '#model/finding.ts';
import type { FindingView, NameRef } from '#model/pages.ts';

export type Decision = 'confirm' | 'reject';

function isOpen(finding: FindingView): boolean {
  return finding.confirmedBy === null && finding.rejectedBy === null;
}

/** So many are looked through in one go, however unsure they are. */
const LEAD = 12;
/** As sure as a member is of a note of their own. */
const NOTED = 1;

/**
 * Of what waits, that which need not be looked at: what Heed itself is unsure of, beyond the surest few. Deciding about one moves no other in or
 * out, so the list ends where it was seen to end.
 */
export function lessSure(findings: FindingView[]): ReadonlySet<string> {
  const suggested = findings.filter(({ p }) => p < NOTED).sort((a, b) => b.p - a.p || a.turn - b.turn || a.from - b.from);
  return new Set(
    suggested
      .slice(LEAD)
      .filter((finding) => isOpen(finding) && confidenceWord(finding.p) === 'unsure')
      .map(({ id }) => id),
  );
}

/** What waits, in the order it was said: the eye goes down the transcript once. */
export function waiting(findings: FindingView[]): FindingView[] {
  return findings.filter(isOpen).sort((a, b) => a.turn - b.turn || a.from - b.from);
}

/** What the tray stands on: the chosen one while it waits, else the first that waits. */
export function currentOf(findings: FindingView[], chosen: string | null): FindingView | null {
  const open = waiting(findings);
  return open.find((finding) => finding.id === chosen) ?? open[0] ?? null;
}

/** One further or back; stays at the ends. */
export function stepped(findings: FindingView[], chosen: string | null, by: 1 | -1): string | null {
  const open = waiting(findings);
  const at = open.findIndex((finding) => finding.id === (currentOf(findings, chosen)?.id ?? ''));
  return open[Math.max(0, Math.min(open.length - 1, at + by))]?.id ?? null;
}

/** Where the tray goes when `id` is decided: the next that was said, or the one before when it was the last. */
export function afterDeciding(findings: FindingView[], id: string): string | null {
  const open = waiting(findings);
  const at = open.findIndex((finding) => finding.id === id);
  return (open[at + 1] ?? open[at - 1])?.id ?? null;
}

/** The findings as they will be, before the server has said so. */
export function decided(findings: FindingView[], id: string, decision: Decision, by: NameRef): FindingView[] {
  return findings.map((finding) =>
    finding.id === id
      ? { ...finding, confirmedBy: decision === 'confirm' ? by : null, rejectedBy: decision === 'reject' ? by : null }
      : finding,
  );
}

export function reopened(findings: FindingView[], id: string): FindingView[] {
  return findings.map((finding) => (finding.id === id ? { ...finding, confirmedBy: null, rejectedBy: null } : finding));
}

export function replaced(findings: FindingView[], with_: FindingView): FindingView[] {
  return findings.map((finding) => (finding.id === with_.id ? with_ : finding));
}

export function without(findings: FindingView[], id: string): FindingView[] {
  return findings.filter((finding) => finding.id !== id);
}

/** One more, where it was said. */
export function added(findings: FindingView[], one: FindingView): FindingView[] {
  return [...without(findings, one.id), one].sort((a, b) => a.turn - b.turn || a.from - b.from);
}

export interface TrayCount {
  all: number;
  left: number;
  confirmed: number;
  rejected: number;
}

export function countOf(findings: FindingView[]): TrayCount {
  const confirmed = findings.filter((finding) => finding.confirmedBy !== null).length;
  const rejected = findings.filter((finding) => finding.confirmedBy === null && finding.rejectedBy !== null).length;
  return { all: findings.length, left: findings.length - confirmed - rejected, confirmed, rejected };
}
