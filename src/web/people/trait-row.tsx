import { Ellipsis } from 'lucide-react';
import type { TraitView } from '#model/pages.ts';
import type { DeedView } from '#model/person-card.ts';
import { HOLDS_MONTHS, isStale, lastHeldAt } from '#model/trait.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay, useSession } from '../query/session.ts';
import { type Choice, Menu } from '../ui/menu.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';
import { useSettle } from './use-settle.ts';
import type { Who } from './who.ts';

interface Given {
  personId: string;
  trait: TraitView;
  who: Who;
  deeds: DeedView[];
  onChange: () => void;
  onDeed: () => void;
}

/** One thing that matters: what it is, the words it came from, how old it is and who said so; an old one asks whether it still holds. */
export function TraitRow({ personId, trait, who, deeds, onChange, onDeed }: Given) {
  const text = usePersonText();
  const dates = useDates();
  const may = useMay('member');
  const does = useTraitDeeds(personId, trait);
  const [quote, ...more] = trait.quotes;
  const stale = isStale(trait, new Date().toISOString());
  return (
    <div className="trait">
      <div className="k">
        {text.trait[trait.kind](who.subject, who.object)}
        {quote && trait.statement ? ` · ${trait.statement}` : null}
      </div>
      {quote ? (
        <p className="v v17">
          <q>{quote.text}</q>
        </p>
      ) : (
        <p className="trait-ours">{trait.statement}</p>
      )}
      <Source trait={trait} />
      {more.length > 0 ? (
        <details className="trait-more">
          <summary className="act">{text.moreQuotes(more.length)}</summary>
          {more.map((one) => (
            <div key={`${one.conversationId} ${one.turn}`}>
              <q className="v">{one.text}</q>
              <SourceLine quote={one} as="ago" />
            </div>
          ))}
        </details>
      ) : null}
      {deeds.map((deed) => (
        <span className="src trait-deed" key={deed.id}>
          {deed.what}, <When at={deed.doneOn} as="day" />
        </span>
      ))}
      {trait.kind === 'goal' && may ? (
        <button type="button" className="act" onClick={onDeed}>
          {text.deed}
        </button>
      ) : null}
      {stale ? (
        <div className="row wrap trait-stale">
          <span className="t13 wait" title={text.stillSoWhy(HOLDS_MONTHS[trait.kind] ?? 0)}>
            {text.stillSo(dates.ago(lastHeldAt(trait)))}
          </span>
          {may ? (
            <>
              <button type="button" className="btn sm" onClick={does.renew}>
                {text.yesStill}
              </button>
              <button type="button" className="btn sm q" onClick={does.end}>
                {text.noLonger}
              </button>
            </>
          ) : null}
        </div>
      ) : null}
      {may ? <More trait={trait} does={does} onChange={onChange} onDeed={onDeed} /> : null}
    </div>
  );
}

function Source({ trait }: { trait: TraitView }) {
  const text = usePersonText();
  const dates = useDates();
  const [quote] = trait.quotes;
  const noted = dates.ago(trait.createdAt);
  return (
    <>
      {quote ? (
        <SourceLine quote={quote} as="ago" />
      ) : (
        <span className="src" title={dates.exact(trait.createdAt)}>
          {trait.createdBy ? text.notedBy(trait.createdBy.name, noted) : text.noted(noted)}
        </span>
      )}
      {trait.renewedAt && trait.renewedBy ? (
        <span className="src" title={dates.exact(trait.renewedAt)}>
          {text.renewed(trait.renewedBy.name, dates.ago(trait.renewedAt))}
        </span>
      ) : null}
    </>
  );
}

function useTraitDeeds(personId: string, { id, kind, statement, quotes, createdBy }: TraitView) {
  const text = usePersonText();
  const { member } = useSession();
  const settle = useSettle();
  const back = () => ask.traits.restore({ id }).then(refresh);
  return {
    renew: () => settle(() => ask.traits.renew({ id }), text.renewedNow, back),
    end: () => settle(() => ask.traits.end({ id }), text.endedNow, back),
    /** Only one's own, and only while no words stand behind it. */
    unnote:
      quotes.length === 0 && createdBy?.id === member?.id
        ? () =>
            settle(
              () => ask.traits.unnote({ id }),
              text.takenBack,
              () => ask.traits.add({ personId, kind, statement }).then(refresh),
            )
        : null,
  };
}

type Does = ReturnType<typeof useTraitDeeds>;

function More({ trait, does, onChange, onDeed }: { trait: TraitView; does: Does; onChange: () => void; onDeed: () => void }) {
  const text = usePersonText();
  const { unnote } = does;
  const choices: Choice[] = [
    { id: 'reword', label: text.reword, run: onChange },
    { id: 'deed', label: text.deed, run: onDeed },
    { id: 'renew', label: text.yesStill, cut: true, run: does.renew },
    { id: 'end', label: text.noLonger, run: does.end },
    ...(unnote ? [{ id: 'unnote', label: text.notedByMistake, cut: true, run: unnote }] : []),
  ];
  return (
    <span className="trait-acts">
      <Menu className="btn ic q sm" label={text.about(trait.statement)} side="right" choices={choices}>
        <Ellipsis className="i" aria-hidden="true" />
      </Menu>
    </span>
  );
}
