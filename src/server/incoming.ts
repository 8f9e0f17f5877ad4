import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Where bodies are written while they arrive, a folder for each process. What a killed one left was never acknowledged: it goes. */
export function openIncoming(state: string): string {
  const all = path.join(state, 'incoming');
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(all)) if (!isOfALivingOther(Number(name))) rmSync(path.join(all, name), { recursive: true, force: true });
  const folder = path.join(all, String(process.pid));
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

function isOfALivingOther(pid: number): boolean {
  if (!(pid > 1) || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
