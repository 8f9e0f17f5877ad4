import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferingView } from '#model/offering.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { useSettingsText } from '../messages/settings-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { SettingsFrame } from './frame.tsx';
import { Offering } from './offering.tsx';
import { OfferingExample } from './offering-example.tsx';
import { OfferingForm } from './offering-form.tsx';
import { awayIn, countOffered } from './put-away.ts';
import { focusSoon } from './use-draft.ts';

/** What the workspace offers and what it says of it: beliefs are held against this. */
export function Offerings() {
  const text = useOfferingsText();
  const settings = useSettingsText();
  const may = useMay('member');
  const { data, error, refetch } = useQuery(api.offerings.list.queryOptions({ input: { away: true } }));
  /** One form at a time: `new`, or what is done to which. */
  const [open, setOpen] = useState<string | null>(null);
  const add = () => setOpen('new');
  useKeys(may ? [{ key: 'n', says: text.add, run: add }] : []);
  const all = data?.offerings ?? [];
  const offered = all.filter((one) => !one.putAwayAt);
  const counted = countOffered(offered);
  const action = may ? (
    <button type="button" id="add-offering" className={open || offered.length === 0 ? 'btn sm' : 'btn p sm'} onClick={add}>
      {text.add}
      <kbd>n</kbd>
    </button>
  ) : null;
  const leave = () => {
    setOpen(null);
    focusSoon('add-offering');
  };
  const kept = ({ id }: OfferingView) => setOpen(`claim ${id}`);
  const fresh = open === 'new' ? <OfferingForm onLeave={leave} onKept={kept} /> : null;
  return (
    <SettingsFrame title={settings.offerings} action={action}>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : offered.length === 0 ? (
        <>
          <h1>{text.emptyHeading}</h1>
          <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
            {may ? text.empty : text.emptyForGuests}
          </p>
          {fresh ??
            (may ? (
              <p style={{ marginTop: 16 }}>
                <button type="button" className="btn p" onClick={add}>
                  {text.addFirst}
                </button>
              </p>
            ) : null)}
          <OfferingExample />
          <Away all={all} open={open} onOpen={setOpen} />
        </>
      ) : (
        <>
          <h1>{text.heading(counted.ours, counted.others)}</h1>
          <p className="m" style={{ marginTop: 4, maxWidth: 'var(--measure)' }}>
            {text.why}
          </p>
          {fresh}
          {offered.map((one) => (
            <Offering key={one.id} offering={one} open={open} onOpen={setOpen} />
          ))}
          <Away all={all} open={open} onOpen={setOpen} />
        </>
      )}
    </SettingsFrame>
  );
}

/** What is no longer said, and the way back; shown only when asked for. */
function Away({ all, open, onOpen }: { all: OfferingView[]; open: string | null; onOpen: (form: string | null) => void }) {
  const text = useOfferingsText();
  const [shown, setShown] = useState(false);
  const { away, n } = awayIn(all);
  if (n === 0) return null;
  return (
    <>
      <p style={{ marginTop: 28 }}>
        <button type="button" className="word t13" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? text.hideAway : text.showAway(n)}
        </button>
      </p>
      {shown ? away.map((one) => <Offering key={one.id} offering={one} open={open} onOpen={onOpen} gone />) : null}
    </>
  );
}
