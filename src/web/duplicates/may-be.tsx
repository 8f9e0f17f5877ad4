import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { MayBe as MayBeRow } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api } from '../query/api.ts';

const PAUSE_MS = 250;

/** Who it may be that is being typed: asked when the typing rests, and never in the way. */
export function MayBeTyped({ name, email, organisation }: { name: string; email: string; organisation: string }) {
  const [asked, setAsked] = useState({ name: '', email: '', organisation: '' });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ name: name.trim(), email: email.trim(), organisation: organisation.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [name, email, organisation]);
  const input = {
    name: asked.name,
    ...(asked.email && { email: asked.email }),
    ...(asked.organisation && { organisation: asked.organisation }),
  };
  const enough = asked.name.length > 2 || asked.email.includes('@');
  const { data } = useQuery({ ...api.duplicates.like.queryOptions({ input }), enabled: enough, placeholderData: (before) => before });
  return <MayBePeople people={enough ? (data?.people ?? []) : []} />;
}

/** "May be Grace Oyelaran, here since March", each a link to them. */
function MayBePeople({ people }: { people: MayBeRow[] }) {
  const text = useDuplicatesText();
  const dates = useDates();
  return (
    <div role="status">
      {people.map(({ id, name, roleTitle, organisation, since }) => {
        const [before, who, after] = text.mayBe(name, dates.month(since));
        const where = [roleTitle, organisation?.name].filter(Boolean).join(', ');
        return (
          <p key={id} className="hint" style={{ margin: 0 }}>
            {before}
            <Link className="link" to="/people/$id" params={{ id }}>
              {who}
            </Link>
            {where ? text.mayBeAt(where) : ''}
            {after}
          </p>
        );
      })}
    </div>
  );
}

/** Somebody was added who may be here already: both can be looked at now, or later from the list of pairs. */
export function MayBeAdded({ id, name, people }: { id: string; name: string; people: MayBeRow[] }) {
  const text = useDuplicatesText();
  const [first] = people;
  return (
    <div className="form">
      <p>{text.isHere(name)}</p>
      <MayBePeople people={people} />
      <div className="ends">
        <Link className="btn q" to="/people/$id" params={{ id }}>
          {text.goOn(name)}
        </Link>
        {first ? (
          <Link className="btn p" to="/people/duplicates" search={{ one: first.id, other: id }}>
            {text.lookAtBoth}
          </Link>
        ) : null}
      </div>
    </div>
  );
}
