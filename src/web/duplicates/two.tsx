import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuplicatePage } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { asked, type Chosen, suggested } from './chosen.ts';
import { MergeAside } from './merge-aside.tsx';
import { MergeRows } from './merge-rows.tsx';
import { heading } from './two-words.ts';

/** Two people side by side. `onDecided` goes on; `keptId` is there when they were made one. */
export function Two({ oneId, otherId, onDecided }: { oneId: string; otherId: string; onDecided: (keptId?: string) => Promise<void> }) {
  const { data, error, refetch } = useQuery({ ...api.duplicates.open.queryOptions({ input: { oneId, otherId } }), staleTime: 0 });
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  return data ? <Sides page={data} key={data.one.id + data.other.id} onDecided={onDecided} /> : <Waiting />;
}

function Sides({ page, onDecided }: { page: DuplicatePage; onDecided: (keptId?: string) => Promise<void> }) {
  const text = useDuplicatesText();
  const all = useText();
  const { one, other } = page;
  const [chosen, setChosen] = useState<Chosen>(() => suggested(page));
  const [busy, setBusy] = useState(false);
  const pair = { oneId: one.id, otherId: other.id };
  const once = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    work()
      .catch((problem: unknown) => void toast(sayTrouble(problem, all)))
      .finally(() => setBusy(false));
  };
  const makeOne = () =>
    once(async () => {
      const merged = await ask.duplicates.merge(asked(page, chosen));
      await onDecided(merged.keptId);
      toast(text.nowOne(one.name, other.name), async () => {
        const { changedSince, addedSince } = await ask.duplicates.undo({ id: merged.id });
        const stays = changedSince.length + addedSince;
        toast(stays > 0 ? text.sinceStays(stays, one.name) : text.backAgain);
        await refresh();
      });
    });
  const decide = (way: 'two' | 'later', says: string) =>
    once(async () => {
      await ask.duplicates[way](pair);
      await onDecided();
      toast(says, () => ask.duplicates.undecide(pair).then(refresh));
    });
  const two = () => decide('two', text.nowTwo(one.name, other.name));
  const later = () => decide('later', text.putOff);
  useKeys([
    { key: 'Enter', says: text.makeOne, run: makeOne },
    { key: 'n', says: text.areTwo, run: two },
    { key: 'l', says: text.later, run: later },
  ]);
  const hidden = [one, other].find(({ isPrivate }) => isPrivate);
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{heading(page, text)}</h1>
          <p className="m" style={{ marginTop: 4 }}>
            {page.why.length > 0 ? `${text.word[page.word]}. ` : ''}
            {text.choose}
          </p>
          {hidden && one.isPrivate !== other.isPrivate ? (
            <p className="m" style={{ marginTop: 8 }}>
              {text.privateWarning(hidden.name)}
            </p>
          ) : null}
          <MergeRows page={page} chosen={chosen} onChoose={(field, side) => setChosen({ ...chosen, [field]: side })} />
          <p className="row wrap" style={{ marginTop: 22 }}>
            <button type="button" className="btn p" disabled={busy} onClick={makeOne}>
              {text.makeOne}
              <kbd>↵</kbd>
            </button>
            <button type="button" className="btn" disabled={busy} onClick={two}>
              {text.areTwo}
              <kbd>n</kbd>
            </button>
            <button type="button" className="btn q" disabled={busy} onClick={later}>
              {text.later}
              <kbd>l</kbd>
            </button>
          </p>
          <p className="t12 f" style={{ marginTop: 10 }}>
            {text.backFor}
          </p>
        </div>
        <MergeAside page={page} />
      </div>
    </div>
  );
}
