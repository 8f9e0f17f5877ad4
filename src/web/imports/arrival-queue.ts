/** One file on its way into an import. `sent` is 0 to 1; after that the server keeps it. */
export interface Arrival {
  id: number;
  importId: string;
  name: string;
  size: number;
  state: 'waiting' | 'sending' | 'failed';
  sent: number;
  trouble: unknown;
}

type SendTo = (file: File, importId: string, told: (loaded: number, total: number) => void) => Promise<unknown>;

export interface ArrivalQueue {
  add(importId: string, files: File[]): void;
  retry(id: number): void;
  /** Takes one that failed off the list. */
  leave(id: number): void;
  read(): Arrival[];
  /** Told after each change; gives back how to stop being told. */
  listen(listener: () => void): () => void;
}

/** One file at a time, because an import keeps them in order; what has arrived leaves the list. One that fails lets the next go. */
export function arrivalQueue(send: SendTo, onArrived: () => void): ArrivalQueue {
  let arrivals: Arrival[] = [];
  let last = 0;
  const files = new Map<number, File>();
  const listeners = new Set<() => void>();

  const become = (next: Arrival[]) => {
    arrivals = next;
    for (const listener of listeners) listener();
  };
  const change = (id: number, change: Partial<Arrival>) => become(arrivals.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const drop = (id: number) => {
    files.delete(id);
    become(arrivals.filter((one) => one.id !== id));
  };

  const start = () => {
    if (arrivals.some(({ state }) => state === 'sending')) return;
    const next = arrivals.find(({ state }) => state === 'waiting');
    const file = next && files.get(next.id);
    if (!next || !file) return;
    change(next.id, { state: 'sending', sent: 0 });
    send(file, next.importId, (loaded, total) => change(next.id, { sent: total > 0 ? Math.min(1, loaded / total) : 1 }))
      .then(
        () => {
          drop(next.id);
          onArrived();
        },
        (trouble: unknown) => change(next.id, { state: 'failed', trouble }),
      )
      .finally(start);
  };

  return {
    add(importId, chosen) {
      const added = chosen.map((file): Arrival => {
        last++;
        files.set(last, file);
        return { id: last, importId, name: file.name, size: file.size, state: 'waiting', sent: 0, trouble: null };
      });
      become([...arrivals, ...added]);
      start();
    },
    retry(id) {
      change(id, { state: 'waiting', sent: 0, trouble: null });
      start();
    },
    leave: drop,
    read: () => arrivals,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
