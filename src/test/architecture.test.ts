import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { importsOf, type SourceFile, sourceFiles } from './sources.ts';

/** design.md section 2. `type:` rooms may be named by `import type` alone; `door:` rooms by one file alone. Changing this needs a decision note. */
const MAY: Record<string, string[]> = {
  model: [],
  understanding: ['model'],
  db: ['model'],
  domain: ['model', 'understanding', 'db'],
  connectors: ['model'],
  api: ['model', 'understanding', 'domain', 'type:db'],
  jobs: ['model', 'understanding', 'db', 'domain', 'connectors'],
  server: ['model', 'db', 'domain', 'connectors', 'api', 'jobs'],
  web: ['model', 'type:api'],
  cli: ['model', 'understanding', 'db', 'domain', 'type:api', 'door:server/serve.ts', 'door:server/desk.ts'],
};

function roomOf(file: string): string | null {
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** The sentences that say which imports of one file break the table; empty when none. */
function breaches(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const may = room ? MAY[room] : undefined;
  if (!room || !may || file.path.endsWith('.test.ts') || file.path.endsWith('.soak.ts')) return [];
  const wrong: string[] = [];
  for (const { from, typeOnly } of importsOf(file.text)) {
    const target = targetRoom(file.path, from);
    if (target.outside && room === 'model' && !(from === 'zod' && file.path.endsWith('.shape.ts')))
      wrong.push(`${file.path} imports ${from}: model stands alone`);
    if (target.outside || target.room === room) {
      if (from.startsWith('#')) wrong.push(`${file.path} names its own room ${from}: use ./`);
      continue;
    }
    if (from.startsWith('.')) wrong.push(`${file.path} reaches ${from} by a relative path: use #room/file.ts`);
    const allowed = may.includes(target.room) || (typeOnly && may.includes(`type:${target.room}`)) || may.includes(`door:${target.file}`);
    if (!allowed) wrong.push(`${file.path} imports ${from}: ${room} may not use ${target.room}`);
  }
  return wrong;
}

function targetRoom(file: string, from: string): { room: string; file: string; outside: boolean } {
  const resolved = from.startsWith('#')
    ? `src/${from.slice(1)}`
    : from.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), from)
      : null;
  const room = resolved ? roomOf(resolved) : null;
  return { room: room ?? '', file: resolved?.replace(/^src\//, '') ?? '', outside: room === null };
}

test('every room imports only what the table allows', () => {
  assert.deepEqual(sourceFiles('src').flatMap(breaches), []);
});

test('a planted breach of each kind is found', () => {
  const plant = (file: string, text: string) => breaches({ path: file, text, lines: 1 });
  assert.equal(plant('src/understanding/x.ts', "import { a } from '#db/pool.ts';").length, 1);
  assert.equal(plant('src/understanding/x.ts', "import { a } from '../db/pool.ts';").length, 2);
  assert.equal(plant('src/model/x.ts', "import { z } from 'zod';").length, 1);
  assert.equal(plant('src/model/x.shape.ts', "import { z } from 'zod';").length, 0);
  assert.equal(plant('src/web/x.tsx', "import { router } from '#api/router.ts';").length, 1);
  assert.equal(plant('src/web/x.tsx', "import type { Router } from '#api/router.ts';").length, 0);
  assert.equal(plant('src/cli/x.ts', "const { serve } = await import('#server/serve.ts');").length, 0);
  assert.equal(plant('src/cli/x.ts', "import { app } from '#server/app.ts';").length, 1);
  assert.equal(plant('src/domain/x.ts', "import { y } from '#domain/y.ts';").length, 1);
});

test('rooms import what they import at run time without a circle', () => {
  const files = new Map(sourceFiles('src').map((file) => [file.path, file]));
  const edges = (name: string) =>
    importsOf(files.get(name)?.text ?? '')
      .filter((found) => !found.typeOnly && /^[.#]/.test(found.from))
      .map((found) => (found.from.startsWith('#') ? `src/${found.from.slice(1)}` : path.posix.join(path.posix.dirname(name), found.from)))
      .filter((target) => files.has(target));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (name: string, trail: string[]) => {
    if (trail.includes(name)) circles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (trail.includes(name) || done.has(name)) return;
    for (const next of edges(name)) walk(next, [...trail, name]);
    done.add(name);
  };
  for (const name of files.keys()) walk(name, []);
  assert.deepEqual(circles, []);
});
