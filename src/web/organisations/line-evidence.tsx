import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { hasDirection, type TieView } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useMay } from '../query/session.ts';
import { When } from '../ui/when.tsx';
import type { Bond, Drawn } from './around.ts';
import { useUntie } from './use-untie.ts';

const TieForm = lazy(() => import('./tie-form.tsx').then((module) => ({ default: module.TieForm })));

/** What a line rests on: the conversations of the two, and what was noted of them. */
export function LineEvidence({ bond, onClose }: { bond: Bond; onClose: () => void }) {
  const text = useOrganisationsText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = (who: Drawn) => (who.isYou ? text.you : who.name);
  return (
    <section
      className="note w-evidence"
      aria-label={text.lineOpen(name(bond.one), name(bond.other))}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="row">
        <h3 ref={heading} tabIndex={-1}>
          {text.lineOpen(name(bond.one), name(bond.other))}
        </h3>
        <button type="button" className="btn sm q sp" onClick={onClose}>
          {text.closeThis}
          <kbd>esc</kbd>
        </button>
      </div>
      <ul>
        {bond.ties.map((tie) => (
          <Noted key={tie.id} tie={tie} />
        ))}
        {bond.talks ? (
          <li>
            <b className="b">{text.talks(bond.talks.count)}</b>
            <ul>
              {bond.talks.newest.map((talk) => (
                <li key={talk.id}>
                  <Link className="link" to="/conversations/$id" params={{ id: talk.id }}>
                    {talk.title}
                  </Link>{' '}
                  <span className="f t13">
                    <When at={talk.happenedAt} as="day" />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function Noted({ tie }: { tie: TieView }) {
  const text = useOrganisationsText();
  const may = useMay('member');
  const untie = useUntie();
  const [changing, setChanging] = useState(false);
  return (
    <li>
      <span>
        <b className="b">
          {tie.from.name} {text.kinds[tie.kind]} {tie.to.name}
        </b>
        {hasDirection(tie.kind) && tie.closeness === 1 ? null : <span className="f">, {text.closeness[tie.closeness]}</span>}
      </span>
      <p className="m">{tie.note || text.noNote}</p>
      {may ? (
        <p className="row" style={{ marginTop: 4 }}>
          <button type="button" className="btn sm" onClick={() => setChanging(true)}>
            {text.lineChange}
          </button>
          <button type="button" className="btn sm q" onClick={() => void untie(tie)}>
            {text.lineRemove}
          </button>
        </p>
      ) : null}
      {changing ? (
        <Suspense>
          <TieForm tie={tie} onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </li>
  );
}
