import { sql } from 'kysely';
import { soughtWords } from '#model/marks.ts';
import type { Hit } from '#model/pages.ts';
import { type Scope, wholly } from '../scope.ts';
import { known, readable, rowsOf } from '../statement.ts';
import { findEverything } from './everything.ts';
import { hasKnown } from './named.ts';
import { nearestWord } from './spelling.ts';

export interface FoundAsMeant {
  hits: Hit[];
  /** What was looked for instead, when nothing is called what was typed and something nearly is. */
  showing?: string;
}

/** What is found for these words; when that is nothing, for what they are most likely a slip of, unless it is to be found `exactly`. */
export async function findAsMeant(scope: Scope, text: string, exactly = false): Promise<FoundAsMeant> {
  const hits = await findEverything(scope, text);
  if (exactly || hits.length > 0) return { hits };
  const alike = await findEverything(scope, text, true);
  if (alike.length > 0) return { hits: alike };
  const meant = await meantBy(scope, soughtWords(text.slice(0, 200)));
  if (meant === null) return { hits };
  const instead = await findEverything(scope, meant);
  return instead.length > 0 ? { hits: instead, showing: meant } : { hits };
}

async function meantBy(scope: Scope, words: string[]): Promise<string | null> {
  const names = await namesLike(scope, words);
  const mended = words.map((word) => nearestWord(word, names) ?? word);
  return mended.some((word, i) => word !== words[i]) ? mended.join(' ') : null;
}

/** Half of the letters in threes: wide enough for two letters that changed places in a word of six. */
const ALIKE = 0.4;
const NAMES = 200;

/** The words of the names and titles that are somewhat like what was typed. */
async function namesLike(scope: Scope, words: string[]): Promise<string[]> {
  return wholly(scope, async (look) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`.execute(look.db);
    const found = await Promise.all(
      words.map((word) =>
        rowsOf(
          look.db,
          sql<{ name: string }>`select * from (
            select p.name from people p where p.workspace_id = ${look.workspaceId} and ${known(look, 'p')} and plain_name(${word}) <% p.sought
            union all select x.name from organisations x
              where x.workspace_id = ${look.workspaceId} and plain_name(${word}) <% x.sought and ${hasKnown(look)}
            union all select c.title from conversations c
              where c.workspace_id = ${look.workspaceId} and ${readable(look, 'c')} and plain_name(${word}) <% plain_name(c.title)) x(name)
            limit ${NAMES}`,
        ),
      ),
    );
    return found.flat().flatMap(({ name }) => soughtWords(name));
  });
}
