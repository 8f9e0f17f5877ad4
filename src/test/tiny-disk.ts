import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { temporaryFolder } from './cluster.ts';

/** A disk of so many megabytes that fills up for real; null where nobody may make one (not Linux, not root, a locked container). */
export function tinyDisk(megabytes: number): { folder: string; remove(): void } | null {
  const folder = temporaryFolder('tiny');
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    remove: () => {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
