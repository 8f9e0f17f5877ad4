import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const HERE = import.meta.dirname;

/** The files that come with a file when it is loaded, and the packages they ask for: what `import()` and `import type` name does not. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, names = '', from = ''] of source.matchAll(/^(?:import|export) ([^;]*?)from '([^']+)';/gms)) {
    const isType = names.startsWith('type ') || (/^\{[^}]*\}\s*$/.test(names) && allTypes(names));
    if (isType) continue;
    if (from.startsWith('.')) loadedWith(path.join(path.dirname(file), from), seen);
    else if (from.startsWith('#')) loadedWith(path.join(HERE, '../..', from.slice(1)), seen);
    else seen.add(from);
  }
  return seen;
}

const allTypes = (names: string) =>
  names
    .replace(/[{}]/g, '')
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));

test('the door loads no library: mail, archives and documents bring their own when they come', () => {
  const packages = [...loadedWith(path.join(HERE, 'read.ts'))].filter((name) => !name.startsWith('/') && !name.startsWith('node:'));
  assert.deepEqual(packages, []);
});

test('what is looked for here is what those formats need', () => {
  const mail = loadedWith(path.join(HERE, 'eml.ts'));
  assert.ok(mail.has('postal-mime') && mail.has('html-to-text'));
  assert.ok(loadedWith(path.join(HERE, 'zip.ts')).has('yauzl'));
});
