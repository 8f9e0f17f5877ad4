import type { PromiseView, TraitView } from '#model/pages.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';
import type { Who } from './who.ts';

/** What is open between both; on paper a day stands as its date, because "tomorrow" does not keep. */
export function BriefOwed({ promises }: { promises: PromiseView[] }) {
  const { people: text } = useText();
  const name = (side: PromiseView['by']) => (side.isYou ? text.you : side.name);
  return (
    <ul>
      {promises.map((one) => (
        <li className="owe" key={one.id}>
          <span className="box" aria-hidden="true" />
          <span>
            <span className="what">{one.what}</span>
            <br />
            <span className="f t12">
              {text.promiseBy(name(one.by), one.to && !one.to.isYou ? one.to.name : null)}, <When at={one.createdAt} as="day" />
            </span>
          </span>
          <Due on={one.dueOn} />
        </li>
      ))}
    </ul>
  );
}

function Due({ on }: { on: string | null }) {
  const { people: text } = useText();
  const dates = useDates();
  if (!on) return <span className="t13 nw f">{text.noDate}</span>;
  return (
    <span className={dates.daysTo(on) <= 1 ? 't13 nw wait' : 't13 nw f'}>
      <span className="w-noprint">
        <When at={on} as="due" />
      </span>
      <span className="w-print-in">{dates.day(on)}</span>
    </span>
  );
}

/** What matters, each with its words, their day and who confirmed them. */
export function BriefTraits({ traits, who }: { traits: TraitView[]; who: Who }) {
  const text = usePersonText();
  const dates = useDates();
  return (
    <div className="traits">
      {traits.map((trait) => {
        const [quote] = trait.quotes;
        const label = text.trait[trait.kind](who.subject, who.object);
        return (
          <div className="trait" key={trait.id}>
            <div className="k">{quote && trait.statement ? `${label} · ${trait.statement}` : label}</div>
            {quote ? (
              <p className="v v17">
                <q>{quote.text}</q>
              </p>
            ) : (
              <p className="trait-ours">{trait.statement}</p>
            )}
            {quote ? (
              <SourceLine quote={quote} />
            ) : (
              <span className="src">
                {trait.createdBy ? text.notedBy(trait.createdBy.name, dates.day(trait.createdAt)) : text.noted(dates.day(trait.createdAt))}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
