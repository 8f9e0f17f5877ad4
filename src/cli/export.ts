import { type FileHandle, open, rm } from 'node:fs/promises';
import { whyNot } from './input.ts';
import { optionsOf } from './options.ts';
import { WrongUse } from './usage.ts';

/** `heed export`: everything of a workspace as one ZIP. Returns the exit code. */
export async function exportCommand(args: string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, 'export', { out: { type: 'string' }, workspace: { type: 'string' } });
  if (positionals.length > 0) throw new WrongUse('Say where to with --out FILE.zip.', 'export');
  const { atTheDesk } = await import('#server/desk.ts');
  const file = values.out ?? `heed-${new Date().toISOString().slice(0, 10)}.zip`;
  return atTheDesk({ ...values, jobs: false }, async ({ takeOut, workspace }) => {
    if (file === '-') {
      await takeOut(process.stdout);
      return 0;
    }
    const handle = await opened(file);
    if (!handle) return 1;
    try {
      await takeOut(handle.createWriteStream());
    } catch (problem) {
      // Half an archive looks like a whole one.
      await rm(file, { force: true });
      throw problem;
    }
    process.stdout.write(`Everything of ${workspace} is in ${file}.\n`);
    return 0;
  });
}

/** A new file; null, and said why, when it cannot be made. What is there is never written over. */
async function opened(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (problem) {
    const there = (problem as NodeJS.ErrnoException).code === 'EEXIST';
    const why = there ? 'it is there already; say another with --out FILE.zip' : whyNot(problem);
    if (why === null) throw problem;
    process.stderr.write(`${file}: ${why}\n`);
    return null;
  }
}
