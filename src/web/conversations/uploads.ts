import type { Received } from '#model/pages.ts';

export interface Trouble {
  code: string;
  message: string;
  params: Record<string, string | number>;
}

/** One file on its way in. `sent` is 0 to 1; after that the server reads. */
export interface Upload {
  id: number;
  name: string;
  path: string;
  size: number;
  isPrivate: boolean;
  state: 'waiting' | 'sending' | 'reading' | 'done' | 'already' | 'failed';
  sent: number;
  received: Received | null;
  trouble: Trouble | null;
}

const AT_ONCE = 2;

export function queued(id: number, file: { name: string; path: string; size: number }, isPrivate: boolean): Upload {
  return { id, ...file, isPrivate, state: 'waiting', sent: 0, received: null, trouble: null };
}

/** Which waiting ones may start now, the first come first. */
export function startable(uploads: Upload[]): Upload[] {
  const running = uploads.filter((upload) => upload.state === 'sending' || upload.state === 'reading').length;
  return uploads.filter((upload) => upload.state === 'waiting').slice(0, Math.max(0, AT_ONCE - running));
}

function changed(uploads: Upload[], id: number, change: Partial<Upload>): Upload[] {
  return uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
}

export function progressed(uploads: Upload[], id: number, loaded: number, total: number): Upload[] {
  const sent = total > 0 ? Math.min(1, loaded / total) : 1;
  return changed(uploads, id, { sent, state: sent >= 1 ? 'reading' : 'sending' });
}

export function arrived(uploads: Upload[], id: number, received: Received): Upload[] {
  return changed(uploads, id, { state: received.already ? 'already' : 'done', sent: 1, received });
}

export function failed(uploads: Upload[], id: number, trouble: Trouble): Upload[] {
  return changed(uploads, id, { state: 'failed', trouble });
}

export function retried(uploads: Upload[], id: number): Upload[] {
  return changed(uploads, id, { state: 'waiting', sent: 0, trouble: null });
}

/** What becomes of the panel once somebody opens a conversation: away when that was all there is to say, else a line at the foot. */
export function afterOpening(uploads: Upload[]): 'away' | 'line' {
  const [only] = uploads;
  return uploads.length === 1 && (only?.state === 'done' || only?.state === 'already') ? 'away' : 'line';
}

export interface UploadCount {
  all: number;
  settled: number;
  failed: number;
  /** Share of all bytes that are here, 0 to 1. */
  share: number;
}

export function countOf(uploads: Upload[]): UploadCount {
  const isSettled = (upload: Upload) => upload.state === 'done' || upload.state === 'already' || upload.state === 'failed';
  const bytes = uploads.reduce((sum, upload) => sum + Math.max(1, upload.size), 0);
  const here = uploads.reduce((sum, upload) => sum + Math.max(1, upload.size) * (isSettled(upload) ? 1 : upload.sent * 0.95), 0);
  return {
    all: uploads.length,
    settled: uploads.filter(isSettled).length,
    failed: uploads.filter((upload) => upload.state === 'failed').length,
    share: bytes > 0 ? here / bytes : 1,
  };
}
