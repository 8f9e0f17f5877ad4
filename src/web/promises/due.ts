import type { PromiseView } from '#model/pages.ts';

const DAY = 86_400_000;

/** Whole days from today to the due day, by the calendar of this machine; null without a day. Minus is late. */
export function daysUntil(dueOn: string | null, today: Date): number | null {
  if (!dueOn) return null;
  const [year, month, day] = dueOn.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) return null;
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.UTC(year, month - 1, day) - from) / DAY);
}

export function isLate(promise: Pick<PromiseView, 'dueOn' | 'keptAt'>, today: Date): boolean {
  const days = daysUntil(promise.dueOn, today);
  return promise.keptAt === null && days !== null && days < 0;
}

/** Ours is what one of us owes. */
export function isOurs(promise: PromiseView): boolean {
  return promise.by.kind === 'member';
}

/** The nearest first, those without a day last, as they were made. */
export function nearestFirst(promises: PromiseView[]): PromiseView[] {
  return [...promises].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.createdAt.localeCompare(b.createdAt));
}

/** Of those that were kept the newest first. */
export function newestKeptFirst(promises: PromiseView[]): PromiseView[] {
  return [...promises].sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''));
}

/** How a promise stands, with how many days beside it. */
export type Standing = { is: 'late' | 'today' | 'tomorrow' | 'soon' | 'later'; days: number } | { is: 'undated' };

export function standingOf(dueOn: string | null, today: Date): Standing {
  const days = daysUntil(dueOn, today);
  if (days === null) return { is: 'undated' };
  if (days < 0) return { is: 'late', days: -days };
  if (days === 0) return { is: 'today', days };
  if (days === 1) return { is: 'tomorrow', days };
  return { is: days < 7 ? 'soon' : 'later', days };
}

/** What became of a kept one: on the day, or days late. */
export function keptHow(promise: PromiseView): { late: number } | null {
  if (!promise.keptAt) return null;
  const days = daysUntil(promise.dueOn, new Date(promise.keptAt));
  return { late: days !== null && days < 0 ? -days : 0 };
}

export interface PromiseCount {
  late: number;
  today: number;
  tomorrow: number;
  ours: number;
  theirs: number;
}

export function countOf(open: PromiseView[], today: Date): PromiseCount {
  const standing = open.map((promise) => standingOf(promise.dueOn, today).is);
  const ours = open.filter(isOurs).length;
  const count = (is: Standing['is']) => standing.filter((one) => one === is).length;
  return { late: count('late'), today: count('today'), tomorrow: count('tomorrow'), ours, theirs: open.length - ours };
}

/** Before the server has said so: kept now, or open again. */
export function marked(promises: PromiseView[], id: string, keptAt: string | null): PromiseView[] {
  return promises.map((promise) => (promise.id === id ? { ...promise, keptAt } : promise));
}
