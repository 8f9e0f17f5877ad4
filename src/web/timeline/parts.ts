import type { TimelinePart } from '#model/timeline.ts';

/** What one can narrow the line of time to. */
export const SHOWN = ['all', 'conversations', 'notes', 'promises', 'files'] as const;
export type Shown = (typeof SHOWN)[number];

/** As it is asked for; everything is asked for by naming nothing. */
export function kindsOf(shown: Shown): { kinds?: TimelinePart[] } {
  return shown === 'all' ? {} : { kinds: [shown] };
}

/** A size as people say it, in units of a thousand, as their computer does: "312 KB", "4.2 MB". */
export function sizeOf(bytes: number, locale: string): string {
  const [n, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: n < 10 && unit !== 'B' ? 1 : 0 }).format(n)} ${unit}`;
}
