import type { OfferingView } from '#model/offering.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimRow } from './claim-row.tsx';
import { OfferingForm } from './offering-form.tsx';
import { focusSoon } from './use-draft.ts';

interface Given {
  offering: OfferingView;
  /** Which form is open on the page, and to open another. */
  open: string | null;
  onOpen: (form: string | null) => void;
  /** Shown among what is no longer said. */
  gone?: boolean;
}

/** One offering: whom it serves, and what is said of it. */
export function Offering({ offering, open, onOpen, gone = false }: Given) {
  const text = useOfferingsText();
  const may = useMay('member');
  const { id, name, putAwayAt } = offering;
  const changing = open === `change ${id}`;
  const claims = gone ? offering.claims : offering.claims.filter((claim) => !claim.withdrawnAt);
  const close = (focus: string) => {
    onOpen(null);
    focusSoon(focus);
  };
  return (
    <section className="sec" aria-labelledby={`${gone ? 'gone' : 'offering'}-${id}`}>
      <div className="hd wrap">
        <h2 id={`${gone ? 'gone' : 'offering'}-${id}`} tabIndex={-1}>
          {name}
        </h2>
        <span className="why">
          {text.kinds[offering.kind]}
          {putAwayAt ? (
            <>
              , {text.awaySince} <When at={putAwayAt} />
            </>
          ) : null}
        </span>
        {may && (!gone || putAwayAt) ? <Doings offering={offering} onChange={() => onOpen(`change ${id}`)} /> : null}
      </div>
      {changing && !gone ? (
        <OfferingForm offering={offering} onLeave={() => close(`change-${id}`)} onKept={() => close(`change-${id}`)} />
      ) : gone ? null : (
        <Facts offering={offering} />
      )}
      {claims.length > 0 ? (
        <>
          {gone ? null : (
            <h3 className="f t12" style={{ fontWeight: 500, paddingTop: 12 }}>
              {text.saidOfIt}
            </h3>
          )}
          <ul aria-label={text.claims(name)}>
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} open={open === `reword ${claim.id}`} onOpen={onOpen} />
            ))}
          </ul>
        </>
      ) : gone ? null : (
        <p className="f t13" style={{ paddingTop: 10 }}>
          {text.noClaims}
        </p>
      )}
      {gone || !may ? null : open === `claim ${id}` ? (
        <ClaimForm offering={offering} onLeave={() => close(`claim-${id}`)} />
      ) : (
        <p style={{ marginTop: 10 }}>
          <button
            type="button"
            id={`claim-${id}`}
            className="btn sm"
            aria-label={text.claimNamed(name)}
            onClick={() => onOpen(`claim ${id}`)}
          >
            {text.claim}
          </button>
        </p>
      )}
    </section>
  );
}

function Doings({ offering: { id, name, putAwayAt }, onChange }: { offering: OfferingView; onChange: () => void }) {
  const all = useText();
  const text = useOfferingsText();
  const move = async (away: boolean) => {
    const way = { away: () => ask.offerings.putAway({ id }), back: () => ask.offerings.bringBack({ id }) };
    try {
      await (away ? way.away() : way.back());
      toast(away ? text.away(name) : text.back(name), () => (away ? way.back() : way.away()).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
    focusSoon(away ? 'add-offering' : `offering-${id}`);
  };
  return (
    <span className="sp row" style={putAwayAt ? undefined : { marginRight: -10 }}>
      {putAwayAt ? (
        <button type="button" className="btn sm" aria-label={text.bringBackNamed(name)} onClick={() => void move(false)}>
          {text.bringBack}
        </button>
      ) : (
        <>
          <button type="button" id={`change-${id}`} className="btn sm q" aria-label={text.changeNamed(name)} onClick={onChange}>
            {text.change}
          </button>
          <button type="button" className="btn sm q" aria-label={text.putAwayNamed(name)} onClick={() => void move(true)}>
            {text.putAway}
          </button>
        </>
      )}
    </span>
  );
}

function Facts({ offering }: { offering: OfferingView }) {
  const text = useOfferingsText();
  const facts = (['forWhom', 'notForWhom', 'emotionalNeed'] as const).filter((fact) => offering[fact]);
  if (facts.length === 0) return null;
  return (
    <dl className="kv" style={{ gridTemplateColumns: '76px minmax(0, 1fr)', padding: '10px 0 0' }}>
      {facts.map((fact) => (
        <div key={fact} style={{ display: 'contents' }}>
          <dt>{text.facts[fact]}</dt>
          <dd style={{ textAlign: 'left' }}>{offering[fact]}</dd>
        </div>
      ))}
    </dl>
  );
}
