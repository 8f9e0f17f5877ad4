import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT, type SourceFile, sourceFiles } from './sources.ts';

const isTest = (file: SourceFile) => /\.(test|soak)\.tsx?$/.test(file.path) || /^(src\/test|e2e)\/|\/golden\//.test(file.path);
// Sentences in two languages, the sample's story, generated tables, the headings of other programs and lists of names are data: a line of them needs no line of
// test, and would only dilute the measure.
const isData = ({ path: name }: SourceFile) =>
  name === 'src/db/tables.ts' ||
  /^src\/web\/messages\/(en|nl)\//.test(name) ||
  /^src\/domain\/sample\/story[\w-]*\.ts$/.test(name) ||
  /^src\/connectors\/moving-in\/(layouts\/(?!layout)|synonyms\.)/.test(name) ||
  name === 'src/model/nicknames.ts' ||
  name === 'src/domain/taking-out/words.ts';
const isCode = (file: SourceFile) => !isTest(file) && !isData(file);
const linesOf = (files: SourceFile[]) => files.reduce((sum, file) => sum + file.lines, 0);

test('no file is longer than 400 lines, and nine in ten of src have at most 200', () => {
  const all = sourceFiles('src', 'e2e', 'bench', 'training').filter((file) => file.path !== 'src/db/tables.ts');
  assert.deepEqual(
    all.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`),
    [],
  );
  const lengths = sourceFiles('src')
    .filter(isCode)
    .map((file) => file.lines)
    .sort((a, b) => a - b);
  const p90 = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  assert.ok(p90 <= 200, `the ninetieth percentile is ${p90} lines`);
});

test('tests stand beside the code: 0.7 lines a line over all, 1.0 where strangers are read', () => {
  const ratio = (...under: string[]) => {
    const files = sourceFiles(...under);
    return linesOf(files.filter(isTest)) / Math.max(1, linesOf(files.filter(isCode)));
  };
  const overall = ratio('src', 'e2e');
  assert.ok(overall >= 0.7, `overall ${overall.toFixed(2)}`);
  const understanding = ratio('src/understanding');
  assert.ok(understanding >= 1, `understanding ${understanding.toFixed(2)}`);
});

test('no forbidden names, barrels, ignored types or stray prints', () => {
  const wrong: string[] = [];
  for (const file of sourceFiles('src', 'e2e', 'bench', 'training')) {
    const base = path.basename(file.path);
    if (/^(index|utils|helpers|common|types)\.tsx?$/.test(base)) wrong.push(`${file.path}: a name that says nothing`);
    if (/@ts-(ignore|nocheck)/.test(file.text) && base !== 'limits.test.ts') wrong.push(`${file.path}: a silenced type error`);
    if (/\bconsole\./.test(file.text) && !/^(src\/server\/main\.ts|src\/cli\/|bench\/|training\/)/.test(file.path) && !isTest(file))
      wrong.push(`${file.path}: console`);
  }
  assert.deepEqual(wrong, []);
});

test('at most 45 runtime dependencies, each with its line of why', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const names = Object.keys(manifest.dependencies);
  assert.ok(names.length <= 45, `${names.length} runtime dependencies`);
  const told = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8');
  assert.deepEqual(
    names.filter((name) => !told.includes(`\`${name}\``)),
    [],
  );
});

test('every migration says why it is and of which kind each of its tables is', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', 'src/db/migrations/*.sql'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const name of files.split('\n').filter(Boolean)) {
    const text = readFileSync(path.join(ROOT, name), 'utf8');
    assert.match(text, /^-- \S.*\./, `${name} starts with a sentence of why`);
    const kinds = [...text.matchAll(/^-- heed: (tenant|reference|local)$/gm)].length;
    const tables = [...text.matchAll(/^create (?:unlogged )?table /gm)].length;
    assert.ok(kinds >= tables, `${name}: ${tables} tables, ${kinds} said to be tenant, reference or local`);
    assert.doesNotMatch(
      text.replace(/--.*$/gm, ''),
      /on delete set null|create trigger|\bmerge into\b/i,
      `${name} uses what a spread database cannot`,
    );
  }
});
