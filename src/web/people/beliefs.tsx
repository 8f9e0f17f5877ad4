import type { BeliefView } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';

const CHIP = { false: 'chip wait', gap: 'chip', true: 'chip acc' };
const ORDER: BeliefView['kind'][] = ['false', 'gap', 'true'];

/** What they hold about us: what is not so first. */
export function Beliefs({ beliefs, who }: { beliefs: BeliefView[]; who: string }) {
  const { people: text, findings } = useText();
  const dates = useDates();
  if (beliefs.length === 0) return null;
  return (
    <section className="sec" style={{ order: 4 }}>
      <div className="hd">
        <h2>{text.beliefs(who)}</h2>
      </div>
      {beliefs
        .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
        .map((belief) => (
          <div className="item" key={belief.id}>
            <div className="row">
              <span className={CHIP[belief.kind]}>{text.belief[belief.kind]}</span>
              <span className="t12 f" title={dates.exact(belief.closedAt ?? belief.createdAt)}>
                {belief.closedAt ? text.closed : text.openSince(dates.ago(belief.createdAt))}
              </span>
            </div>
            {belief.statement ? <p style={{ marginTop: 5 }}>{belief.statement}</p> : null}
            {belief.against ? <p className="t12 f">{findings.against(belief.against)}</p> : null}
            {belief.quotes.map((quote) => (
              <div key={`${quote.conversationId} ${quote.turn}`}>
                <q className="v" style={{ display: 'block', marginTop: 5 }}>
                  {quote.text}
                </q>
                <SourceLine quote={quote} />
              </div>
            ))}
          </div>
        ))}
    </section>
  );
}
