import { type RawBuilder, sql } from 'kysely';
import { type CandidateTurn, soundsLikeYes } from '#model/need.ts';
import { sharedWords } from '#model/need-places.ts';
import type { Scope } from '../scope.ts';
import { firstOf, known, readable, rowsOf } from '../statement.ts';
import { missingNeed } from './lock.ts';
import { needStands } from './of-person.ts';

/** Turns offered at most; of a talk without a word of ours that Heed heard as said back, only short yeses. */
const MOST = 40;

/**
 * Where this person may have confirmed it: their turns right after one of ours, as far as we had said something back there or they begin with a
 * yes. First those that speak of the need in its own words, said back before not, a short yes before a long one, the newest before older ones.
 * @throws Refusal `missing.need`.
 */
export async function candidatesFor(scope: Scope, needId: string): Promise<CandidateTurn[]> {
  const need = await firstOf(
    scope.db,
    sql<{ personId: string; words: string }>`select n.person_id, concat_ws(' ', n.statement, (select string_agg(f.quote, ' ')
        from evidence e join findings f on f.workspace_id = e.workspace_id and f.id = e.finding_id
        where e.workspace_id = n.workspace_id and e.about = 'need' and e.about_id = n.id)) as words
      from needs n join people p on p.workspace_id = n.workspace_id and p.id = n.person_id
      where n.workspace_id = ${scope.workspaceId} and n.id = ${needId} and ${needStands(scope, 'n')} and ${known(scope, 'p')}`,
  );
  if (!need) throw missingNeed();
  const found = await rowsOf(scope.db, answersOf(scope, needId, need.personId));
  const rank = ({ text, after, saidBack, ofNeed }: Found) =>
    Math.min(4, 2 * sharedWords(need.words, `${after} ${text}`)) +
    (saidBack ? 3 : 0) +
    (soundsLikeYes(text) ? 2 : 0) +
    (soundsLikeYes(text) && text.length < 80 ? 1 : 0) +
    (ofNeed ? 1 : 0);
  return found
    .filter((one) => one.saidBack || soundsLikeYes(one.text))
    .map((one, i) => ({ one, i }))
    .sort((a, b) => rank(b.one) - rank(a.one) || a.i - b.i)
    .slice(0, MOST)
    .map(({ one: { ofNeed: _, ...turn } }) => turn);
}

type Found = CandidateTurn & { ofNeed: boolean };

/** Their turns that come right after a turn of ours, the newest first. */
function answersOf(scope: Scope, needId: string, personId: string): RawBuilder<Found> {
  return sql<Found>`select c.id as conversation_id, c.title as conversation_title, coalesce(t.at, c.happened_at) as happened_at, t.id as turn_id,
      t.i as turn, t.text, o.text as after, o.acts @? '$[*] ? (@.act starts with "reflection.")' as said_back,
      exists (select from evidence e join turns et on et.workspace_id = e.workspace_id and et.id = e.turn_id
        where e.workspace_id = t.workspace_id and e.about = 'need' and e.about_id = ${needId} and et.conversation_id = c.id) as of_need
    from speakers s
    join conversations c on c.workspace_id = s.workspace_id and c.id = s.conversation_id and ${readable(scope, 'c')}
      and (c.source <> 'by-hand' or c.file_id is not null)
    join turns t on t.workspace_id = s.workspace_id and t.conversation_id = c.id and t.speaker_id = s.id
    join turns o on o.workspace_id = t.workspace_id and o.conversation_id = t.conversation_id and o.i = t.i - 1
    join speakers os on os.workspace_id = o.workspace_id and os.id = o.speaker_id and os.side = 'us'
    where s.workspace_id = ${scope.workspaceId} and s.person_id = ${personId}
    order by coalesce(t.at, c.happened_at) desc, t.i desc limit 2000`;
}
