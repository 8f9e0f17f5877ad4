/** `npm test`: every test file against one PostgreSQL. `--soak`: the long ones. Paths narrow the run: `node src/test/run.ts src/db`. */
import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLUSTER_ENV, startCluster } from './cluster.ts';

const root = path.resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const soak = args.includes('--soak');
const flags = args.filter((arg) => arg.startsWith('--') && arg !== '--soak');
const narrowed = args.filter((arg) => !arg.startsWith('--'));

const files = testFiles();
if (files.length === 0) {
  process.stderr.write(`No test file in ${narrowed.join(', ') || 'src, training and e2e'}.\n`);
  process.exit(1);
}

// Every file is a process of its own, and most load the same modules: compiled once, a start takes a third of the time.
const COMPILED = path.join(tmpdir(), `heed-compiled-${process.version}`);
const cluster = await startCluster();
const runner = spawn(
  process.execPath,
  // The soak runs one at a time: it measures.
  ['--test', `--test-concurrency=${soak ? 1 : 4}`, '--test-reporter=spec', ...flags, ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, [CLUSTER_ENV]: cluster.url, NODE_COMPILE_CACHE: COMPILED } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => runner.kill(signal));
const code = await new Promise<number>((resolve) => runner.on('close', (exit, signal) => resolve(signal ? 1 : (exit ?? 1))));
await cluster.stop();
process.exit(code);

function testFiles(): string[] {
  const patterns = soak ? ['src/test/soak/*.ts', 'src/**/*.soak.ts'] : ['src/**/*.test.ts', 'training/**/*.test.ts', 'e2e/**/*.test.ts'];
  const all = globSync(patterns, { cwd: root }).sort();
  if (narrowed.length === 0) return all;
  const wanted = narrowed.map((name) => path.relative(root, path.resolve(name)).replaceAll('\\', '/'));
  return all.filter((file) => wanted.some((name) => file === name || (isFolder(name) && file.startsWith(`${name}/`))));
}

function isFolder(name: string): boolean {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}
