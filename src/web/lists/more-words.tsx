import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { FieldWord } from '#model/people-sentence.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import type { PeopleSearch } from '../people/people-search.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { type Asking, WordDialog } from './word-dialog.tsx';
import './lists-sheet.ts';

interface Given {
  search: PeopleSearch;
  change: (next: object) => void;
}

const LAYERS = [1, 2, 3, 4] as const;

/** What the sentence says beyond the words that always stand there, each changed in its place. */
export function MoreWords({ search, change }: Given) {
  const text = useListsText();
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      {search.tags ? <TagWords tags={search.tags} change={change} /> : null}
      {search.owner ? <OwnerWord owner={search.owner} change={change} /> : null}
      {search.close ? <CloseWord close={search.close} change={change} /> : null}
      {search.contact ? (
        <Part>
          <Menu
            className="word"
            choices={[
              ...(['no', 'yes'] as const).map((one) => ({
                id: one,
                label: text.contact[one],
                chosen: search.contact === one,
                run: () => change({ contact: one }),
              })),
              { id: 'any', label: text.contactAny, chosen: false, run: () => change({ contact: undefined }) },
            ]}
          >
            {text.contact[search.contact]}
          </Menu>
        </Part>
      ) : null}
      {search.added ? <AddedWord day={search.added} onAsk={() => setAsking({ what: 'added' })} change={change} /> : null}
      {search.brought ? (
        <Part>
          <Gone says={text.brought} onGone={() => change({ brought: undefined })} />
        </Part>
      ) : null}
      {search.fields?.map((word, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word may stand twice, and they are told apart by their place
        <FieldWordPart key={i} word={word} onAsk={() => setAsking({ what: 'field', id: word.id, at: i })} />
      ))}
      {asking ? <WordDialog asking={asking} search={search} change={change} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function Part({ children }: { children: ReactNode }) {
  return <>, {children}</>;
}

/** A word that can only be taken out. */
function Gone({ says, onGone }: { says: string; onGone: () => void }) {
  const text = useListsText();
  return (
    <button type="button" className="word" title={text.takeOut(says)} aria-label={text.takeOut(says)} onClick={onGone}>
      {says}
      <X className="i s" aria-hidden="true" />
    </button>
  );
}

function TagWords({ tags, change }: { tags: string[]; change: Given['change'] }) {
  const text = useListsText();
  const { data } = useQuery(api.tags.list.queryOptions());
  return (
    <Part>
      {text.tagged}{' '}
      {tags.map((id, i) => {
        const name = data ? (data.tags.find((tag) => tag.id === id)?.name ?? text.aTag) : '…';
        const left = tags.filter((one) => one !== id);
        return (
          <span key={id}>
            {i > 0 ? ' + ' : null}
            <Gone says={name} onGone={() => change({ tags: left })} />
          </span>
        );
      })}
    </Part>
  );
}

/** Who can look after somebody; guests are not told who is a member. */
export function useOwners() {
  const may = useMay('member');
  const { data } = useQuery({ ...api.members.list.queryOptions(), enabled: may });
  return data?.members ?? [];
}

function OwnerWord({ owner, change }: { owner: string; change: Given['change'] }) {
  const text = useListsText();
  const members = useOwners();
  const said =
    owner === 'me' || owner === 'nobody' ? text.owners[owner] : (members.find(({ id }) => id === owner)?.name ?? text.somebodyGone);
  return (
    <Part>
      {text.lookedAfter}{' '}
      <Menu
        className="word"
        choices={[
          ...(['me', 'nobody'] as const).map((one) => ({
            id: one,
            label: text.owners[one],
            chosen: owner === one,
            run: () => change({ owner: one }),
          })),
          ...members.map(({ id, name }) => ({ id, label: name, chosen: owner === id, run: () => change({ owner: id }) })),
          { id: 'anyone', label: text.owners.anyone, chosen: false, cut: true, run: () => change({ owner: undefined }) },
        ]}
      >
        {said}
      </Menu>
    </Part>
  );
}

function CloseWord({ close, change }: { close: number[]; change: Given['change'] }) {
  const text = useListsText();
  const flip = (layer: number) => change({ close: close.includes(layer) ? close.filter((one) => one !== layer) : [...close, layer] });
  return (
    <Part>
      {text.closeTo}{' '}
      <Menu
        className="word"
        many
        choices={LAYERS.map((layer) => ({
          id: String(layer),
          label: text.close[layer],
          chosen: close.includes(layer),
          run: () => flip(layer),
        }))}
      >
        {text.or(LAYERS.filter((layer) => close.includes(layer)).map((layer) => text.close[layer]))}
      </Menu>
    </Part>
  );
}

function AddedWord({ day, onAsk, change }: { day: string; onAsk: () => void; change: Given['change'] }) {
  const text = useListsText();
  const dates = useDates();
  return (
    <Part>
      {text.added}{' '}
      <button type="button" className="word" onClick={onAsk}>
        {dates.day(day)}
      </button>{' '}
      <button
        type="button"
        className="word"
        title={text.takeOut(text.added)}
        aria-label={text.takeOut(text.added)}
        onClick={() => change({ added: undefined })}
      >
        <X className="i s" aria-hidden="true" />
      </button>
    </Part>
  );
}

function FieldWordPart({ word, onAsk }: { word: FieldWord; onAsk: () => void }) {
  const text = useListsText();
  const dates = useDates();
  const { data } = useQuery(api.ownFields.list.queryOptions({ input: { about: 'person', away: true } }));
  const field = data?.fields.find(({ id }) => id === word.id);
  const who = useQuery({
    ...api.people.open.queryOptions({ input: { id: word.value ?? '' } }),
    enabled: field?.kind === 'person' && word.test === 'is',
  });
  const isDay = field?.kind === 'date';
  const test = isDay && (word.test === 'from' || word.test === 'until') ? text.dayTests[word.test] : text.tests[word.test];
  const value = field?.kind === 'person' ? (who.data?.name ?? '') : isDay && word.value ? dates.day(word.value) : (word.value ?? '');
  return (
    <Part>
      {text.fieldWith}{' '}
      <button type="button" className="word" onClick={onAsk}>
        {field?.label ?? (data ? text.aField : '…')} {test} {value}
      </button>
    </Part>
  );
}

/** The way to say more; `opened`: somebody just asked for it, and sees at once what can be said. */
export function AddWord({ search, change, opened }: Given & { opened: boolean }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const text = useListsText();
  const { people } = useText();
  const { data } = useQuery(api.ownFields.list.queryOptions({ input: { about: 'person' } }));
  const add = text.add;
  const choices = [
    { id: 'tags', label: add.tags, run: () => setAsking({ what: 'tags' }) },
    ...(search.owner ? [] : [{ id: 'owner', label: add.owner, run: () => change({ owner: 'me' }) }]),
    ...(search.close ? [] : [{ id: 'close', label: add.close, run: () => change({ close: [1, 2] }) }]),
    ...(search.contact ? [] : [{ id: 'contact', label: add.contact, run: () => change({ contact: 'no' }) }]),
    ...(search.added ? [] : [{ id: 'added', label: add.added, run: () => setAsking({ what: 'added' }) }]),
    ...(search.of ? [] : [{ id: 'of', label: add.of, run: () => setAsking({ what: 'of' }) }]),
    ...(data?.fields ?? []).map(({ id, label }, i) => ({
      id,
      label: add.field(label),
      cut: i === 0,
      run: () => setAsking({ what: 'field', id, at: null }),
    })),
  ];
  return (
    <>
      <Menu className="word more" choices={choices} open={opened}>
        {people.andWho}
      </Menu>
      {asking ? <WordDialog asking={asking} search={search} change={change} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
