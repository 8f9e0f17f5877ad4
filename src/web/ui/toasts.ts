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

let failed: (error: unknown) => void = () => undefined;

/** What is to be said when something could not be taken back. */
export function onFailedUndo(say: (error: unknown) => void): void {
  failed = say;
}

/** Takes back what this toast tells of; the toast goes. */
export function undoThis({ id, undo }: Toast): void {
  dismiss(id);
  if (undo) void new Promise((resolve) => resolve(undo())).catch((error: unknown) => failed(error));
}

/** Takes back the newest thing that can be; false when there is none. */
export function undoLast(): boolean {
  const newest = shown.findLast((one) => one.undo);
  if (!newest) return false;
  undoThis(newest);
  return true;
}

export function toasts(): Toast[] {
  return shown;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
