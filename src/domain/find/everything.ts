import { sql } from 'kysely';
import { marksIn, snippetOf, soughtWords } from '#model/marks.ts';
import type { Hit } from '#model/pages.ts';
import type { Scope } from '../scope.ts';
import { documentOf } from '../statement.ts';
import { organisationsCalled, peopleCalled } from './named.ts';
import { conversationsCalled, wordsSaid } from './said.ts';
import { soughtOf } from './sought.ts';
import { dealsCalled, needsAbout, notesWith, promisesAbout, tasksAbout } from './written.ts';

const WHOLE = ['people', 'organisations', 'conversations', 'promises', 'needs', 'deals', 'tasks'] as const;
const PIECES = ['words', 'notes'] as const;

type Found = Record<(typeof WHOLE)[number] | (typeof PIECES)[number], Omit<Hit, 'marks'>[]>;

/**
 * People by their name, nickname, address or where they work, organisations, conversations, promises, needs, deals and tasks by their wording, notes and whatever was
 * said by its words, in one statement. With `alike` also what is written somewhat like it: slower, for when nothing is called so.
 */
export async function findEverything(scope: Scope, text: string, alike = false): Promise<Hit[]> {
  const sought = soughtOf(text);
  if (!sought) return [];
  const found = await documentOf<Found>(
    scope.db,
    sql`select json_build_object('people', ${peopleCalled(scope, sought, alike)}, 'organisations', ${organisationsCalled(scope, sought, alike)},
      'conversations', ${conversationsCalled(scope, sought, alike)}, 'promises', ${promisesAbout(scope, sought)}, 'needs', ${needsAbout(scope, sought)},
      'deals', ${dealsCalled(scope, sought)}, 'tasks', ${tasksAbout(scope, sought)}, 'notes', ${notesWith(scope, sought)}, 'words', ${wordsSaid(scope, sought)})`,
    'find',
  );
  if (!found) return [];
  const words = soughtWords(text);
  return [
    ...WHOLE.flatMap((kind) => found[kind].map((hit) => ({ ...hit, marks: marksIn(hit.title, words) }))),
    ...PIECES.flatMap((kind) =>
      found[kind].map((hit) => {
        const snippet = snippetOf(hit.title, words);
        return { ...hit, title: snippet.text, marks: snippet.marks };
      }),
    ),
  ];
}
