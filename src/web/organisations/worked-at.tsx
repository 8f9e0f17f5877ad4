import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type Affiliation, lasts } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api, ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Menu } from '../ui/menu.tsx';
import { type PlaceAsked, today } from './place.ts';
import { usePlaces } from './use-places.ts';

const PlaceForm = lazy(() => import('./place-form.tsx').then((module) => ({ default: module.PlaceForm })));

interface Who {
  id: string;
  name: string;
}

/** Where somebody belongs and did before, on their page: what lasts first. */
export function WorkedAt({ person }: { person: Who }) {
  const text = useOrganisationsText();
  const may = useMay('member');
  const { data } = useQuery(api.affiliations.ofPerson.queryOptions({ input: { id: person.id } }));
  const [asked, setAsked] = useState<PlaceAsked | null>(null);
  if (!data) return null;
  return (
    <section className="sec" style={{ order: 8 }}>
      <div className="hd">
        <h2>{text.workedAt}</h2>
        {may ? (
          <span className="sp t13">
            <button type="button" className="word" onClick={() => setAsked({ who: person, way: 'join' })}>
              {text.workedAdd}
            </button>
          </span>
        ) : null}
      </div>
      {data.affiliations.length === 0 ? <p className="f t13 w-none">{text.workedEmpty}</p> : null}
      <ul>
        {data.affiliations.map((one) => (
          <Place key={one.id} who={person} one={one} onAsk={may ? setAsked : null} />
        ))}
      </ul>
      {asked ? (
        <Suspense>
          <PlaceForm {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function Place({ who, one, onAsk }: { who: Who; one: Affiliation; onAsk: ((asked: PlaceAsked) => void) | null }) {
  const text = useOrganisationsText();
  const change = usePlaces();
  const { id, organisation, roleTitle, from, until, part } = one;
  const at = { id, name: organisation.name, roleTitle, from, until, part };
  const here = lasts(one, today());
  const when = useWhen(one);
  return (
    <li className="item row w-place">
      <span>
        <Link className={here ? 'link b' : 'link'} to="/organisations/$id" params={{ id: organisation.id }}>
          {organisation.name}
        </Link>
        <br />
        <span className="f t13">{[roleTitle, part ? text.says[part] : '', when].filter(Boolean).join(' · ')}</span>
      </span>
      {onAsk ? (
        <span className="sp">
          <Menu
            className="btn ic q sm"
            side="right"
            label={text.moreOf(organisation.name)}
            choices={[
              { id: 'change', label: text.changePlace, run: () => onAsk({ who, way: 'change', at }) },
              ...(here ? [{ id: 'move', label: text.moveOn, run: () => onAsk({ who, way: 'move', at }) }] : []),
              { id: 'never', label: text.notHere, cut: true, run: () => void change(who, () => ask.affiliations.remove({ id })) },
            ]}
          >
            <Ellipsis className="i" aria-hidden="true" />
          </Menu>
        </span>
      ) : null}
    </li>
  );
}

function useWhen({ from, until }: Affiliation): string {
  const text = useOrganisationsText();
  const dates = useDates();
  if (from && until) return text.workedFrom(dates.day(from), dates.day(until));
  if (until) return text.workedUntil(dates.day(until));
  return from ? text.workedSince(dates.day(from)) : '';
}
