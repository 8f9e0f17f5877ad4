import { type RawBuilder, sql } from 'kysely';
import type { FindingKind } from '#model/finding.ts';
import { type HeroCandidate, heroOf } from '#model/hero.ts';
import type { ChangingPlace } from '../scope.ts';
import { rowsOf } from '../statement.ts';
import { countPeople } from './count.ts';

/**
 * Write anew what lists show of these people, in the transaction of its cause: when we last really spoke, since when we know them, how much is
 * open, and the quote at their head. Only from what the whole workspace may read, because everybody sees these columns.
 */
export async function refreshPeople(place: ChangingPlace, personIds: Iterable<string | null>): Promise<void> {
  const ids = [...new Set([...personIds].filter((id) => id !== null))].sort();
  if (ids.length === 0) return;
  await sql`
    update people p set
      last_contact_at = coalesce(met.last_at, '1970-01-01T00:00:00Z'), last_contact_kind = met.last_kind, met_at = met.first_at,
      between_us = open.promises + open.findings + open.beliefs
    from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (${contactOf(place)}) met
    cross join lateral (${openWith(place)}) open
    where p.workspace_id = ${place.workspaceId} and p.id = wanted.id`.execute(place.db);
  await refreshHeroes(place, ids);
  await makeKnown(place, ids);
}

// Contact is when they spoke, or when a member says they met or called; our own unanswered mail is none, nor is a note about them.
function contactOf(place: ChangingPlace): RawBuilder<unknown> {
  return sql`
    select max(said.at) as last_at, min(said.at) as first_at, (array_agg(said.kind order by said.at desc))[1] as last_kind
    from (
      select c.kind, coalesce((select max(t.at) from turns t where t.workspace_id = s.workspace_id and t.conversation_id = c.id
        and t.speaker_id = s.id), c.happened_at) as at
      from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${place.workspaceId} and s.person_id = wanted.id and c.removed_at is null and c.private_to is null
        and (s.turns > 0 or (c.source = 'by-hand' and c.kind in ('call', 'meeting', 'visit', 'chat')))
      union all
      select n.kind, n.happened_at from note_links l join notes n on n.workspace_id = l.workspace_id and n.id = l.note_id
      where l.workspace_id = ${place.workspaceId} and l.person_id = wanted.id and not l.mentioned and l.happened_at <= ${place.now}::timestamptz
        and n.kind in ('call', 'meeting') and n.removed_at is null and n.private_to is null) said`;
}

// Who was met in private alone, and stands in something of the workspace now, is known to all from here on.
async function makeKnown(place: ChangingPlace, ids: string[]): Promise<void> {
  const made = await rowsOf(
    place.db,
    sql<{ id: string }>`update people p set private_to = null
      where p.workspace_id = ${place.workspaceId} and p.id = any(${ids}::uuid[]) and p.private_to is not null and exists (
        select from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
        where s.workspace_id = p.workspace_id and s.person_id = p.id and c.removed_at is null and c.private_to is null)
      returning p.id`,
  );
  await countPeople(place, made.length);
}

function openWith(place: ChangingPlace): RawBuilder<unknown> {
  const shared = (
    about: 'promise' | 'belief',
  ) => sql`coalesce((select bool_or(c.removed_at is null and c.private_to is null) from evidence e
    join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
    join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
    where e.workspace_id = ${place.workspaceId} and e.about = ${about} and e.about_id = x.id), true)`;
  return sql`select
    (select count(*)::int from promises x where x.workspace_id = ${place.workspaceId} and x.kept_at is null
      and (x.by_person_id = wanted.id or x.to_person_id = wanted.id) and ${shared('promise')}) as promises,
    (select count(*)::int from beliefs x where x.workspace_id = ${place.workspaceId} and x.person_id = wanted.id
      and x.kind = 'false' and x.closed_at is null and x.removed_at is null and (x.by_hand or ${shared('belief')})) as beliefs,
    (select count(*)::int from speakers s
      join findings f on f.workspace_id = s.workspace_id and f.speaker_id = s.id and f.confirmed_at is null and f.rejected_at is null
      join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id and c.removed_at is null and c.private_to is null
      where s.workspace_id = ${place.workspaceId} and s.person_id = wanted.id) as findings`;
}

async function refreshHeroes(place: ChangingPlace, ids: string[]): Promise<void> {
  const rows = await rowsOf(
    place.db,
    sql<{ personId: string; id: string; kind: FindingKind; depth: number | null; saidAt: string }>`
      select s.person_id, f.id, f.kind, (f.fields->>'depth')::int as depth, coalesce(t.at, c.happened_at) as said_at
      from speakers s
      join findings f on f.workspace_id = s.workspace_id and f.speaker_id = s.id and f.confirmed_at is not null
      join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
      join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${place.workspaceId} and s.person_id = any(${ids}::uuid[]) and c.removed_at is null and c.private_to is null
        and not exists (select from traits x where x.workspace_id = f.workspace_id and x.id = (f.became->>'id')::uuid and x.ended_at is not null)`,
  );
  const said = new Map<string, HeroCandidate[]>(ids.map((id) => [id, []]));
  for (const row of rows) said.get(row.personId)?.push(row);
  const heroes = ids.map((id) => heroOf(said.get(id) ?? [])?.id ?? null);
  await sql`update people p set hero_finding_id = hero.finding_id
    from unnest(${ids}::uuid[], ${heroes}::uuid[]) as hero(id, finding_id)
    where p.workspace_id = ${place.workspaceId} and p.id = hero.id and p.hero_finding_id is distinct from hero.finding_id`.execute(
    place.db,
  );
}

/** The people who stand in these conversations, whether they spoke or not. */
export async function peopleIn(place: ChangingPlace, conversationIds: string[]): Promise<string[]> {
  const rows = await rowsOf(
    place.db,
    sql<{ personId: string }>`select distinct person_id from speakers
      where workspace_id = ${place.workspaceId} and conversation_id = any(${conversationIds}::uuid[]) and person_id is not null`,
  );
  return rows.map((row) => row.personId);
}
