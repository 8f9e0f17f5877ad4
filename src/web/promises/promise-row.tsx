import { Link } from '@tanstack/react-router';
import type { PromiseView } from '#model/pages.ts';
import { capitalised } from '../conversations/finding-words.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { Tick } from '../ui/tick.tsx';
import { When } from '../ui/when.tsx';
import { isLate, isOurs, keptHow } from './due.ts';
import { usePromiseTick } from './use-promise-tick.ts';

/** One promise: the box, what, to whom, when. Theirs stand in their own words. */
export function PromiseRow({ promise, first }: { promise: PromiseView; first: boolean }) {
  const text = useText().promises;
  const { kept, toggle } = usePromiseTick(promise);
  const ours = isOurs(promise);
  // One tinted block a column: the latest of all, the others say it by their day.
  const late = first && !kept && isLate(promise, new Date());
  const [quote] = promise.quotes;
  return (
    <li className={late && ours ? 'prow late' : 'prow'}>
      <Tick on={kept} label={kept ? text.reopen(promise.what) : text.keep(promise.what)} onChange={toggle} />
      <div>
        {ours || !quote ? <p className="t">{capitalised(promise.what)}</p> : <Said promise={promise} />}
        <p className="s">
          <Between promise={promise} />
          {quote ? (
            <span className="f">
              {' · '}
              <Link
                to="/conversations/$id"
                params={{ id: quote.conversationId }}
                search={{ turn: quote.turn }}
                title={text.opened}
                className="where"
              >
                {quote.conversationTitle}, <When at={quote.happenedAt} as="day" />
              </Link>
            </span>
          ) : (
            <span className="f">
              {' · '}
              <When at={promise.createdAt} as="day" />
            </span>
          )}
        </p>
        {late && ours ? (
          <p className="m" style={{ marginTop: 8 }}>
            {text.lateWhy}
          </p>
        ) : null}
      </div>
      <DueWhen promise={promise} kept={kept} />
    </li>
  );
}

function Said({ promise }: { promise: PromiseView }) {
  const quote = promise.quotes[0];
  return (
    <p className="row top" style={{ gap: 9 }}>
      <Face id={promise.by.id} name={promise.by.name} size="s" />
      <q className="v v17">{quote?.text}</q>
    </p>
  );
}

function Between({ promise }: { promise: PromiseView }) {
  const text = useText().promises;
  const name = (one: NonNullable<PromiseView['to']>) =>
    one.kind === 'person' ? (
      <Link className="b" to="/people/$id" params={{ id: one.id }}>
        {one.name}
      </Link>
    ) : (
      one.name
    );
  if (promise.by.kind === 'person') return name(promise.by);
  if (promise.by.isYou) return promise.to ? around(text.to('\u0000'), name(promise.to)) : null;
  return promise.to ? around(text.byTo(promise.by.name, '\u0000'), name(promise.to)) : promise.by.name;
}

/** A sentence of the catalogue with a link in the place of its name. */
function around(sentence: string, link: React.ReactNode): React.ReactNode {
  const [before, after] = sentence.split('\u0000');
  return (
    <>
      {before}
      {link}
      {after}
    </>
  );
}

function DueWhen({ promise, kept }: { promise: PromiseView; kept: boolean }) {
  const text = useText().promises;
  const dates = useDates();
  const how = keptHow(promise);
  if (kept && promise.keptAt && how) {
    const day = dates.day(promise.keptAt);
    return (
      <span className={how.late > 0 ? 'when wait' : 'when acc'}>{how.late > 0 ? text.keptLate(how.late, day) : text.keptOn(day)}</span>
    );
  }
  if (!promise.dueOn) return <span className="when f">{text.undated}</span>;
  const days = dates.daysTo(promise.dueOn);
  const tone = days < 0 ? ' harm b' : days < 2 ? ' wait b' : '';
  return (
    <span className={`when${tone}`}>
      <When at={promise.dueOn} as="due" />
    </span>
  );
}
