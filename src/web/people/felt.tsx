import type { TraitView } from '#model/pages.ts';
import { feelingsOf, lastHeldAt } from '#model/trait.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates } from '../messages/use-text.ts';
import { Feeling, type Felt } from '../ui/feeling.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';
import type { Who } from './who.ts';

const DRAWN: Record<NonNullable<TraitView['tone']>, Felt> = { good: 'heard', mixed: 'fine', bad: 'uneasy' };

/** How they felt last, in their word and their words, and the one before. Nothing where nothing was felt. */
export function FeltLast({ traits, who }: { traits: TraitView[]; who: Who }) {
  const text = usePersonText();
  const dates = useDates();
  const [last, before] = feelingsOf(traits.filter((one) => !one.endedAt));
  if (!last) return null;
  return (
    <section className="sec" style={{ order: 2 }}>
      <div className="hd">
        <h2>{text.felt(who.subject)}</h2>
      </div>
      <FeltSo trait={last}>
        {before ? <span className="src">{text.feltBefore(before.statement, dates.day(lastHeldAt(before)))}</span> : null}
      </FeltSo>
    </section>
  );
}

export function FeltSo({ trait, children }: { trait: TraitView; children?: React.ReactNode }) {
  const [quote] = trait.quotes;
  return (
    <div className="row top felt">
      {trait.tone ? <Feeling felt={DRAWN[trait.tone]} /> : null}
      <div>
        <b className="b capital">{trait.statement}</b>
        <span className="f t13">
          {' · '}
          <When at={lastHeldAt(trait)} as="day" />
        </span>
        {quote ? (
          <>
            <br />
            <q className="v">{quote.text}</q>
            <SourceLine quote={quote} />
          </>
        ) : null}
        {children}
      </div>
    </div>
  );
}
