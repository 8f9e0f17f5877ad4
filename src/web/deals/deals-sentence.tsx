import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { useDealsText } from '../messages/deals-text.ts';
import { api } from '../query/api.ts';
import { Menu } from '../ui/menu.tsx';
import { type DealsSearch, readDealsSearch, STATES } from './search.ts';

/** The filter as a sentence: each coloured word can be changed, and the address keeps it. */
export function DealsSentence({ search }: { search: DealsSearch }) {
  const text = useDealsText();
  const navigate = useNavigate({ from: '/deals' });
  const { data } = useQuery(api.pipelines.list.queryOptions());
  const pipelines = data?.pipelines ?? [];
  const change = (next: Record<string, unknown>) => void navigate({ search: readDealsSearch({ ...search, ...next }), replace: true });
  const isList = search.as === 'list';
  // A board is of one pipeline: the first when the address names none.
  const shown = pipelines.find(({ id }) => id === search.pipeline) ?? (isList ? undefined : pipelines[0]);
  const state = search.state ?? 'open';
  return (
    <div className="sent">
      {text.show}{' '}
      <Menu
        className="word"
        choices={[
          { id: 'anyone', label: text.anyone, chosen: !search.mine, run: () => change({ mine: undefined }) },
          { id: 'me', label: text.me, chosen: search.mine === true, run: () => change({ mine: true }) },
        ]}
      >
        {search.mine ? text.me : text.anyone}
      </Menu>{' '}
      {search.mine ? text.lookAfter : text.looksAfter}
      {pipelines.length > 0 ? (
        <>
          {' '}
          {text.in}{' '}
          <Menu
            className="word"
            choices={[
              ...(isList ? [{ id: 'every', label: text.everyPipeline, chosen: !shown, run: () => change({ pipeline: undefined }) }] : []),
              ...pipelines.map(({ id, name }) => ({ id, label: name, chosen: shown?.id === id, run: () => change({ pipeline: id }) })),
            ]}
          >
            {shown?.name ?? text.everyPipeline}
          </Menu>
        </>
      ) : null}{' '}
      {text.that}{' '}
      <Menu
        className="word"
        choices={STATES.map((one) => ({ id: one, label: text.states[one], chosen: state === one, run: () => change({ state: one }) }))}
      >
        {text.states[state]}
      </Menu>
      , {text.sort}
      <Seek find={search.find ?? ''} onFind={(find) => change({ find: find || undefined, as: find || isList ? 'list' : undefined })} />
    </div>
  );
}

function Seek({ find, onFind }: { find: string; onFind: (find: string) => void }) {
  const text = useDealsText();
  const id = useId();
  const [typed, setTyped] = useState(find);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed sets the clock; the address follows it
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== find && onFind(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <label className="sr" htmlFor={id}>
        {text.find}
      </label>
      <input
        id={id}
        className="field w-titled"
        type="search"
        placeholder={text.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </>
  );
}
