import type { PromiseView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Tick } from '../ui/tick.tsx';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';

/** Promises in both directions; a tick keeps one, and the toast takes it back. */
export function Owed({ promises }: { promises: PromiseView[] }) {
  const text = useText().people;
  return (
    <section className="sec" style={{ order: 3 }}>
      <div className="hd">
        <h2>{text.owe}</h2>
      </div>
      {promises.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.oweEmpty}
        </p>
      ) : (
        <ul>
          {promises.map((promise) => (
            <Owe key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Owe({ promise }: { promise: PromiseView }) {
  const all = useText();
  const text = all.people;
  const may = useMay('member');
  const keep = async () => {
    const { id } = promise;
    try {
      await ask.promises.keep({ id });
      toast(text.keptNow, () => ask.promises.reopen({ id }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  const reopen = async () => {
    const { id } = promise;
    try {
      await ask.promises.reopen({ id });
      toast(text.reopened, () => ask.promises.keep({ id }).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  const name = (side: PromiseView['by']) => (side.isYou ? text.you : side.name);
  return (
    <li className="owe">
      <Tick
        on={promise.keptAt !== null}
        label={promise.keptAt ? text.reopen(promise.what) : text.keep(promise.what)}
        onChange={may ? () => void (promise.keptAt ? reopen() : keep()) : null}
      />
      <span>
        {promise.what}
        <br />
        <span className="f t12">
          {text.promiseBy(name(promise.by), promise.to && !promise.to.isYou ? promise.to.name : null)},{' '}
          <When at={promise.createdAt} as="day" />
        </span>
      </span>
      <Due promise={promise} />
    </li>
  );
}

function Due({ promise }: { promise: PromiseView }) {
  const text = useText().people;
  const dates = useDates();
  if (promise.keptAt) return <span className="t13 nw acc">{text.kept}</span>;
  if (!promise.dueOn) return <span className="t13 nw f">{text.noDate}</span>;
  return (
    <span className={dates.daysTo(promise.dueOn) <= 1 ? 't13 nw wait' : 't13 nw f'}>
      <When at={promise.dueOn} as="due" />
    </span>
  );
}
