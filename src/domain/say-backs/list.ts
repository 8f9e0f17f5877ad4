import { sql } from 'kysely';
import { Refusal } from '#model/refusal.ts';
import { type SayBackView, stateOf } from '#model/say-back.ts';
import { needStands } from '../needs/of-person.ts';
import type { Scope } from '../scope.ts';
import { documentOf, known } from '../statement.ts';

type Row = Omit<SayBackView, 'state'> & { revokedAt: string | null };

/** The links made for one person, the newest first, with every answer. @throws Refusal `missing.person`. */
export async function listSayBacks(scope: Scope, personId: string): Promise<SayBackView[]> {
  const found = await documentOf<{ links: Row[] }>(
    scope.db,
    sql`select json_build_object('links', coalesce((select json_agg(json_build_object('id', b.id, 'createdAt', b.created_at,
        'by', case when m.id is null then null else json_build_object('id', m.id, 'name', m.name) end, 'expiresAt', b.expires_at,
        'revokedAt', b.revoked_at, 'needs', (select coalesce(json_agg(json_build_object('needId', sn.need_id, 'statement', sn.statement,
          'answers', (select coalesce(json_agg(json_build_object('answer', a.answer, 'words', a.words, 'answeredAt', a.answered_at)
            order by a.answered_at desc, a.id desc), '[]') from say_back_answers a
            where a.workspace_id = sn.workspace_id and a.say_back_need_id = sn.id)) order by sn.i), '[]')
          from say_back_needs sn join needs n on n.workspace_id = sn.workspace_id and n.id = sn.need_id and ${needStands(scope, 'n')}
          where sn.workspace_id = b.workspace_id and sn.say_back_id = b.id)) order by b.created_at desc, b.id desc)
        from say_backs b left join members m on m.workspace_id = b.workspace_id and m.id = b.created_by
        where b.workspace_id = p.workspace_id and b.person_id = p.id), '[]'))
      from people p where p.workspace_id = ${scope.workspaceId} and p.id = ${personId} and ${known(scope, 'p')}`,
  );
  if (!found) throw new Refusal('missing.person', 'That person is not here any more.');
  return found.links
    .filter((link) => link.needs.length > 0)
    .map(({ revokedAt, ...link }) => ({ ...link, state: stateOf({ revokedAt, expiresAt: link.expiresAt }, scope.now) }));
}
