import { readFileSync } from 'node:fs';
import { Refusal } from '#model/refusal.ts';
import type { Lent } from './state.ts';

export interface LentOptions {
  uid?: number;
  passwd?: () => string;
  /** Whose a database that is already there is: PostgreSQL opens only its own. Null: there is none yet. */
  owner?: number | null;
}

/**
 * As root: whose the database already is, else the user postgres, else nobody, as /etc/passwd has them (a uid without an entry there fails
 * in initdb). As anyone else: null, the database runs as ourselves.
 * @throws Refusal `state.other-owner` when it belongs to somebody else, `state.no-user`.
 */
export function lentUser({ uid = process.getuid?.() ?? -1, passwd = readPasswd, owner = null }: LentOptions = {}): Lent | null {
  if (uid !== 0) {
    if (owner === null || owner === uid || uid === -1) return null;
    throw otherOwner(usersOf(passwd()).find((user) => user.uid === owner)?.name ?? `with the number ${owner}`);
  }
  const users = usersOf(passwd()).filter((user) => user.uid > 0);
  const found = owner ? users.find((user) => user.uid === owner) : (named(users, 'postgres') ?? named(users, 'nobody'));
  if (found) return found;
  if (owner !== null) throw otherOwner(`with the number ${owner}, whom this machine does not know`);
  throw new Refusal(
    'state.no-user',
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor a user nobody. Run Heed as another user, or set DATABASE_URL to a server.',
  );
}

function otherOwner(user: string): Refusal {
  return new Refusal(
    'state.other-owner',
    `The database in the data folder belongs to the user ${user}, and nobody else can open it. Run Heed as that user (or as root), or set HEED_STATE to a folder of your own.`,
    { user },
  );
}

function named(users: Lent[], wanted: string): Lent | undefined {
  return users.find(({ name }) => name === wanted);
}

function usersOf(passwd: string): Lent[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function readPasswd(): string {
  return readFileSync('/etc/passwd', 'utf8');
}
