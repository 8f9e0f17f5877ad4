/**
 * A workspace as large as a company's: people with addresses and organisations, conversations of forty turns, needs and promises, written by SQL.
 * Names share their words as real ones do, and a few words are said in every other turn, so that search has to work for its living.
 */
import { sql } from 'kysely';
import type { Db } from '#db/pool.ts';

const TURNS = 40;
const SENTENCES = 20_000;
const SYLLABLES = 'ka lo mi ren ta vo sha ber din ost el mar jun fa ri pel gro win ash ter nel dov hu bra ces ton vik lan mor ede'.split(
  ' ',
);
const COMMON =
  'the we need to know before morning report late van school because nobody answers again price board week tunnel alarm depot'.split(' ');

export interface Many {
  people: number;
  turns: number;
}

/** Fill an empty workspace. Everything is made of its number, so two runs are the same. */
export async function seedMany(
  db: Db,
  { workspaceId: w, memberId }: { workspaceId: string; memberId: string },
  { people, turns }: Many,
): Promise<void> {
  const now = '2026-11-20T12:00:00Z';
  const talks = Math.ceil(turns / TURNS);
  // Of version 7, as ours are: the door refuses others.
  const id = (kind: string, n: string) => sql.raw(`overlay(overlay(md5('${kind}' || ${n}) placing '7' from 13) placing '8' from 17)::uuid`);
  const run = (text: ReturnType<typeof sql>) => text.execute(db);
  await run(sql`create unlogged table if not exists bench_words (nr int primary key, given text, family text, sentence text)`);
  await run(sql`insert into bench_words select nr, given, family, sentence from unnest(${numbers()}::int[], ${wordsOf(7, 2)}::text[],
    ${wordsOf(13, 3)}::text[], ${sentences()}::text[]) as x(nr, given, family, sentence) on conflict do nothing`);
  await run(sql`insert into people (workspace_id, id, name, match_key, kinds, last_contact_at, last_contact_kind, between_us, created_at)
    select ${w}, ${id('p', 'n')}, g.given || ' ' || f.family, lower(f.family || ' ' || g.given), '{customer}',
      timestamptz '2026-11-20' - (n % 5000) * interval '1 hour', 'call', n % 4, ${now}
    from generate_series(1, ${people}::int) n join bench_words g on g.nr = n % 400 join bench_words f on f.nr = (n * 7919::bigint) % ${SENTENCES}`);
  await run(sql`insert into person_emails (workspace_id, id, person_id, email, match_email, created_at)
    select ${w}, ${id('e', 'n')}, ${id('p', 'n')}, 'person' || n || '@org' || n % ${people / 5}::int || '.example', 'person' || n || '@org' || n % ${people / 5}::int || '.example', ${now}
    from generate_series(1, ${people}::int) n`);
  await run(sql`insert into organisations (workspace_id, id, name, match_key, created_at)
    select ${w}, ${id('o', 'n')}, initcap(f.family) || ' ' || (array['Foods', 'Logistics', 'Schools', 'Energy', 'Labs', 'Bakery', 'Clinics'])[1 + n % 7], lower(f.family), ${now}
    from generate_series(0, ${people / 5}::int - 1) n join bench_words f on f.nr = (n * 104729::bigint) % ${SENTENCES}`);
  await run(sql`insert into affiliations (workspace_id, id, person_id, organisation_id, role_title, created_at)
    select ${w}, ${id('a', 'n')}, ${id('p', 'n')}, ${id('o', `n % ${people / 5}`)}, 'Operations director', ${now} from generate_series(1, ${people}::int) n`);
  await run(sql`insert into conversations (workspace_id, id, kind, title, happened_at, dated_by, time_quality, source, understood_at, open_findings, report, created_at, created_by)
    select ${w}, ${id('c', 'n')}, 'call', 'Talk about ' || split_part(b.sentence, ' ', 5) || ' ' || split_part(b.sentence, ' ', 6),
      timestamptz '2026-11-20' - n * interval '13 minutes', 'source', 'exact', 'zoom-vtt', ${now}, n % 2,
      '{"conversation": {"participants": []}, "listening": {}}', timestamptz '2026-11-01' - n * interval '13 minutes', ${memberId}
    from generate_series(1, ${talks}::int) n join bench_words b on b.nr = n % ${SENTENCES}`);
  await run(sql`insert into speakers (workspace_id, id, conversation_id, i, name, alias, side, person_id, member_id, turns, words)
    select ${w}, ${id('s', "n || '-' || i")}, ${id('c', 'n')}, i, 'Speaker ' || i, 'speaker ' || i || ' ' || n, case when i = 0 then 'us' else 'them' end,
      case when i > 0 then ${id('p', `(1 + (n * 3 + i) % ${people})`)} end, case when i = 0 then ${memberId}::uuid end, ${TURNS / 4}::int, 200
    from generate_series(1, ${talks}::int) n, generate_series(0, 3) i`);
  await run(sql`insert into turns (workspace_id, id, conversation_id, i, speaker_id, start_ms, end_ms, line, text)
    select ${w}, ${id('t', "n || '-' || i")}, ${id('c', 'n')}, i, ${id('s', "n || '-' || i % 4")}, i * 5000, i * 5000 + 4000, i, b.sentence || ' ' || n
    from generate_series(1, ${talks}::int) n cross join generate_series(0, ${TURNS - 1}::int) i
      join bench_words b on b.nr = (n * 41 + i * 17) % ${SENTENCES}`);
  await run(sql`insert into findings (workspace_id, id, conversation_id, turn_id, speaker_id, kind, from_char, to_char, quote, fields, p, engine_version, suggested, created_at)
    select ${w}, ${id('f', 'n')}, ${id('c', 'n')}, ${id('t', "n || '-1'")}, ${id('s', "n || '-1'")}, 'need', 0, 25, 'We need to know it before', '{}', 0.8,
      'bench', '{}', ${now} from generate_series(1, ${talks}::int, 2) n`);
  await run(sql`insert into promises (workspace_id, id, by_member_id, to_person_id, what, due_on, created_at, created_by)
    select ${w}, ${id('m', 'n')}, ${memberId}, ${id('p', 'n')}, 'Send the ' || b.sentence, date '2026-10-01' + n % 90, ${now}, ${memberId}
    from generate_series(1, ${people}::int, 50) n join bench_words b on b.nr = n % ${SENTENCES}`);
  await run(sql`insert into needs (workspace_id, id, person_id, depth, statement, created_at, created_by)
    select ${w}, ${id('n', 'n')}, ${id('p', 'n')}, n % 5, 'Needs ' || b.sentence, ${now}, ${memberId}
    from generate_series(1, ${people}::int, 5) n join bench_words b on b.nr = (n * 3) % ${SENTENCES}`);
  await run(sql`update workspaces set people_known = ${people} where id = ${w}`);
  await run(sql`drop table bench_words`);
  await run(sql`vacuum analyze`);
}

const numbers = () => Array.from({ length: SENTENCES }, (_, n) => n);

function wordsOf(step: number, syllables: number): string[] {
  return numbers().map((n) => {
    const word = Array.from(
      { length: syllables },
      (_, i) => SYLLABLES[Math.floor((n * step) / SYLLABLES.length ** i) % SYLLABLES.length],
    ).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
}

/** Eight words each: half of them common ones, the commonest in every other sentence. */
function sentences(): string[] {
  const rare = wordsOf(31, 3);
  return numbers().map((n) =>
    Array.from({ length: 8 }, (_, i) => {
      const draw = (n * 2654435761 + i * 40503) % 4294967296;
      return draw % 2 === 0 ? COMMON[Math.floor(COMMON.length * (draw / 4294967296) ** 2)] : rare[(draw >>> 4) % SENTENCES]?.toLowerCase();
    }).join(' '),
  );
}
