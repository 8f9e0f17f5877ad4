import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SORTS, SPOKE } from '#model/people-sentence.ts';
import type { PersonKind } from '#model/person.ts';
import { useText } from '../messages/use-text.ts';
import { useOfferedKinds } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { type PeopleSearch, readPeopleSearch, saysMore } from './people-search.ts';

// Most sentences never say more: what they could say comes when one does.
const MoreWords = lazy(() => import('../lists/more-words.tsx').then(({ MoreWords }) => ({ default: MoreWords })));
const AddWord = lazy(() => import('../lists/more-words.tsx').then(({ AddWord }) => ({ default: AddWord })));

/** The filter as a sentence: each coloured word can be changed, and the address keeps it. */
export function PeopleSentence() {
  const text = useText();
  const search = useSearch({ from: '/inside/people' });
  const navigate = useNavigate({ from: '/people' });
  const said = useOfferedKinds();
  const change = (next: Record<keyof PeopleSearch, unknown> | object) =>
    void navigate({ search: readPeopleSearch({ ...search, ...next }), replace: true });
  const [more, setMore] = useState(false);
  const extra = saysMore(search);
  const kinds = search.kinds ?? [];
  const offered = [...new Set([...said, ...kinds])];
  const flip = (kind: PersonKind) => change({ kinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind] });
  const spoke = search.spoke ?? 'any';
  const sort = search.sort ?? 'between';
  const words = text.people;
  return (
    <div className="sent">
      {words.show}{' '}
      <Menu
        className="word"
        many
        choices={[
          { id: 'all', label: words.everybody, chosen: kinds.length === 0, run: () => change({ kinds: undefined }) },
          ...offered.map((kind) => ({ id: kind, label: text.kinds.many[kind], chosen: kinds.includes(kind), run: () => flip(kind) })),
        ]}
      >
        {kinds.length === 0 ? words.everybody : text.kinds.and(kinds.map((kind) => text.kinds.many[kind]))}
      </Menu>
      {search.of ? (
        <>
          {' '}
          {words.of}{' '}
          <button type="button" className="word" title={words.clearOf} onClick={() => change({ of: undefined })}>
            {search.of}
            <X className="i s" aria-hidden="true" />
          </button>
        </>
      ) : null}
      {search.find ? (
        <>
          {' '}
          {words.named}{' '}
          <button type="button" className="word" title={words.clearFind(search.find)} onClick={() => change({ find: undefined })}>
            {search.find}
            <X className="i s" aria-hidden="true" />
          </button>
        </>
      ) : null}{' '}
      {words.spokeWith}{' '}
      <Menu
        className="word"
        choices={SPOKE.map((one) => ({ id: one, label: words.spoke[one], chosen: spoke === one, run: () => change({ spoke: one }) }))}
      >
        {words.spoke[spoke]}
      </Menu>
      ,{' '}
      <Menu
        className="word"
        choices={[
          { id: 'any', label: words.between, chosen: !search.owe, run: () => change({ owe: undefined }) },
          { id: 'owe', label: words.owed, chosen: search.owe === true, run: () => change({ owe: true }) },
        ]}
      >
        {search.owe ? words.owed : words.between}
      </Menu>
      {extra ? (
        <Suspense>
          <MoreWords search={search} change={change} />
        </Suspense>
      ) : null}
      ,{' '}
      <Menu
        className="word"
        choices={SORTS.map((one) => ({ id: one, label: words.sort[one], chosen: sort === one, run: () => change({ sort: one }) }))}
      >
        {words.sort[sort]}
      </Menu>
      {sort === 'name' ? '' : ' '}
      {words.sortEnd[sort]}{' '}
      {more || extra ? (
        <Suspense>
          <AddWord search={search} change={change} opened={more} />
        </Suspense>
      ) : (
        <button type="button" className="word more" onClick={() => setMore(true)}>
          {words.andWho}
        </button>
      )}
    </div>
  );
}
