import { useEffect, useState } from 'react';
import type { PersonRow } from '#model/pages.ts';
import { readPeopleSentence } from '#model/people-sentence.ts';
import { type Chosen, flip, NONE } from './choosing.ts';
import type { PeopleSearch } from './people-search.ts';

export interface Choosing {
  chosen: Chosen;
  /** One more or less; with `range`, all from the one before to this one. */
  flip: (id: string, range: boolean) => void;
  all: () => void;
  end: () => void;
}

/** Whom somebody chose of this list; another sentence is another list. */
export function useChoosing(rows: PersonRow[], search: PeopleSearch): Choosing {
  const [chosen, setChosen] = useState<Chosen>(NONE);
  const { sort: _, ...words } = readPeopleSentence({ ...search });
  const sentence = JSON.stringify(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whom one chose of the other list is not meant here
  useEffect(() => setChosen(NONE), [sentence]);
  return {
    chosen,
    flip: (id, range) => id && setChosen((now) => flip(now, id, range ? rows.map((row) => row.id) : null)),
    all: () => setChosen({ ...NONE, all: true, on: true }),
    end: () => setChosen(NONE),
  };
}
