import { type RawBuilder, sql } from 'kysely';
import { isPlaceholder, nameVariants, workDomain } from '#model/alias.ts';
import type { UnknownSpeaker } from '#model/pages.ts';
import { isUnknown } from '../conversations/already.ts';
import { likeText } from '../cursor.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known, readable, rowsOf } from '../statement.ts';

/** At a time; naming some makes room for the next. */
const MOST = 100;

type Asked = Omit<UnknownSpeaker, 'candidates'>;
type Candidate = UnknownSpeaker['candidates'][number];

/** Whom we do not know yet, each once however often they spoke, with who it could be. Of one conversation, or of all. */
export async function unknownSpeakers(scope: Scope, conversationId: string | null): Promise<UnknownSpeaker[]> {
  const asked = (await documentOf<Asked[]>(scope.db, askedSql(scope, conversationId))) ?? [];
  const candidates = await candidatesFor(scope, asked);
  return asked.map((one, i) => ({ ...one, candidates: candidates.get(i) ?? [] }));
}

function askedSql(scope: Scope, conversationId: string | null): RawBuilder<unknown> {
  const within = conversationId ? sql`and s.conversation_id = ${conversationId}` : sql``;
  return sql`
    select coalesce(json_agg(json_build_object('alias', x.alias, 'name', x.name, 'email', x.email, 'turns', x.turns,
      'conversations', x.conversations, 'sample', coalesce(sample.text, '')) order by x.newest desc, x.alias), '[]')
    from (select s.alias, min(s.name) as name, max(s.email) as email, sum(s.turns)::int as turns, max(c.happened_at) as newest,
        array_agg(s.id) as speaker_ids,
        json_agg(json_build_object('id', c.id, 'title', c.title, 'happenedAt', c.happened_at) order by c.happened_at desc, c.id) as conversations
      from speakers s join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id
      where s.workspace_id = ${scope.workspaceId} and ${isUnknown('s')} and ${readable(scope, 'c')} ${within}
      group by s.alias order by newest desc, s.alias limit ${MOST}) x
    left join lateral (select left(t.text, 240) as text from turns t
      where t.workspace_id = ${scope.workspaceId} and t.speaker_id = any(x.speaker_ids)
      order by least(length(t.text), 160) desc, t.id limit 1) sample on true`;
}

async function candidatesFor(scope: Scope, asked: Asked[]): Promise<Map<number, Candidate[]>> {
  const sought = asked.flatMap(({ name, email }, i) => {
    const domain = email ? workDomain(email) : null;
    const spellings = isPlaceholder(name) ? [] : nameVariants(name);
    const bare = spellings.at(-1) ?? '';
    return bare || domain
      ? [{ i, name: bare, spellings, first: likeText(bare.split(' ')[0] ?? ''), domain: domain && likeText(domain) }]
      : [];
  });
  const w = scope.workspaceId;
  const rows = await rowsOf(
    scope.db,
    sql<Candidate & { i: number }>`
      select distinct on (x.i, f.kind, f.id) x.i, f.kind, f.id, f.name, f.why, f.rank
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as x(i int, name text, spellings jsonb, first text, domain text)
      cross join lateral (
        (select 'person' as kind, p.id, p.name, case when x.spellings ? plain_name(p.name) then 'same-name' else 'similar-name' end as why,
            similarity(plain_name(p.name), x.name) + 1 as rank
          from people p where p.workspace_id = ${w} and ${known(scope, 'p')} and x.name <> ''
            and (x.name <% p.sought or p.sought like x.first || ' %')
          order by rank desc limit 5)
        union all
        (select 'member', m.id, m.name, case when x.spellings ? plain_name(m.name) then 'same-name' else 'similar-name' end,
            similarity(m.name, x.name) + 1
          from members m where m.workspace_id = ${w} and m.left_at is null and x.name <> ''
            and (m.name % x.name or lower(m.name) like x.first || ' %' or lower(m.name) = x.first)
          order by 5 desc limit 3)
        union all
        (select 'person', p.id, p.name, 'same-email-domain', 0.5
          from person_emails e join people p on p.workspace_id = e.workspace_id and p.id = e.person_id
          where e.workspace_id = ${w} and ${known(scope, 'p')} and x.domain is not null and e.email like '%@' || x.domain
          order by p.name limit 3)) f
      order by x.i, f.kind, f.id, f.rank desc`,
  );
  const found = new Map<number, (Candidate & { rank: number })[]>();
  for (const { i, ...row } of rows as (Candidate & { i: number; rank: number })[]) found.set(i, [...(found.get(i) ?? []), row]);
  return new Map([...found].map(([i, list]) => [i, likeliest(list)]));
}

function likeliest(list: (Candidate & { rank: number })[]): Candidate[] {
  const weight = (one: Candidate & { rank: number }) => one.rank + (one.why === 'same-name' ? 1 : 0);
  return list
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ kind, id, name, why }) => ({ kind, id, name, why }));
}
