import type { Received } from '#model/pages.ts';
import { arrived, failed, progressed, queued, retried, startable, type Trouble, type Upload } from './uploads.ts';

export type Send = (file: File, upload: Upload, told: (loaded: number, total: number) => void) => Promise<Received>;

export interface UploadQueue {
  add(files: { file: File; path: string }[], isPrivate: boolean): void;
  retry(id: number): void;
  /** Takes the settled ones off the list. */
  clear(): void;
  read(): Upload[];
  /** Told after each change; gives back how to stop being told. */
  listen(listener: () => void): () => void;
}

/** The queue lives outside the screens, so that one can leave while it goes on. `onArrived` is called once for each file that came in. */
export function uploadQueue(send: Send, onArrived: (received: Received) => void): UploadQueue {
  let uploads: Upload[] = [];
  let last = 0;
  const files = new Map<number, File>();
  const listeners = new Set<() => void>();

  const become = (next: Upload[]) => {
    uploads = next;
    for (const listener of listeners) listener();
  };

  const start = () => {
    for (const upload of startable(uploads)) {
      const file = files.get(upload.id);
      if (!file) continue;
      become(progressed(uploads, upload.id, 0, 1));
      send(file, upload, (loaded, total) => become(progressed(uploads, upload.id, loaded, total)))
        .then(
          (received) => {
            files.delete(upload.id);
            become(arrived(uploads, upload.id, received));
            onArrived(received);
          },
          (error: unknown) => become(failed(uploads, upload.id, troubleOf(error))),
        )
        .finally(start);
    }
  };

  return {
    add(chosen, isPrivate) {
      const added = chosen.map(({ file, path }) => {
        last++;
        files.set(last, file);
        return queued(last, { name: file.name, path, size: file.size }, isPrivate);
      });
      become([...uploads, ...added]);
      start();
    },
    retry(id) {
      // Pressed twice, it goes up once.
      if (!uploads.some((upload) => upload.id === id && upload.state === 'failed')) return;
      become(retried(uploads, id));
      start();
    },
    clear() {
      const settled = uploads.filter((upload) => upload.state === 'done' || upload.state === 'already' || upload.state === 'failed');
      for (const upload of settled) files.delete(upload.id);
      become(uploads.filter((upload) => !settled.includes(upload)));
    },
    read: () => uploads,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A refusal of ours carries a code; anything else is said as it came. */
export function troubleOf(error: unknown): Trouble {
  if (error && typeof error === 'object' && 'code' in error && 'message' in error) {
    const { code, message, params } = error as { code: unknown; message: unknown; params?: unknown };
    return { code: String(code), message: String(message), params: (params ?? {}) as Trouble['params'] };
  }
  return { code: 'unknown', message: error instanceof Error ? error.message : String(error), params: {} };
}
