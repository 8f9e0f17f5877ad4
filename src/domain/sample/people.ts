import { uuidv7 } from 'uuidv7';
import { introduce } from '../people/introduce.ts';
import type { Scope } from '../scope.ts';
import { nameSpeakers } from '../speakers/name.ts';
import { MAYA, PEOPLE, PRIYA } from './cast.ts';

/** Whoever opens the sample sees it with Maya's eyes: in this workspace they go by her name. */
export async function becomeMaya(scope: Scope): Promise<Scope> {
  await scope.db.updateTable('members').set(MAYA).where('workspaceId', '=', scope.workspaceId).where('id', '=', scope.member.id).execute();
  return { ...scope, member: { ...scope.member, name: MAYA.name } };
}

/** Nobody signs in as Priya: her account does not exist. */
export async function addPriya({ db, workspaceId, now, member }: Scope): Promise<void> {
  const id = uuidv7();
  await db
    .insertInto('members')
    .values({ workspaceId, id, ...PRIYA, accountId: `sample-${id}`, role: 'member', createdAt: now, createdBy: member.id })
    .execute();
}

export async function introduceEverybody(scope: Scope): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { alias: _, pronouns, ...person } of PEOPLE) {
    const { id } = await introduce(scope, person);
    ids.set(person.name, id);
    if (pronouns)
      await scope.db.updateTable('people').set({ pronouns }).where('workspaceId', '=', scope.workspaceId).where('id', '=', id).execute();
  }
  return ids;
}

/** The speakers whom Heed could not know by themselves: a nickname in a phone, first names in hand-written notes. */
export async function nameEverybody(scope: Scope, ids: Map<string, string>): Promise<void> {
  const known = PEOPLE.flatMap(({ name, alias }) =>
    alias ? [{ alias: alias.toLowerCase(), is: 'person' as const, personId: ids.get(name) }] : [],
  );
  await nameSpeakers(scope, [...known, { alias: 'maya', is: 'me' }]);
}
