import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { isNarrowed, type PeopleSentence, readPeopleSentence } from '#model/people-sentence.ts';
import type { SavedView } from '#model/saved-view.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { countWord, type PeopleSearch, readPeopleSearch, viewOf } from '../people/people-search.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { type Choice, Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { ViewDialog } from './view-dialog.tsx';
import './lists-sheet.ts';
import { groupOf, inSight, movedTo } from './view-order.ts';

/** As many stand in the bar themselves; the rest in a menu after them. */
const IN_BAR = 5;

const addressOf = (view: SavedView): PeopleSearch => ({ ...readPeopleSearch(view.search), view: view.id });

/** The views that were saved, each an address; what can be done with the one that is open; and the way to save another. */
export function SavedViews({ search }: { search: PeopleSearch }) {
  const text = useListsText();
  const navigate = useNavigate();
  const may = useMay('member');
  const { data } = useQuery(api.views.list.queryOptions({ input: { of: 'people' } }));
  const [naming, setNaming] = useState<SavedView | 'new' | null>(null);
  const views = data?.views ?? [];
  const open = views.find(({ id }) => id === search.view);
  const { inBar, rest } = inSight(views, open, IN_BAR);
  const words = readPeopleSentence({ ...search });
  const unsaved = open ? !same(words, readPeopleSentence(open.search)) : viewOf(search) === null && isNarrowed(words);
  return (
    <>
      {inBar.map((view) => (
        <span key={view.id} className="row view-one">
          <Link
            to="/people"
            search={addressOf(view)}
            className={view === open ? 'btn sm' : 'btn sm q'}
            activeProps={{ 'aria-current': undefined }}
            aria-current={view === open ? 'true' : undefined}
          >
            {view.name}
            {view.count ? <span className="f">{countWord(view.count)}</span> : null}
          </Link>
          {may && view === open ? (
            <ViewMenu view={view} views={views} words={words} unsaved={unsaved} onRename={() => setNaming(view)} />
          ) : null}
        </span>
      ))}
      {rest.length > 0 ? (
        <Menu
          className="btn sm q"
          choices={rest.map((view) => ({
            id: view.id,
            label: view.name,
            run: () => void navigate({ to: '/people', search: addressOf(view) }),
          }))}
        >
          {text.viewsMore(rest.length)}
        </Menu>
      ) : null}
      {may && data && unsaved ? (
        <button type="button" className="btn sm q" onClick={() => setNaming('new')}>
          {text.save}
        </button>
      ) : null}
      {naming ? <ViewDialog view={naming === 'new' ? null : naming} words={words} onClose={() => setNaming(null)} /> : null}
    </>
  );
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Given {
  view: SavedView;
  views: SavedView[];
  words: PeopleSentence;
  unsaved: boolean;
  onRename: () => void;
}

function ViewMenu({ view, views, words, unsaved, onRename }: Given) {
  const text = useListsText();
  const all = useText();
  const navigate = useNavigate();
  const { id, name } = view;
  const tell = (says: string, work: () => Promise<unknown>, undo: () => Promise<unknown>) =>
    void work()
      .then(() => toast(says, () => undo().then(refresh)))
      .catch((error: unknown) => toast(sayTrouble(error, all)))
      .then(refresh);
  const group = groupOf(views, view);
  const at = group.indexOf(id);
  const move = (to: number) => {
    const ids = movedTo(group, id, to);
    tell(
      text.viewMoved,
      () => ask.views.order({ ids }),
      () => ask.views.order({ ids: group }),
    );
  };
  const mine: Choice[] = view.mine
    ? [
        ...(unsaved
          ? [
              {
                id: 'update',
                label: text.viewUpdate,
                run: () =>
                  tell(
                    text.viewUpdated(name),
                    () => ask.views.change({ id, search: { ...words } }),
                    () => ask.views.change({ id, search: view.search }),
                  ),
              },
            ]
          : []),
        { id: 'rename', label: text.viewRename, run: onRename },
        {
          id: 'share',
          label: view.shared ? text.viewUnshare : text.viewShare,
          run: () =>
            tell(
              view.shared ? text.viewUnshared(name) : text.viewShared(name),
              () => ask.views.change({ id, shared: !view.shared }),
              () => ask.views.change({ id, shared: view.shared }),
            ),
        },
      ]
    : [];
  const choices: Choice[] = [
    ...mine,
    ...(at > 0 ? [{ id: 'earlier', label: text.viewEarlier, run: () => move(at - 1) }] : []),
    ...(at < group.length - 1 ? [{ id: 'later', label: text.viewLater, run: () => move(at + 1) }] : []),
    ...(view.mine
      ? [
          {
            id: 'remove',
            label: text.viewRemove,
            cut: true,
            run: () => {
              tell(
                text.viewRemoved(name),
                () => ask.views.remove({ id }),
                () => ask.views.restore({ id }),
              );
              void navigate({ to: '/people', search: words });
            },
          },
        ]
      : []),
  ];
  if (choices.length === 0) return null;
  return (
    <Menu className="btn ic sm q" label={text.viewMenu(name)} choices={choices}>
      <ChevronDown className="i s" aria-hidden="true" />
    </Menu>
  );
}
