import { type RawBuilder, sql } from 'kysely';
import { type Asked, type BriefFacts, type BriefPage, questionsFor, ratherNotFor, shortened } from '#model/brief.ts';
import { Refusal } from '#model/refusal.ts';
import { beliefsOf } from '../beliefs/of-person.ts';
import { mayHear } from '../conversations/hearing.ts';
import { needsOf } from '../needs/of-person.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known, quote, readable } from '../statement.ts';
import { traitsOf } from '../traits/view.ts';
import { aroundOf, cardColumns, deedsOf, workOf } from './card.ts';
import { organisationOf } from './list.ts';
import { heroOf, promisesOf } from './open.ts';

/** Questions of theirs that are older were answered since, or are no longer asked. Ours. */
const STILL_ASKED_DAYS = 90;

type Known = Omit<BriefPage, 'questions' | 'ratherNot'> & Omit<BriefFacts, 'asked'> & { asked: (Asked & { from: number; to: number })[] };

/** What to know, to ask and not to bring up before one walks in to somebody; one statement. @throws Refusal `missing.person`. */
export async function briefOn(scope: Scope, id: string): Promise<BriefPage> {
  const found = await documentOf<Known>(scope.db, briefSql(scope, id));
  if (!found) throw new Refusal('missing.person', 'That person is not here any more.');
  // `from` and `to` count UTF-16 units, which PostgreSQL does not.
  const asked = found.asked.map(({ text, from, to, ...where }) => ({ ...where, text: text.slice(from, to).trim() }));
  const facts: BriefFacts = { ...found, asked: asked.filter(({ text }) => text !== '') };
  const { name, givenName, nickname, kinds, roleTitle, pronouns, organisation, livesIn, photoId, doNotContact, prefers, prefersNote } =
    found;
  return {
    ...{ id, name, givenName, nickname, kinds, roleTitle, pronouns, organisation, livesIn, photoId, doNotContact, prefers, prefersNote },
    lastContactAt: found.lastContactAt,
    hero: found.hero,
    questions: questionsFor(facts, scope.now),
    ratherNot: ratherNotFor(facts),
    ...shortened(facts, scope.now),
  };
}

function briefSql(scope: Scope, id: string): RawBuilder<unknown> {
  return sql`select json_build_object('id', p.id, 'name', p.name, 'kinds', p.kinds, 'roleTitle', p.role_title, 'pronouns', p.pronouns,
      'organisation', ${organisationOf(scope, 'p')}, 'lastContactAt', nullif(p.last_contact_at, '1970-01-01T00:00:00Z'), 'hero', ${heroOf(scope)},
      ${cardColumns(scope)}, 'work', ${workOf(scope)}, 'around', ${aroundOf(scope)}, 'deeds', ${deedsOf(scope)}, 'traits', ${traitsOf(scope)},
      'needs', ${needsOf(scope)}, 'beliefs', ${beliefsOf(scope)}, 'promises', ${promisesOf(scope)}, 'asked', ${askedOf(scope)}, 'alone', ${aloneOf(scope)})
    from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${id} and ${known(scope, 'p')}`;
}

// Which question we passed over is a figure of how we listened: for those who may see these (docs/decisions/007).
function askedOf(scope: Scope): RawBuilder<unknown> {
  const since = new Date(Date.parse(scope.now) - STILL_ASKED_DAYS * 86_400_000).toISOString();
  return sql`(select coalesce(json_agg(x.asked order by x.at desc, x.i desc), '[]') from (
    select coalesce(t.at, c.happened_at) as at, t.i, json_build_object('text', t.text, 'from', (u->>'from')::int, 'to', (u->>'to')::int,
      'at', coalesce(t.at, c.happened_at), 'conversationId', c.id, 'turn', t.i) as asked
    from conversations c
    cross join lateral jsonb_path_query(c.report, '$.listening.questions.unansweredAt[*]') u
    join turns t on t.workspace_id = c.workspace_id and t.conversation_id = c.id and t.i = (u->>'turn')::int
    join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id and s.person_id = p.id
    where c.workspace_id = ${scope.workspaceId} and c.happened_at > ${since}::timestamptz and ${readable(scope, 'c')} and ${mayHear(scope, 'c')}
      and c.id in (select o.conversation_id from speakers o where o.workspace_id = ${scope.workspaceId} and o.person_id = p.id)
    order by 1 desc, 2 desc limit 3) x)`;
}

// What is deep, or felt, and was said where nobody else of theirs was: not for the ears of the others.
function aloneOf(scope: Scope): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(x.quote order by x.secret desc, x.at desc, x.id), '[]') from (
    select c.private_to is not null as secret, coalesce(t.at, c.happened_at) as at, f.id, ${quote()} as quote
    from speakers s
    join findings f on f.workspace_id = s.workspace_id and f.speaker_id = s.id and f.confirmed_at is not null
      and (f.kind = 'feeling' or (f.kind = 'need' and (f.fields->>'depth')::int >= 3))
    join turns t on t.workspace_id = f.workspace_id and t.id = f.turn_id
    join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
    left join members m on m.workspace_id = f.workspace_id and m.id = f.confirmed_by
    where s.workspace_id = ${scope.workspaceId} and s.person_id = p.id and ${readable(scope, 'c')}
      and not exists (select from speakers o where o.workspace_id = s.workspace_id and o.conversation_id = c.id and o.id <> s.id
        and o.member_id is null and o.side <> 'us' and o.turns > 0)
    order by secret desc, at desc, f.id limit 2) x)`;
}
