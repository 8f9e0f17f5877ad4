import { type RawBuilder, sql } from 'kysely';
import { marksIn, snippetOf, soughtWords } from '#model/marks.ts';
import type { Hit } from '#model/pages.ts';
import { needStands } from '../needs/of-person.ts';
import { organisationOf } from '../people/list.ts';
import type { Scope } from '../scope.ts';
import { documentOf, evident, known, pieceOf, readable } from '../statement.ts';

const OF_A_KIND = 6;
const WORDS = 12;
/** Of a word said everywhere, so many turns are looked at. */
const LOOKED_AT = 400;

type Found = Record<'people' | 'organisations' | 'conversations' | 'promises' | 'needs' | 'words', Omit<Hit, 'marks'>[]>;

/** People by their name or where they work and organisations by name (a typing error is fine), conversations by title, promises and needs by wording, and whatever was said. */
export async function findEverything(scope: Scope, text: string): Promise<Hit[]> {
  const sought = text.trim().slice(0, 200);
  const words = soughtWords(sought);
  if (words.length === 0) return [];
  const found = await documentOf<Found>(
    scope.db,
    sql`select json_build_object('people', ${peopleCalled(scope, sought)}, 'organisations', ${organisationsCalled(scope, sought)},
      'conversations', ${conversationsCalled(scope, sought)}, 'promises', ${promisesAbout(scope, sought)}, 'needs', ${needsAbout(scope, sought)},
      'words', ${wordsSaid(scope, words)})`,
  );
  if (!found) return [];
  const whole = [...found.people, ...found.organisations, ...found.conversations, ...found.promises, ...found.needs];
  return [
    ...whole.map((hit) => ({ ...hit, marks: marksIn(hit.title, words) })),
    ...found.words.map((hit) => {
      const snippet = snippetOf(hit.title, words);
      return { ...hit, title: snippet.text, marks: snippet.marks };
    }),
  ];
}

/** `column` holds a piece of it, or a word much like it: the defaults of pg_trgm are 0.3 for the whole and 0.6 for a word. */
function isLike(column: RawBuilder<unknown>, sought: string): RawBuilder<boolean> {
  const plain = sql`plain_name(${sought})`;
  return sql<boolean>`(plain_name(${column}) like ${pieceOf(sought)} or plain_name(${column}) % ${plain} or ${plain} <% plain_name(${column}))`;
}

// What begins with it goes first, then what is most like it.
function nearest(column: RawBuilder<unknown>, sought: string): RawBuilder<unknown> {
  return sql`starts_with(plain_name(${column}), plain_name(${sought})) desc,
    word_similarity(plain_name(${sought}), plain_name(${column})) desc, ${column}, x.id`;
}

function peopleCalled(scope: Scope, sought: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('kind', 'person', 'id', x.id, 'title', x.name,
      'detail', concat_ws(', ', nullif(x.role_title, ''), ${organisationOf(scope, 'x')}->>'name')) order by x.n), '[]')
    from (select x.*, row_number() over (order by ${nearest(sql`x.name`, sought)}) as n from people x
      where x.workspace_id = ${scope.workspaceId} and ${known(scope, 'x')} and x.id in (
        select p.id from people p where p.workspace_id = ${scope.workspaceId} and ${isLike(sql`p.name`, sought)}
        union all select a.person_id from affiliations a join organisations o on o.workspace_id = a.workspace_id and o.id = a.organisation_id
          where a.workspace_id = ${scope.workspaceId} and ${isLike(sql`o.name`, sought)}
        union all select e.person_id from person_emails e where e.workspace_id = ${scope.workspaceId} and e.email = ${sought.toLowerCase()})
      order by n limit ${OF_A_KIND}) x)`;
}

function organisationsCalled(scope: Scope, sought: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('kind', 'organisation', 'id', x.id, 'title', x.name,
      'detail', (select coalesce(string_agg(p.name, ', ' order by p.name), '') from affiliations a
        join people p on p.workspace_id = a.workspace_id and p.id = a.person_id
        where a.workspace_id = ${scope.workspaceId} and a.organisation_id = x.id and ${known(scope, 'p')})) order by x.n), '[]')
    from (select x.*, row_number() over (order by ${nearest(sql`x.name`, sought)}) as n from organisations x
      where x.workspace_id = ${scope.workspaceId} and ${isLike(sql`x.name`, sought)} and ${hasKnown(scope)} order by n limit ${OF_A_KIND}) x)`;
}

/** The organisation x, unless all who work there were met by another in private. */
export function hasKnown(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`coalesce((select bool_or(${known(scope, 'hp')}) from affiliations ha
    join people hp on hp.workspace_id = ha.workspace_id and hp.id = ha.person_id
    where ha.workspace_id = ${scope.workspaceId} and ha.organisation_id = x.id), true)`;
}

function conversationsCalled(scope: Scope, sought: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('kind', 'conversation', 'id', x.id, 'title', x.title,
      'detail', (select coalesce(string_agg(coalesce(p.name, m.name, s.name), ', ' order by s.i), '') from speakers s
        left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
        left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
        where s.workspace_id = ${scope.workspaceId} and s.conversation_id = x.id)) order by x.happened_at desc, x.id), '[]')
    from (select * from conversations c where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')} and ${isLike(sql`c.title`, sought)}
      order by c.happened_at desc, c.id limit ${OF_A_KIND}) x)`;
}

function promisesAbout(scope: Scope, sought: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_strip_nulls(json_build_object('kind', 'promise', 'id', x.id, 'title', x.what,
      'personId', coalesce(x.by_person_id, x.to_person_id), 'detail', coalesce((select p.name from people p
        where p.workspace_id = ${scope.workspaceId} and p.id = coalesce(x.by_person_id, x.to_person_id)), ''))) order by x.kept_at is not null, x.due_on, x.id), '[]')
    from (select * from promises y where y.workspace_id = ${scope.workspaceId} and plain_name(y.what) like ${pieceOf(sought)}
      and ${evident(scope, 'promise', 'y')} order by y.kept_at is not null, y.due_on, y.id limit ${OF_A_KIND}) x)`;
}

function needsAbout(scope: Scope, sought: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('kind', 'need', 'id', x.id, 'title', x.statement, 'detail', p.name, 'personId', p.id)
      order by x.created_at desc, x.id), '[]')
    from (select * from needs y where y.workspace_id = ${scope.workspaceId} and plain_name(y.statement) like ${pieceOf(sought)}
      and ${needStands(scope, 'y')}
      and exists (select from people q where q.workspace_id = y.workspace_id and q.id = y.person_id and ${known(scope, 'q')}) order by y.created_at desc, y.id limit ${OF_A_KIND}) x
    join people p on p.workspace_id = x.workspace_id and p.id = x.person_id)`;
}

function wordsSaid(scope: Scope, words: string[]): RawBuilder<unknown> {
  // Letters and digits only, so nothing in it can be read as an operator; the last word may still be being typed.
  const query = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ');
  return sql`(select coalesce(json_agg(json_build_object('kind', 'words', 'id', x.id, 'title', x.text, 'detail', x.detail,
      'conversationId', x.conversation_id, 'turn', x.i) order by x.at desc, x.i), '[]')
    from (select t.id, left(t.text, 20000) as text, t.i, c.id as conversation_id, coalesce(t.at, c.happened_at) as at,
        coalesce(p.name, m.name, s.name) || ', ' || c.title as detail
      from (select t.* from turns t
        join conversations r on r.workspace_id = t.workspace_id and r.id = t.conversation_id and ${readable(scope, 'r')}
        where t.workspace_id = ${scope.workspaceId} and t.words @@ to_tsquery('heed', ${query}) limit ${LOOKED_AT}) t
      join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
      join speakers s on s.workspace_id = t.workspace_id and s.id = t.speaker_id
      left join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
      left join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
      order by at desc, t.i limit ${WORDS}) x)`;
}
