import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  path: string;
  text: string;
  lines: number;
}

/** Every TypeScript file that git knows or would add, generated tables excepted. */
export function sourceFiles(...under: string[]): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...under], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return list
    .split('\n')
    .filter((name) => /\.tsx?$/.test(name) && exists(name))
    .map((name) => {
      const text = readFileSync(path.join(ROOT, name), 'utf8');
      return { path: name, text, lines: text.split('\n').length - 1 };
    });
}

/** What a file imports: the specifier, and whether only its types are used. */
export function importsOf(text: string): { from: string; typeOnly: boolean }[] {
  const found: { from: string; typeOnly: boolean }[] = [];
  const pattern = /(?:^|\n)\s*(import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g;
  for (const match of text.matchAll(pattern)) {
    const from = match[3] ?? match[4] ?? match[5];
    if (from) found.push({ from, typeOnly: Boolean(match[2]) });
  }
  return found;
}

function exists(name: string): boolean {
  return statSync(path.join(ROOT, name), { throwIfNoEntry: false })?.isFile() ?? false;
}
