import { useState } from 'react';
import type { SaidView, TraitView } from '#model/pages.ts';
import type { DeedView } from '#model/person-card.ts';
import type { TraitKind } from '#model/trait.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { inOrder, suggestedInOrder } from './trait-order.ts';
import { TraitRow } from './trait-row.tsx';
import { useSettle } from './use-settle.ts';
import type { Who } from './who.ts';

interface Given {
  personId: string;
  traits: TraitView[];
  suggestions: SaidView[];
  deeds: DeedView[];
  who: Who;
  onNote: (trait?: TraitView) => void;
  onDeed: (traitId: string | null) => void;
}

/** What matters to them, grouped by what it is, each with the words it came from; what is only suggested stands among it and says so. */
export function Traits({ personId, traits, suggestions, deeds, who, onNote, onDeed }: Given) {
  const text = usePersonText();
  const may = useMay('member');
  const [showing, setShowing] = useState(false);
  const { holds, ended } = inOrder(traits);
  const suggested = suggestedInOrder(suggestions);
  const quoted = holds.some(({ quotes }) => quotes.length > 0) || suggested.length > 0;
  return (
    <section className="sec" style={{ order: 1 }}>
      <div className="hd">
        <h2>{text.matters(who.object)}</h2>
        {quoted ? <span className="why">{text.inWords}</span> : null}
        {may ? (
          <button type="button" className="act sp" onClick={() => onNote()}>
            {text.note}
          </button>
        ) : null}
      </div>
      {holds.length + suggested.length === 0 ? (
        <p className="m t13" style={{ paddingTop: 8 }}>
          {text.mattersEmpty(who.object)}
        </p>
      ) : (
        <div className="traits">
          {holds.map((trait) => (
            <TraitRow
              key={trait.id}
              personId={personId}
              trait={trait}
              who={who}
              deeds={deeds.filter(({ traitId }) => traitId === trait.id)}
              onChange={() => onNote(trait)}
              onDeed={() => onDeed(trait.id)}
            />
          ))}
          {suggested.map(({ one, kind }) => (
            <Suggested key={one.id} one={one} kind={kind} who={who} />
          ))}
        </div>
      )}
      {ended.length > 0 ? (
        <p style={{ paddingTop: 8 }}>
          <button type="button" className="act" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {text.ended(ended.length)}
          </button>
        </p>
      ) : null}
      {showing ? ended.map((trait) => <Ended key={trait.id} trait={trait} who={who} />) : null}
    </section>
  );
}

function Suggested({ one, kind, who }: { one: SaidView; kind: TraitKind; who: Who }) {
  const all = useText();
  const text = usePersonText();
  const may = useMay('member');
  const settle = useSettle();
  const done = (how: 'confirm' | 'reject') =>
    settle(
      () => ask.findings[how]({ id: one.id }),
      how === 'confirm' ? all.people.confirmed : all.people.rejected,
      () => ask.findings.undo({ id: one.id }).then(refresh),
    );
  return (
    <div className="trait">
      <div className="k">{[text.trait[kind](who.subject, who.object), one.statement ?? one.name].filter(Boolean).join(' · ')}</div>
      <p className="v v17">
        <q>{one.quote.text}</q>
      </p>
      <SourceLine quote={one.quote} as="ago" />
      {may ? (
        <div className="row" style={{ marginTop: 6 }}>
          <button type="button" className="btn sm" onClick={() => done('confirm')}>
            {all.people.confirm}
          </button>
          <button type="button" className="btn sm q" onClick={() => done('reject')}>
            {all.people.reject}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Ended({ trait, who }: { trait: TraitView; who: Who }) {
  const text = usePersonText();
  const may = useMay('member');
  const settle = useSettle();
  const back = () =>
    settle(
      () => ask.traits.restore({ id: trait.id }),
      text.broughtBack,
      () => ask.traits.end({ id: trait.id }).then(refresh),
    );
  return (
    <div className="row trait-ended">
      <span className="m t13">{[text.trait[trait.kind](who.subject, who.object), trait.statement].filter(Boolean).join(' · ')}</span>
      {may ? (
        <button type="button" className="btn sm q sp" onClick={back}>
          {text.bringBack}
        </button>
      ) : null}
    </div>
  );
}
