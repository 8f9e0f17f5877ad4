/** What just happened, with a way back. No "are you sure" anywhere: everything is done at once and can be undone. */
export interface Toast {
  id: number;
  says: string;
  undo: (() => unknown) | null;
}

const STAYS_MS = 8000;
let shown: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says it at the foot of the screen for eight seconds; with `undo`, the button and the key z call it. */
export function toast(says: string, undo: (() => unknown) | null = null): number {
  const id = ++last;
  show([...shown.slice(-2), { id, says, undo }]);
  const timer: unknown = setTimeout(() => dismiss(id), STAYS_MS);
  (timer as { unref?: () => void }).unref?.();
  return id;
}

export function dismiss(id: number): void {
  if (shown.some((one) => one.id === id)) show(shown.filter((one) => one.id !== id));
}

/** Takes back the newest thing that can be; false when there is none. */
export function undoLast(): boolean {
  const newest = shown.findLast((one) => one.undo);
  if (!newest) return false;
  dismiss(newest.id);
  newest.undo?.();
  return true;
}

export function toasts(): Toast[] {
  return shown;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
