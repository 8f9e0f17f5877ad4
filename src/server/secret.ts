import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#model/refusal.ts';

/**
 * The key that sessions are signed with: made once and kept in the state folder (mode 0600), so that a restart signs nobody out.
 * @throws Refusal `state.secret-short` when the file was cut.
 */
export function keptSecret(state: string): string {
  const file = path.join(state, 'secret');
  const kept = read(file) ?? make(file);
  if (kept.length < 32) {
    throw new Refusal('state.secret-short', `The file ${file} is damaged. Remove it and start again; everyone will have to sign in anew.`, {
      file,
    });
  }
  return kept;
}

function make(file: string): string {
  // Written aside and linked, so that a kill in between leaves no half a secret and a second process takes the first one's.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  chmodSync(aside, 0o600);
  try {
    linkSync(aside, file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  } finally {
    rmSync(aside, { force: true });
  }
  return read(file) ?? '';
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}
