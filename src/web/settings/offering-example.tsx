import { useOfferingsText } from '../messages/offerings-text.ts';

/** What comes of a claim, before there is one. */
export function OfferingExample() {
  const text = useOfferingsText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.example}</h2>
        <span className="why">{text.exampleWhy}</span>
      </div>
      <dl className="kv" style={{ gridTemplateColumns: '116px 1fr', paddingTop: 12, rowGap: 9 }}>
        <dt>{text.exampleClaim}</dt>
        <dd style={{ textAlign: 'left' }}>{text.exampleClaimSays}</dd>
        <dt>{text.exampleTheirs}</dt>
        <dd style={{ textAlign: 'left' }}>
          <q className="v">{text.exampleTheirsSays}</q>
        </dd>
        <dt>{text.exampleFound}</dt>
        <dd style={{ textAlign: 'left' }}>{text.exampleFoundSays}</dd>
      </dl>
    </section>
  );
}
