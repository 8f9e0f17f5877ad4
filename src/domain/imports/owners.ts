import { matchKeyOf } from '#model/match.ts';

export interface OwnerCandidate {
  id: string;
  name: string;
  email: string;
}

/** The member that an owner of a file is: by address, else by name where only one is called that. */
export function guessOwner(owner: string, members: OwnerCandidate[]): string | null {
  const address = /[^\s<>()]+@[^\s<>()]+/.exec(owner)?.[0].toLowerCase();
  if (address) return members.find(({ email }) => email.toLowerCase() === address)?.id ?? null;
  const key = matchKeyOf(owner);
  const called = key ? members.filter(({ name }) => matchKeyOf(name) === key) : [];
  return called.length === 1 ? (called[0]?.id ?? null) : null;
}

/** Owner as written → member, by what was answered and else by a guess. Remembered, as a file names a few owners many times. */
export function ownersOf(members: OwnerCandidate[], answers: Record<string, string | null>): (owner: string) => string | null {
  const known = new Map<string, string | null>(Object.entries(answers));
  return (owner) => {
    if (owner === '') return null;
    let found = known.get(owner);
    if (found === undefined) {
      found = guessOwner(owner, members);
      known.set(owner, found);
    }
    return found;
  };
}
