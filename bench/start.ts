/** From the start of the process to the first answer of health: in an empty folder (limit 15 s, with the web app to build), then again (3 s). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { temporaryFolder } from '../src/test/cluster.ts';

const root = path.resolve(import.meta.dirname, '..');
const state = temporaryFolder('start');
const build = await timeBuild();
const first = await timeStart();
const later = [await timeStart(), await timeStart(), await timeStart()].sort((a, b) => a - b);
process.stdout.write(`building the web app ${build} ms; first start ${first} ms: together ${build + first} ms (limit 15000)\n`);
process.stdout.write(`later starts ${later.join(', ')} ms (limit 3000)\n`);
rmSync(state, { recursive: true, force: true });
process.exit(build + first <= 15_000 && (later.at(-1) ?? 0) <= 3_000 ? 0 : 1);

/** Into a folder of its own: what is built here stays as it is. */
async function timeBuild(): Promise<number> {
  const began = performance.now();
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const out = path.join(state, 'web');
  const [code] = await once(
    spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', out], { cwd: root, stdio: 'inherit' }),
    'exit',
  );
  if (code !== 0) throw new Error('The web app could not be built.');
  return Math.round(performance.now() - began);
}

async function timeStart(): Promise<number> {
  const began = performance.now();
  const env = { ...process.env, HEED_PORT: '0', HEED_STATE: state, DATABASE_URL: '', HEED_URL: '' };
  const heed = spawn(process.execPath, [path.join(root, 'src/server/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  heed.stdout.on('data', (chunk) => {
    said += chunk;
  });
  for (;;) {
    const url = /Heed runs at (http\S+)/.exec(said)?.[1];
    if (url && (await fetch(`${url}/api/v1/health`)).status === 200) break;
    if (heed.exitCode !== null) throw new Error(`Heed ended with ${heed.exitCode}.`);
    await wait(5);
  }
  const took = Math.round(performance.now() - began);
  heed.kill('SIGTERM');
  await once(heed, 'exit');
  return took;
}
