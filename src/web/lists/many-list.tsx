import { useQuery } from '@tanstack/react-query';
import type { BulkTold } from '#model/bulk.ts';
import { useListsText } from '../messages/lists-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';
import { toldOf } from './told.ts';

/** How often a change that still goes on is looked at, ms. */
const LOOK = 1000;

/** What was changed of many at once in the last seven days, and the way back of each. */
export function ManyList() {
  const text = useListsText();
  const { data } = useQuery({
    ...api.bulk.recent.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.changes.some(({ waiting }) => waiting > 0) ? LOOK : false),
  });
  if (!data) return null;
  return (
    <section className="sec" id="many">
      <div className="hd">
        <h2>{text.many}</h2>
        <span className="why">{text.manyWhy}</span>
      </div>
      {data.changes.length === 0 ? (
        <p className="f" style={{ paddingTop: 8 }}>
          {text.manyNone}
        </p>
      ) : (
        <ul className="many-list">
          {data.changes.map((change) => (
            <Line key={change.id} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ change }: { change: BulkTold }) {
  const text = useListsText();
  const all = useText();
  const told = toldOf(change, text, all.kinds);
  const ofTag = change.what === 'tag-merged' || change.what === 'tag-removed';
  const whole = ofTag ? told : `${text.people(change.changed)}: ${told}`;
  const undo = () =>
    void ask.bulk
      .undo({ id: change.id })
      .then(() => toast(text.undone))
      .catch((problem: unknown) => toast(sayTrouble(problem, all)))
      .then(refresh);
  return (
    <li>
      <span>
        {whole} <br />
        <span className="f t13">
          {change.by.name}, <When at={change.at} as="moment" />
          {change.waiting > 0 ? ` · ${text.manyWaiting(change.waiting)}` : null}
          {change.undoneAt ? ` · ${text.manyUndone}` : null}
        </span>
      </span>
      {change.mayUndo && !change.undoneAt ? (
        <button type="button" className="btn sm" aria-label={text.manyUndoNamed(whole)} onClick={undo}>
          {text.manyUndo}
        </button>
      ) : null}
    </li>
  );
}
