import { useState } from 'react';
import type { NeedView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { laddersOf, type Rung, rungClass } from './ladder.ts';

/** One need at a time, from what happens down to what is at stake; a rung nobody asked about carries a question to ask. */
export function NeedsLadder({ needs, who }: { needs: NeedView[]; who: string }) {
  const text = useText().people;
  const ladders = laddersOf(needs);
  const [at, setAt] = useState(0);
  const shown = ladders[at % Math.max(1, ladders.length)];
  return (
    <section className="sec" style={{ order: 5 }}>
      <div className="hd">
        <h2>{text.needs(who)}</h2>
        {shown ? <span className="why">{text.needsWhy}</span> : null}
        {ladders.length > 1 ? (
          <button type="button" className="word sp t12" title={text.otherNeed} onClick={() => setAt((at + 1) % ladders.length)}>
            {text.needOf((at % ladders.length) + 1, ladders.length)}
          </button>
        ) : null}
      </div>
      {shown ? (
        <ol className="ladder">
          {shown.map((rung) => (
            <li className={rungClass(rung)} key={rung.depth}>
              <span className="k">{text.depth[rung.depth]}</span>
              <span className="rail-dot" />
              <div className="body">
                {rung.needs.length > 0 ? rung.needs.map((need) => <Heard key={need.id} need={need} />) : <Unasked rung={rung} />}
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <div style={{ paddingTop: 8 }}>
          <p>
            {text.needsEmpty(who)} <span className="m">{text.couldAsk}</span>
          </p>
          <p style={{ marginTop: 2 }}>{text.ask[0]}</p>
        </div>
      )}
    </section>
  );
}

function Heard({ need }: { need: NeedView }) {
  const text = useText().people;
  const dates = useDates();
  const [first] = need.quotes;
  return (
    <>
      {need.statement ? <p>{need.statement}</p> : null}
      {need.quotes.map((quote) => (
        <div key={`${quote.conversationId} ${quote.turn}`}>
          <q className="v v17">{quote.text}</q>
          <SourceLine quote={quote} />
        </div>
      ))}
      {need.understoodAt && first ? (
        <span className="src" title={dates.exact(need.understoodAt)}>
          {text.understood(dates.day(need.understoodAt))}
        </span>
      ) : null}
    </>
  );
}

function Unasked({ rung }: { rung: Rung }) {
  const text = useText().people;
  return (
    <>
      <p>
        {text.neverAsked} <span className="m">{text.couldAsk}</span>
      </p>
      <p style={{ marginTop: 2 }}>{text.ask[rung.depth]}</p>
    </>
  );
}
