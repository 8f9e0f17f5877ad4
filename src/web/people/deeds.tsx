import { X } from 'lucide-react';
import type { DeedView } from '#model/person-card.ts';
import { usePersonText } from '../messages/person-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { When } from '../ui/when.tsx';
import { useSettle } from './use-settle.ts';
import type { Who } from './who.ts';

/** What we did for them, sale or no sale (charter U8); nothing where nothing was done. */
export function Deeds({ personId, deeds, who, onDeed }: { personId: string; deeds: DeedView[]; who: Who; onDeed: () => void }) {
  const text = usePersonText();
  const may = useMay('member');
  const settle = useSettle();
  if (deeds.length === 0) return null;
  const remove = ({ id, what, doneOn, traitId }: DeedView) =>
    settle(
      () => ask.deeds.remove({ id }),
      text.deedGone,
      () => ask.deeds.add({ personId, what, doneOn, traitId }).then(refresh),
    );
  return (
    <section className="sec" style={{ order: 7 }}>
      <div className="hd">
        <h2>{text.deeds(who.object)}</h2>
        <span className="why">{text.deedsWhy}</span>
        {may ? (
          <button type="button" className="act sp" onClick={onDeed}>
            {text.deedAdd}
          </button>
        ) : null}
      </div>
      <ul>
        {deeds.map((deed) => (
          <li className="deed" key={deed.id}>
            <span>
              {deed.what}
              <span className="src">
                {deed.by ? `${deed.by.name}, ` : null}
                <When at={deed.doneOn} as="day" />
              </span>
            </span>
            {may ? (
              <button type="button" className="btn ic q sm" aria-label={text.deedRemove(deed.what)} onClick={() => remove(deed)}>
                <X className="i s" aria-hidden="true" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
