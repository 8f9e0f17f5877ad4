import type { TraitView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';

const ORDER: TraitView['kind'][] = ['value', 'goal', 'risk', 'preference', 'irritant', 'interest', 'event', 'feeling'];

/** What matters to them, grouped by what it is, each with the words it came from. */
export function Traits({ traits, who }: { traits: TraitView[]; who: string }) {
  const text = useText().people;
  const sorted = traits.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (
    <section className="sec" style={{ order: 1 }}>
      <div className="hd">
        <h2>{text.matters(who)}</h2>
        {traits.length > 0 ? <span className="why">{text.inWords}</span> : null}
      </div>
      {traits.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.mattersEmpty(who)}
        </p>
      ) : (
        <div className="traits">
          {sorted.map((trait) => (
            <div className="trait" key={trait.id}>
              <div className="k">{[text.trait[trait.kind], trait.statement].filter(Boolean).join(' · ')}</div>
              {trait.quotes.map((quote) => (
                <div key={`${quote.conversationId} ${quote.turn}`}>
                  <p className="v v17">
                    <q>{quote.text}</q>
                  </p>
                  <SourceLine quote={quote} />
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
