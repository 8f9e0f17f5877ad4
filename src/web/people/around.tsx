import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Around } from '#model/person-card.ts';
import { usePersonText } from '../messages/person-text.ts';
import { Face } from '../ui/face.tsx';
import type { Who } from './who.ts';

const SHOWN = 6;

/** Who they are close to, and who works where they work. */
export function AroundThem({ around, who, onChange }: { around: Around[]; who: Who; onChange: (() => void) | null }) {
  const text = usePersonText();
  const [all, setAll] = useState(false);
  if (around.length === 0 && !onChange) return null;
  return (
    <section className="sec" style={{ order: 6 }}>
      <div className="hd">
        <h2>{text.around(who.subject)}</h2>
        {onChange ? (
          <button type="button" className="word sp t13" onClick={onChange}>
            {around.length === 0 ? text.aroundAdd : text.aroundChange}
          </button>
        ) : null}
      </div>
      <ul className="w-log">
        {around.slice(0, all ? undefined : SHOWN).map((one) => (
          <AroundOne key={one.id} one={one} who={who} />
        ))}
      </ul>
      {!all && around.length > SHOWN ? (
        <button type="button" className="act" onClick={() => setAll(true)}>
          {text.aroundAll(around.length)}
        </button>
      ) : null}
    </section>
  );
}

/** One of them in a line: what they do, what they may say, how the two stand. */
export function AroundOne({ one, who }: { one: Around; who: Who }) {
  const text = usePersonText();
  const tie = one.tie ? text.tie[one.tie.of][one.tie.kind](who.subject, who.object) : '';
  const said = [one.roleTitle, one.part ? text.part[one.part] : ''].filter(Boolean).join(', ');
  return (
    <li>
      <Face id={one.id} name={one.name} />
      <span>
        <Link className="b" to="/people/$id" params={{ id: one.id }}>
          {one.name}
        </Link>{' '}
        <span className="m">{[said, [tie, one.tie?.note].filter(Boolean).join(', ')].filter(Boolean).join('. ')}</span>
      </span>
    </li>
  );
}
