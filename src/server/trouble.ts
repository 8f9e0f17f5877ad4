import { Refusal } from '#model/refusal.ts';

// A full disk: ours (errno), or the database's (53100 disk_full); EDQUOT is a full quota.
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', '53100']);
// PostgreSQL's class 57P: stopped, crashed, starting. 53300: too many connections. Class 08: the line to it.
const AWAY = /^(57P0[1-4]|53300|08\w{3})$/;
const LINE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const SAID_BY_THE_DRIVER = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
// 22021, 22P05: a sign that PostgreSQL cannot keep, in practice the zero byte.
const SIGNS = new Set(['22021', '22P05']);

/** What is no bug but the state of the machine, in words for whoever asked; null when it is a bug. */
export function troubleOf(problem: unknown): Refusal | null {
  if (!(problem instanceof Error)) return null;
  const { code = '', syscall } = problem as { code?: string; syscall?: string };
  if (NO_ROOM.has(code))
    return new Refusal(
      'server.no-room',
      'The disk of the machine that Heed runs on is full. Nothing was changed. Make room there, then try again.',
    );
  const line = (syscall === 'connect' || syscall === 'read' || syscall === 'write' || syscall === 'getaddrinfo') && LINE.has(code);
  if (AWAY.test(code) || line || SAID_BY_THE_DRIVER.test(problem.message))
    return new Refusal('server.away', 'The database does not answer just now. Try again in a moment.');
  if (SIGNS.has(code)) return new Refusal('input.characters', 'There is a sign in it that cannot be kept. Remove it and try again.');
  return null;
}
