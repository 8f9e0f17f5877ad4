import { sql } from 'kysely';
import { othersIn, shareOf } from '../conversations/talk.ts';
import { filesOf, mentionsOf, readableNote } from '../notes/view.ts';
import { evident, quotesOf, readable } from '../statement.ts';
import { amongThem, memberName, ownColumn, place, placesOf, type Source } from './source.ts';

/** Of a long note a timeline shows its beginning. */
const LETTERS = 1200;

const EVERYBODYS: Source['of'] = ['person', 'organisation', 'deal'];

// Bounded by the talks of one person or house: a speaker has no moment of its own to go by.
const conversations: Source = {
  part: 'conversations',
  of: EVERYBODYS,
  ...placesOf('conversation'),
  keys: (scope, subject) => sql`select ${place('conversation')} as o, c.happened_at as at, c.id from conversations c
    where c.workspace_id = ${scope.workspaceId} and ${readable(scope, 'c')} and c.id in (select ts.conversation_id from speakers ts
      where ts.workspace_id = ${scope.workspaceId} and ${amongThem(scope, subject, 'ts.person_id')})`,
  row: (scope, subject) => sql`(select jsonb_build_object('title', c.title, 'conversationKind', c.kind, 'durationMs', c.duration_ms,
      'theirShare', ${shareOf(scope, 'them')}, 'ourShare', ${shareOf(scope, 'us')}, 'openFindings', c.open_findings,
      'others', ${othersIn(scope, subject.about === 'person' ? subject.id : sql`null::uuid`)})
    from conversations c where c.workspace_id = ${scope.workspaceId} and c.id = k.id)`,
};

const notes: Source = {
  part: 'notes',
  of: EVERYBODYS,
  ...placesOf('note'),
  keys: (scope, subject) => sql`select ${place('note')} as o, nl.happened_at as at, nl.note_id as id from note_links nl
    join notes n on n.workspace_id = nl.workspace_id and n.id = nl.note_id and ${readableNote(scope, 'n')}
    where nl.workspace_id = ${scope.workspaceId} and ${ownColumn(subject, 'nl')} = ${subject.id}`,
  row: (scope, subject) => sql`(select jsonb_build_object('noteKind', n.kind, 'title', n.title, 'body', left(n.body, ${LETTERS}),
      'isCut', length(n.body) > ${LETTERS}, 'isPrivate', n.private_to is not null,
      'isYours', n.created_by is not distinct from ${scope.member.id}::uuid,
      'by', case when nm.id is not null then json_build_object('id', nm.id, 'name', nm.name) end,
      'isMention', (select nl.mentioned from note_links nl where nl.workspace_id = ${scope.workspaceId} and nl.note_id = n.id
        and ${ownColumn(subject, 'nl')} = ${subject.id} limit 1),
      'mentions', ${mentionsOf(scope, 'n')}, 'attachments', ${filesOf(scope, 'n')})
    from notes n left join members nm on nm.workspace_id = n.workspace_id and nm.id = n.created_by
    where n.workspace_id = ${scope.workspaceId} and n.id = k.id)`,
};

// Promised when it was said; what was noted over the fence, when it was noted.
const promises: Source = {
  part: 'promises',
  of: EVERYBODYS,
  ...placesOf('promised', 'kept'),
  keys: (scope, subject) => sql`select told.o, told.at, x.id from promises x
    cross join lateral (values (${place('promised')}, coalesce((select min(coalesce(t.at, c.happened_at)) from evidence e
        join turns t on t.workspace_id = e.workspace_id and t.id = e.turn_id
        join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id and ${readable(scope, 'c')}
        where e.workspace_id = ${scope.workspaceId} and e.about = 'promise' and e.about_id = x.id), x.created_at)),
      (${place('kept')}, x.kept_at)) as told(o, at)
    where x.workspace_id = ${scope.workspaceId} and (${amongThem(scope, subject, 'x.by_person_id')} or ${amongThem(scope, subject, 'x.to_person_id')})
      and told.at is not null and ${evident(scope, 'promise', 'x')}`,
  row: (scope) => sql`(select jsonb_build_object('what', x.what, 'byUs', x.by_member_id is not null,
      'by', coalesce(${memberName(scope, 'x.by_member_id')}, (select bp.name from people bp where bp.workspace_id = x.workspace_id and bp.id = x.by_person_id)))
    from promises x where x.workspace_id = ${scope.workspaceId} and x.id = k.id)`,
};

// What they answered when we said it back goes before what they said first.
const needs: Source = {
  part: 'understood',
  of: ['person'],
  ...placesOf('understood', 'healed'),
  keys: (scope, subject) => sql`select told.o, told.at, x.id from needs x
    cross join lateral (values (${place('understood')}, x.understood_at), (${place('healed')}, x.healed_at)) as told(o, at)
    where x.workspace_id = ${scope.workspaceId} and x.person_id = ${subject.id} and told.at is not null and ${evident(scope, 'need', 'x')}`,
  row: (scope) => sql`(select jsonb_build_object('what', x.statement,
      'by', case when k.o = ${place('healed')} then ${memberName(scope, 'x.healed_by')} else ${memberName(scope, 'x.understood_by')} end,
      'words', coalesce((select nc.words from need_confirmations nc
          left join turns t on t.workspace_id = nc.workspace_id and t.id = nc.turn_id
          left join conversations c on c.workspace_id = t.workspace_id and c.id = t.conversation_id
          where nc.workspace_id = ${scope.workspaceId} and nc.need_id = x.id and nc.words <> '' and (nc.turn_id is null or ${readable(scope, 'c')})
          order by nc.confirmed_at desc limit 1),
        ${quotesOf(scope, 'need', 'x')}->0->>'text'))
    from needs x where x.workspace_id = ${scope.workspaceId} and x.id = k.id)`,
};

const beliefs: Source = {
  part: 'understood',
  of: ['person'],
  ...placesOf('belief-reopened', 'belief-closed'),
  keys: (
    scope,
    subject,
  ) => sql`select case when b.step = 'closed' then ${place('belief-closed')} else ${place('belief-reopened')} end as o, b.at, b.id
    from beliefs x join belief_steps b on b.workspace_id = x.workspace_id and b.belief_id = x.id
    left join conversations c on c.workspace_id = b.workspace_id and c.id = b.conversation_id
    where x.workspace_id = ${scope.workspaceId} and x.person_id = ${subject.id} and (b.conversation_id is null or ${readable(scope, 'c')})
      and ${evident(scope, 'belief', 'x')}`,
  row: (scope) => sql`(select jsonb_build_object('what', x.statement, 'by', ${memberName(scope, 'b.created_by')},
      'words', coalesce((select f.quote from findings f
          join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id and ${readable(scope, 'c')}
          where f.workspace_id = ${scope.workspaceId} and f.id = b.finding_id), ${quotesOf(scope, 'belief', 'x')}->0->>'text'))
    from belief_steps b join beliefs x on x.workspace_id = b.workspace_id and x.id = b.belief_id
    where b.workspace_id = ${scope.workspaceId} and b.id = k.id)`,
};

/** What was said, written and promised, and what we came to understand. */
export const fromTalks: Source[] = [conversations, notes, promises, needs, beliefs];
