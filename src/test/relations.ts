/** Random relations between a few people, in every table that speaks of one: what a merge has to carry over and bring back. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { refreshPeople } from '#domain/people/refresh.ts';
import { wholly } from '#domain/scope.ts';
import type { World, WorldMember } from './world.ts';

const AT = '2026-11-20T09:00:00.123456Z';

/** One row of a table that speaks of person 0, 1 or 2; `k` chooses among what it is tied to, and its values. */
export interface Relation {
  table: keyof typeof MAKERS;
  who: number;
  whom: number;
  k: number;
  filled: boolean;
}

interface Ground {
  w: string;
  member: string;
  people: string[];
  organisations: string[];
  deals: string[];
  notes: string[];
  tags: string[];
  fields: string[];
  conversations: string[];
}

type Values = Record<string, unknown>;
type Maker = (ground: Ground, relation: Relation, n: number) => Values | null;

const pick = (from: string[], k: number) => from[k % from.length];
const person = ({ people }: Ground, { who }: Relation) => ({ person_id: people[who] });
const part = ({ filled, k }: Relation) => (filled ? ['decides', 'advises'][k % 2] : null);

/** A row each; null where the relation makes no sense. */
const MAKERS = {
  affiliations: (g, r) => ({
    ...person(g, r),
    organisation_id: pick(g.organisations, r.k),
    role_title: r.filled ? `role ${r.k}` : '',
    part: part(r),
    created_at: AT,
  }),
  aliases: (g, r, n) => ({ ...person(g, r), alias: `called ${n}`, created_at: AT }),
  attachments: (g, r, n) => ({ ...person(g, r), name: `file ${n}`, type: 'text/plain', size: 1, sha256: 'x', created_at: AT }),
  beliefs: (g, r) => ({ ...person(g, r), kind: 'false', statement: `belief ${r.k}`, created_at: AT, created_by: g.member }),
  custom_values: (g, r) =>
    r.k % 4 < 3
      ? { ...person(g, r), field_id: pick(g.fields.slice(0, 3), r.k), number_value: sql`1234567890.123456789012345678`, changed_at: AT }
      : { ...person(g, r), field_id: g.fields[3], person_value: g.people[r.whom], changed_at: AT },
  deal_people: (g, r) => ({ ...person(g, r), deal_id: pick(g.deals, r.k), part: part(r), created_at: AT }),
  deeds: (g, r) => ({ ...person(g, r), what: `deed ${r.k}`, done_on: '2026-11-01', created_at: AT, created_by: g.member }),
  external_ids: (g, r, n) => ({ ...person(g, r), source: 'hubspot', object: 'contact', external_id: `${n}`, created_at: AT }),
  needs: (g, r) => ({ ...person(g, r), depth: r.k % 5, statement: `need ${r.k}`, created_at: AT, created_by: g.member }),
  note_links: (g, r) => ({ ...person(g, r), note_id: pick(g.notes, r.k), mentioned: r.filled, happened_at: AT }),
  person_addresses: (g, r) => ({ ...person(g, r), place: r.filled ? 'Utrecht' : `place ${r.k}`, created_at: AT }),
  person_dates: (g, r) => ({ ...person(g, r), kind: r.filled ? 'birthday' : 'other', month: 5, day: 1 + (r.k % 3), created_at: AT }),
  person_emails: (g, r, n) => ({ ...person(g, r), email: `${n}@x.example`, match_email: `${n}@x.example`, place: r.k % 3, created_at: AT }),
  person_links: (g, r) => ({
    ...person(g, r),
    url: `https://x.example/${r.k}`,
    match_url: `x.example/${r.k}`,
    label: r.filled ? 'site' : '',
    created_at: AT,
  }),
  person_phones: (g, r) => ({ ...person(g, r), phone: `0${r.k}`, e164: r.filled ? `+310${r.k}` : '', place: r.k % 3, created_at: AT }),
  promises: (g, r) =>
    r.filled
      ? { by_member_id: g.member, to_person_id: g.people[r.who], what: `ours ${r.k}`, created_at: AT, created_by: g.member }
      : { by_person_id: g.people[r.who], to_person_id: g.people[r.whom], what: `theirs ${r.k}`, created_at: AT, created_by: g.member },
  say_backs: (g, r, n) => ({ ...person(g, r), token_hash: `${g.w} ${n}`, expires_at: AT, created_at: AT, created_by: g.member }),
  speakers: (g, r, n) => ({
    ...person(g, r),
    conversation_id: pick(g.conversations, r.k),
    i: n,
    name: `speaker ${n}`,
    alias: `speaker ${n}`,
    side: 'them',
    turns: r.k % 2,
  }),
  taggings: (g, r) => ({ ...person(g, r), tag_id: pick(g.tags, r.k), created_at: AT }),
  tasks: (g, r) => ({ ...person(g, r), what: `task ${r.k}`, created_at: AT }),
  ties: (g, r) =>
    r.who === r.whom
      ? null
      : {
          from_id: g.people[r.who],
          to_id: g.people[r.whom],
          kind: r.filled ? 'knows' : 'friend',
          closeness: 1 + (r.k % 3),
          note: r.k > 3 ? 'n' : '',
          created_at: AT,
        },
  traits: (g, r) => ({ ...person(g, r), kind: 'value', statement: `trait ${r.k}`, created_at: AT, created_by: g.member }),
  duplicate_pairs: (g, r) => {
    const [one, other] = [g.people[r.who] ?? '', g.people[r.whom] ?? ''].sort();
    return one === other
      ? null
      : {
          one_id: one,
          other_id: other,
          score: 0.55,
          why: '{"for": [], "against": []}',
          found_at: AT,
          ...(r.filled && { two_at: AT, two_by: g.member }),
        };
  },
} satisfies Record<string, Maker>;

export const RELATED_TABLES = Object.keys(MAKERS) as Relation['table'][];

export const relation = fc.record({
  table: fc.constantFrom(...RELATED_TABLES),
  who: fc.integer({ min: 0, max: 2 }),
  whom: fc.integer({ min: 0, max: 2 }),
  k: fc.integer({ min: 0, max: 5 }),
  filled: fc.boolean(),
});

/** Lay the ground in a workspace of its own, three people on it, and as many of the relations as fit; their ids. */
export async function relate(world: World, member: WorldMember, people: Values[], relations: Relation[]): Promise<string[]> {
  const ground = await layGround(world, member, people);
  for (const [n, one] of relations.entries()) {
    const values = (MAKERS[one.table] as Maker)(ground, one, n);
    if (values) await put(world, ground.w, one.table, values);
  }
  const place = { db: world.db, workspaceId: ground.w, now: AT };
  await wholly(place, (change) => refreshPeople(change, ground.people));
  await sql`update workspaces set people_known = (select count(*) from people p where p.workspace_id = ${ground.w} and p.private_to is null)
    where id = ${ground.w}`.execute(world.db);
  return ground.people;
}

async function layGround(world: World, member: WorldMember, people: Values[]): Promise<Ground> {
  const w = member.workspaceId;
  const some = async (table: string, n: number, values: (i: number) => Values) => {
    const ids: string[] = [];
    for (let i = 0; i < n; i++) ids.push(await put(world, w, table, values(i)));
    return ids;
  };
  const [pipeline] = await some('pipelines', 1, () => ({ name: 'Deals', created_at: AT }));
  const [stage] = await some('stages', 1, () => ({ pipeline_id: pipeline, name: 'Talking', created_at: AT }));
  return {
    w,
    member: member.id,
    people: await some('people', 3, (i) => ({ created_at: `2026-11-0${i + 1}T09:00:00Z`, ...people[i] })),
    organisations: await some('organisations', 2, (i) => ({ name: `Org ${i}`, match_key: `org ${i}`, created_at: AT })),
    deals: await some('deals', 2, (i) => ({ title: `Deal ${i}`, stage_id: stage, moved_at: AT, created_at: AT })),
    notes: await some('notes', 2, (i) => ({ body: `Note ${i}`, happened_at: AT, created_at: AT })),
    tags: await some('tags', 2, (i) => ({ name: `tag ${i}`, created_at: AT })),
    fields: await some('custom_fields', 4, (i) => ({
      about: 'person',
      label: `Field ${i}`,
      kind: i < 3 ? 'number' : 'person',
      created_at: AT,
    })),
    conversations: await some('conversations', 2, (i) => ({
      kind: 'call',
      title: `Call ${i}`,
      happened_at: AT,
      dated_by: 'member',
      time_quality: 'none',
      source: 'by-hand',
      created_at: AT,
      created_by: member.id,
    })),
  };
}

/** A row, unless its like is there already. */
async function put(world: World, workspaceId: string, table: string, values: Values): Promise<string> {
  const id = uuidv7();
  const row = { workspace_id: workspaceId, id, ...values };
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))}) on conflict do nothing`.execute(world.db);
  return id;
}
