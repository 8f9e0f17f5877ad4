import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from './sources.ts';

/** A small project with one fault, checked by our own configuration: a checker that passes it checks nothing. */
function checked(command: string, args: string[], files: Record<string, string>): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'heed-fault-'));
  try {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const done = spawnSync(path.join(ROOT, 'node_modules/.bin', command), args, { cwd: folder, encoding: 'utf8' });
    return { status: done.status, said: done.stdout + done.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the type checker finds a planted error and a planted enum', () => {
  const config = JSON.stringify({ extends: path.join(ROOT, 'tsconfig.json'), include: ['src'], exclude: [] });
  const { status, said } = checked('tsc', ['-p', '.'], {
    'tsconfig.json': config,
    'package.json': '{"type":"module"}',
    'src/a.ts': "export const n: number = 'one';\nexport enum No {\n  a,\n}\n",
  });
  assert.notEqual(status, 0);
  assert.match(said, /TS2322/);
  assert.match(said, /TS1294/);
});

test('the linter finds a planted circle, an any and a default export', () => {
  const { status, said } = checked('biome', ['check', '.'], {
    'biome.json': JSON.stringify({
      root: true,
      linter: {
        rules: {
          preset: 'recommended',
          suspicious: { noImportCycles: 'error', noExplicitAny: 'error' },
          style: { noDefaultExport: 'error' },
        },
      },
    }),
    'a.ts': "import { b } from './b.ts';\n\nexport const a = (x: any) => [b, x];\nexport default a;\n",
    'b.ts': "import { a } from './a.ts';\n\nexport const b = () => a;\n",
  });
  assert.notEqual(status, 0);
  for (const rule of ['noImportCycles', 'noExplicitAny', 'noDefaultExport']) assert.match(said, new RegExp(rule));
});
