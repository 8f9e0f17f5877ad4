/** Who is drawn on the page of an organisation, where, and what ties them. Pure. */
import type { Colleague, OrganisationPage, Part, Talks, TieView } from '#model/organisation.ts';
import type { Zone } from '#model/people-map.ts';

export interface Drawn {
  id: string;
  name: string;
  kind: 'member' | 'here' | 'outside';
  isYou: boolean;
  zone: Zone;
  part: Part | null;
  /** What they do here. */
  does: string;
  /** Where somebody from elsewhere belongs to. */
  from: string | null;
  /** Somebody of ours has really spoken with them. */
  met: boolean;
  rank: number;
}

/** Everything that ties the same two, as one line. */
export interface Bond {
  id: string;
  one: Drawn;
  other: Drawn;
  closeness: 1 | 2 | 3;
  ties: TieView[];
  talks: Talks | null;
}

const MOST_MEMBERS = 5;
const WEIGHT: Record<Part, number> = { decides: 60, 'can-say-no': 50, advises: 40, affected: 30 };

export function around(page: OrganisationPage): { people: Drawn[]; bonds: Bond[] } {
  const members = new Map<string, Drawn>();
  const talked = new Set(page.talks.map(({ personId }) => personId));
  const counts = new Map<string, number>();
  for (const { member, count } of page.talks) {
    counts.set(member.id, (counts.get(member.id) ?? 0) + count);
    const rank = 100 + (member.isYou ? 50 : 0) + Math.min(49, counts.get(member.id) ?? 0);
    members.set(member.id, { ...member, kind: 'member', zone: 'us', part: null, does: '', from: null, met: true, rank });
  }
  const ours = [...members.values()].sort((a, b) => b.rank - a.rank).slice(0, MOST_MEMBERS);
  const here = page.people.filter((one) => one.here).map((one) => colleague(one, talked));
  const outside = page.outsiders.map((one): Drawn => {
    const from = one.organisation?.name ?? null;
    const met = one.lastContactAt !== null || talked.has(one.id);
    return { id: one.id, name: one.name, kind: 'outside', isYou: false, zone: 'us', part: null, does: '', from, met, rank: 10 };
  });
  const people = [...ours, ...here, ...outside];
  const bonds = bondsBetween(page, people);
  for (const { one, other, closeness } of bonds) for (const end of [one, other]) if (end.kind !== 'member') end.rank += closeness;
  return { people, bonds };
}

function colleague({ id, name, part, roleTitle, lastContactAt }: Colleague, talked: Set<string>): Drawn {
  const zone = part === 'affected' ? 'affected' : 'middle';
  const met = lastContactAt !== null || talked.has(id);
  return { id, name, kind: 'here', isYou: false, zone, part, does: roleTitle, from: null, met, rank: part ? WEIGHT[part] : 20 };
}

function bondsBetween(page: OrganisationPage, people: Drawn[]): Bond[] {
  const byId = new Map(people.map((one) => [one.id, one]));
  const bonds = new Map<string, Bond>();
  const between = (a: string, b: string): Bond | null => {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other) return null;
    const id = [a, b].sort().join(' ');
    const bond = bonds.get(id) ?? { id, one, other, closeness: 1, ties: [], talks: null };
    bonds.set(id, bond);
    return bond;
  };
  for (const talks of page.talks) {
    const bond = between(talks.member.id, talks.personId);
    if (!bond) continue;
    bond.talks = talks;
    bond.closeness = closenessOf(talks.count);
  }
  for (const tie of page.ties) {
    const bond = between(tie.from.id, tie.to.id);
    if (!bond) continue;
    bond.ties.push(tie);
    bond.closeness = Math.max(bond.closeness, tie.closeness) as Bond['closeness'];
  }
  return [...bonds.values()];
}

/** One talk, a few, or many. */
function closenessOf(talks: number): 1 | 2 | 3 {
  return talks >= 5 ? 3 : talks >= 2 ? 2 : 1;
}

/** Who could introduce us to somebody we never spoke with: the closest to them whom we did speak with. */
export function couldIntroduce(page: OrganisationPage, personId: string): string | null {
  const { bonds } = around(page);
  const ways = bonds.flatMap(({ one, other, closeness }) => {
    const via = one.id === personId ? other : other.id === personId ? one : null;
    return via && via.kind !== 'member' && via.met ? [{ name: via.name, closeness }] : [];
  });
  return ways.sort((a, b) => b.closeness - a.closeness)[0]?.name ?? null;
}
