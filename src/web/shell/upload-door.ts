/** Lets the shell fetch the panel of uploads only when something is coming in. */
let opened = false;
const listeners = new Set<() => void>();

export function openUploads(): void {
  opened = true;
  for (const listener of listeners) listener();
}

export function uploadsOpened(): boolean {
  return opened;
}

export function onUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
