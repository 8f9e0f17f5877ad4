import type { ClaimView } from '#model/offering.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';
import { RewordForm } from './claim-form.tsx';
import { focusSoon } from './use-draft.ts';

/** One sentence we say, how we know, and the ways to say it better or no longer. */
export function ClaimRow({ claim, open, onOpen }: { claim: ClaimView; open: boolean; onOpen: (form: string | null) => void }) {
  const all = useText();
  const text = useOfferingsText();
  const may = useMay('member');
  const { id, offeringId, statement, proof, withdrawnAt } = claim;
  const move = async (away: boolean) => {
    const way = { away: () => ask.offerings.withdraw({ id }), back: () => ask.offerings.standBy({ id }) };
    try {
      await (away ? way.away() : way.back());
      toast(away ? text.withdrawn : text.stoodBy, () => (away ? way.back() : way.away()).then(refresh));
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
    focusSoon(away ? `claim-${offeringId}` : `reword-${id}`);
  };
  if (open && !withdrawnAt)
    return (
      <li className="item">
        <RewordForm
          claim={claim}
          onLeave={() => {
            onOpen(null);
            focusSoon(`reword-${id}`);
          }}
        />
      </li>
    );
  return (
    <li className="item row wrap">
      <span style={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <span className={withdrawnAt ? 'm' : undefined}>{statement}</span>
        {proof || withdrawnAt ? (
          <span className="f t13" style={{ display: 'block', marginTop: 2 }}>
            {withdrawnAt ? (
              <>
                {text.withdrawnSince} <When at={withdrawnAt} />
              </>
            ) : (
              proof
            )}
          </span>
        ) : null}
      </span>
      {!may ? null : withdrawnAt ? (
        <button type="button" className="btn sm" aria-label={text.standByNamed(statement)} onClick={() => void move(false)}>
          {text.standBy}
        </button>
      ) : (
        <span className="row" style={{ marginInline: -10 }}>
          <button
            type="button"
            id={`reword-${id}`}
            className="btn sm q"
            aria-label={text.rewordNamed(statement)}
            onClick={() => onOpen(`reword ${id}`)}
          >
            {text.reword}
          </button>
          <button type="button" className="btn sm q" aria-label={text.withdrawNamed(statement)} onClick={() => void move(true)}>
            {text.withdraw}
          </button>
        </span>
      )}
    </li>
  );
}
