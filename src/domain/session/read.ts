import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';
import type { Session } from '#model/pages.ts';
import { pairsWaiting } from '../duplicates/pairs.ts';
import { peopleInAll } from '../people/count.ts';
import { dayOf, documentOf, evident, readable } from '../statement.ts';
import { dueTasks } from '../tasks/due.ts';

export interface Asker {
  db: Db;
  account: { id: string; name: string; email: string } | null;
  member: { id: string; workspaceId: string } | null;
  now: string;
  setup: Session['setup'];
}

const NOTHING: Session['counts'] = { today: 0, people: 0, conversations: 0, promises: 0, deals: 0, pairs: 0 };

/** Who is signed in, where, and the figures beside the places; for a stranger only whether the first account is still to be made. */
export async function readSession({ db, account, member, now, setup }: Asker): Promise<Session> {
  const session: Session = { account, member: null, workspace: null, workspaces: [], setup, counts: NOTHING };
  if (!account) return session;
  const found = await documentOf<Pick<Session, 'member' | 'workspace' | 'workspaces' | 'counts'>>(
    db,
    sql`select json_build_object(
      'workspaces', (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by lower(w.name), w.id), '[]')
        from members m join workspaces w on w.workspace_id = m.workspace_id and w.id = m.workspace_id
        where m.account_id = ${account.id} and m.left_at is null),
      'member', (select json_build_object('id', m.id, 'name', m.name, 'role', m.role, 'sharesListening', m.shares_listening) from members m
        where m.workspace_id = ${member?.workspaceId ?? null}::uuid and m.id = ${member?.id ?? null}::uuid),
      'workspace', (select json_build_object('id', w.id, 'name', w.name, 'whatWeDo', w.what_we_do, 'mission', w.mission, 'locale', w.locale,
          'zone', w.zone, 'personKinds', w.person_kinds, 'currency', w.currency, 'isSample', w.is_sample)
        from workspaces w where w.workspace_id = ${member?.workspaceId ?? null}::uuid and w.id = ${member?.workspaceId ?? null}::uuid),
      'counts', ${member ? countsOf(member, now) : sql`null::json`})`,
    'session.read',
  );
  return { ...session, ...found, counts: found?.counts ?? NOTHING };
}

// Today counts the people whose words wait for confirmation, the promises of this member and their tasks that are due.
function countsOf({ id, workspaceId }: { id: string; workspaceId: string }, now: string) {
  const reader = { workspaceId, member: { id } };
  const mine = sql`c.workspace_id = ${workspaceId} and ${readable(reader, 'c')}`;
  return sql`json_build_object(
    'people', ${peopleInAll(reader)}, 'pairs', ${pairsWaiting(reader)},
    'deals', (select count(*)::int from deals d where d.workspace_id = ${workspaceId} and d.removed_at is null and d.won_at is null and d.lost_at is null),
    'conversations', (select count(*)::int from conversations c where ${mine}),
    'promises', (select count(*)::int from promises p where p.workspace_id = ${workspaceId} and p.kept_at is null
      and ${evident(reader, 'promise', 'p')}),
    'today', (select count(distinct coalesce(s.person_id::text, s.alias))::int from conversations c
        join findings f on f.workspace_id = c.workspace_id and f.conversation_id = c.id and f.confirmed_at is null and f.rejected_at is null
        join speakers s on s.workspace_id = f.workspace_id and s.id = f.speaker_id and s.side <> 'us'
        where ${mine} and c.open_findings > 0)
      + (select count(*)::int from promises p where p.workspace_id = ${workspaceId} and p.kept_at is null and p.by_member_id = ${id}::uuid
        and p.due_on <= ${dayOf(reader, now)} and ${evident(reader, 'promise', 'p')})
      + (select count(*)::int from tasks t where ${dueTasks(reader, now)}))`;
}
