import { readFileSync } from 'node:fs';
import { Refusal } from '#model/refusal.ts';
import type { Lent } from './state.ts';

/**
 * As root: the user postgres, else nobody, as /etc/passwd has them (a uid without an entry there fails in initdb).
 * As anyone else: null, the database runs as ourselves.
 */
export function lentUser(uid = process.getuid?.() ?? -1, passwd = readPasswd): Lent | null {
  if (uid !== 0) return null;
  const users = passwd()
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = users.find(([name]) => name === wanted);
    const [name, , uidText, gidText] = found ?? [];
    if (name && Number(uidText) > 0) return { name, uid: Number(uidText), gid: Number(gidText) };
  }
  throw new Refusal(
    'state.no-user',
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody. Run Heed as another user, or set DATABASE_URL to a server.',
  );
}

function readPasswd(): string {
  return readFileSync('/etc/passwd', 'utf8');
}
