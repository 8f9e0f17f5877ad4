/** Before `npm start`: build the web app when it is missing or older than what it is made of. Loads nothing when it is fresh. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'dist/web/index.html');
const vite = path.join(root, 'node_modules/vite/bin/vite.js');

if (isOlder()) {
  if (!existsSync(vite)) {
    process.stderr.write('The web app is not built and the tools to build it are not installed. Run npm ci without --omit=dev.\n');
    process.exit(1);
  }
  process.stdout.write('Building the web app…\n');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}

function isOlder(): boolean {
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  // A package shipped with dist/ and without the tools cannot be rebuilt, whatever the times of its files say.
  if (!existsSync(vite)) return false;
  const sources = globSync(['src/web/**/*.{ts,tsx,css,svg}', 'src/model/**/*.ts', 'index.html', 'vite.config.ts', 'package-lock.json'], {
    cwd: root,
  });
  return sources.some((name) => !name.includes('.test.') && statSync(path.join(root, name)).mtimeMs > since);
}
