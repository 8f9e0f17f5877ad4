import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Db } from '#db/pool.ts';
import type { SayBackAnswer } from '#model/need.ts';
import type { SaidPage } from '#model/say-back.ts';
import { remember } from '../audit.ts';
import { settleUnderstood, understand } from '../needs/understood.ts';
import { wholly } from '../scope.ts';
import { documentOf, firstOf } from '../statement.ts';
import { hashOfLink, missingSayBack } from './make.ts';

/** The link of alias b leads somewhere: nobody took it back, and its day has not come. */
const works = (now: string) => sql<boolean>`(b.revoked_at is null and b.expires_at > ${now}::timestamptz)`;

/**
 * What stands behind a link, for whoever holds it. That it was looked at is not recorded, by nobody and nowhere.
 * @throws Refusal `missing.say-back`, in the same words whether it never was, was taken back or is past its day.
 */
export async function lookAtSayBack(db: Db, { token, now }: { token: string; now: string }): Promise<SaidPage> {
  const page = await documentOf<SaidPage>(
    db,
    sql`select json_build_object('workspace', w.name, 'from', m.name, 'to', p.name, 'greeting', b.greeting, 'expiresAt', b.expires_at,
        'needs', (select coalesce(json_agg(json_build_object('id', sn.id, 'statement', sn.statement, 'answer', a.answer,
            'words', coalesce(a.words, '')) order by sn.i), '[]')
          from say_back_needs sn join needs n on n.workspace_id = sn.workspace_id and n.id = sn.need_id and n.removed_at is null
          left join lateral (select x.answer, x.words from say_back_answers x where x.workspace_id = sn.workspace_id
            and x.say_back_need_id = sn.id order by x.answered_at desc, x.id desc limit 1) a on true
          where sn.workspace_id = b.workspace_id and sn.say_back_id = b.id))
      from say_backs b
      join workspaces w on w.workspace_id = b.workspace_id and w.id = b.workspace_id
      join people p on p.workspace_id = b.workspace_id and p.id = b.person_id
      join members m on m.workspace_id = b.workspace_id and m.id = b.created_by
      where b.token_hash = ${hashOfLink(token)} and ${works(now)}`,
  );
  if (!page || page.needs.length === 0) throw missingSayBack();
  return page;
}

interface Answered {
  token: string;
  /** Id of the need as the page gives it. */
  need: string;
  answer: SayBackAnswer;
  /** In their own words; they may say nothing more. */
  words: string;
}

/**
 * The person answers. The newest answer counts, those before it stay; a yes makes the need understood, anything less makes it not so. The same
 * answer in the same words is not written twice. @throws Refusal `missing.say-back`.
 */
export function answerSayBack(db: Db, now: string, { token, need, answer, words }: Answered): Promise<void> {
  return wholly({ db, now }, async (change) => {
    // Held before it is read: the same answer sent twice in one moment finds the first.
    await sql`select sn.id from say_back_needs sn join say_backs b on b.workspace_id = sn.workspace_id and b.id = sn.say_back_id
      where b.token_hash = ${hashOfLink(token)} and sn.id = ${need} for update of sn`.execute(change.db);
    const asked = await firstOf(
      change.db,
      sql<{ workspaceId: string; needId: string; personId: string; answer: SayBackAnswer | null; words: string | null }>`
        select b.workspace_id, sn.need_id, n.person_id, a.answer, a.words from say_backs b
        join say_back_needs sn on sn.workspace_id = b.workspace_id and sn.say_back_id = b.id
        join needs n on n.workspace_id = sn.workspace_id and n.id = sn.need_id and n.removed_at is null and n.person_id = b.person_id
        left join lateral (select x.answer, x.words from say_back_answers x where x.workspace_id = sn.workspace_id
          and x.say_back_need_id = sn.id order by x.answered_at desc, x.id desc limit 1) a on true
        where b.token_hash = ${hashOfLink(token)} and ${works(now)} and sn.id = ${need}`,
    );
    if (!asked) throw missingSayBack();
    if (asked.answer === answer && asked.words === words.trim()) return;
    const place = { db: change.db, now, workspaceId: asked.workspaceId };
    const id = uuidv7();
    await sql`insert into say_back_answers (workspace_id, id, say_back_need_id, answer, words, answered_at)
      values (${asked.workspaceId}, ${id}, ${need}, ${answer}, ${words.trim()}, ${now})`.execute(change.db);
    if (answer === 'yes')
      await understand(place, { id: asked.needId, personId: asked.personId }, { answer: { id, words: words.trim(), at: now } });
    else await settleUnderstood(place, [asked.needId]);
    await remember({ ...place, member: null }, { action: 'say-back.answered', about: 'need', id: asked.needId });
  });
}
