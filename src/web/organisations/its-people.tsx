import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type Colleague, type OrganisationPage, PARTS, type Part } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useDates } from '../messages/use-text.ts';
import { firstName } from '../people/called.ts';
import { ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Face } from '../ui/face.tsx';
import { Menu } from '../ui/menu.tsx';
import { When } from '../ui/when.tsx';
import { couldIntroduce } from './around.ts';
import { type PlaceAsked, today } from './place.ts';
import { usePlaces } from './use-places.ts';

const PlaceForm = lazy(() => import('./place-form.tsx').then((module) => ({ default: module.PlaceForm })));

/** Who is there and who was: what matters to them, their part, when we really spoke. The drawing above says the same. */
export function ItsPeople({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const may = useMay('member');
  const [asked, setAsked] = useState<PlaceAsked | null>(null);
  return (
    <>
      <section className="sec" id="who" tabIndex={-1}>
        <div className="hd">
          <h2>{text.people}</h2>
          {page.peopleInAll > 0 ? <span className="why">{text.peopleWhy(page.peopleInAll)}</span> : null}
          {page.peopleInAll > page.people.length ? (
            <span className="sp t13">
              <Link className="link" to="/people" search={{ of: page.name }}>
                {text.peopleAll(page.peopleInAll)}
              </Link>
            </span>
          ) : null}
        </div>
      </section>
      {page.people.length === 0 ? (
        <p className="f t13 w-none">{text.peopleEmpty}</p>
      ) : (
        <div className="w-out">
          <table className="list w-fold" aria-label={text.peopleAt(page.name)}>
            <colgroup>
              <col className="c-who" />
              <col />
              <col className="c-part" />
              <col className="c-spoke" />
              {may ? <col className="c-more" /> : null}
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{text.who.name}</th>
                <th scope="col">{text.who.matters}</th>
                <th scope="col">{text.who.part}</th>
                <th scope="col">{text.who.spoke}</th>
                {may ? (
                  <th scope="col">
                    <span className="sr">{text.who.more}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {page.people.map((one) => (
                <Row key={one.affiliationId} page={page} one={one} onAsk={may ? setAsked : null} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked ? (
        <Suspense>
          <PlaceForm {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface RowGiven {
  page: OrganisationPage;
  one: Colleague;
  onAsk: ((asked: PlaceAsked) => void) | null;
}

function Row({ page, one, onAsk }: RowGiven) {
  const text = useOrganisationsText();
  const dates = useDates();
  return (
    <tr className={one.here ? undefined : 'gone'}>
      <td className="w-a">
        <span className="who">
          <Face id={one.id} name={one.name} />
          <Link className="nm" to="/people/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
        </span>
      </td>
      <td className="w-d">{one.quote ? <q className="v">{one.quote}</q> : <Silent page={page} one={one} />}</td>
      <td className="w-c">
        <span className="w-part">
          {one.roleTitle ? <span className="m only-lg">{one.roleTitle}, </span> : null}
          {one.here ? <PartOf one={one} may={onAsk !== null} /> : <span className="f">{text.leftOn(dates.day(one.until ?? ''))}</span>}
        </span>
      </td>
      <td className="w-e">
        <span className="m">{one.lastContactAt ? <When at={one.lastContactAt} as="since" /> : text.never}</span>
      </td>
      {onAsk ? (
        <td className="w-x">
          <More page={page} one={one} onAsk={onAsk} />
        </td>
      ) : null}
    </tr>
  );
}

function Silent({ page, one }: { page: OrganisationPage; one: Colleague }) {
  const text = useOrganisationsText();
  if (one.lastContactAt) return <span className="f">{text.nothingSaid}</span>;
  const by = one.here ? couldIntroduce(page, one.id) : null;
  return <span className="f">{by ? text.couldIntroduce(firstName(by)) : text.neverSpoken}</span>;
}

function PartOf({ one, may }: { one: Colleague; may: boolean }) {
  const text = useOrganisationsText();
  const change = usePlaces();
  const tone = one.part === 'decides' ? 'b' : one.part ? '' : 'wait b';
  const says = <span className={tone}>{one.part ? text.says[one.part] : text.partUnknown}</span>;
  if (!may) return says;
  const set = (part: Part | null) => () =>
    void change(one, () => ask.affiliations.change({ id: one.affiliationId, part }), text.partSet(one.name));
  return (
    <Menu
      className="word"
      side="right"
      label={`${text.setPart(one.name)}: ${one.part ? text.says[one.part] : text.partUnknown}`}
      choices={[
        ...PARTS.map((part) => ({ id: part, label: text.says[part], chosen: one.part === part, run: set(part) })),
        { id: 'unknown', label: text.partUnknown, chosen: one.part === null, cut: true, run: set(null) },
      ]}
    >
      {says}
    </Menu>
  );
}

function More({ page, one, onAsk }: { page: OrganisationPage; one: Colleague; onAsk: (asked: PlaceAsked) => void }) {
  const text = useOrganisationsText();
  const change = usePlaces();
  const { roleTitle, from, until, part } = one;
  const at = { id: one.affiliationId, name: page.name, roleTitle, from, until, part };
  const ends = () => void change(one, () => ask.affiliations.change({ id: at.id, until: today() }), text.left(one.name));
  const never = () => void change(one, () => ask.affiliations.remove({ id: at.id }));
  return (
    <Menu
      className="btn ic q sm"
      side="right"
      label={text.moreOf(one.name)}
      choices={[
        { id: 'change', label: text.changePlace, run: () => onAsk({ who: one, way: 'change', at }) },
        ...(one.here
          ? [
              { id: 'move', label: text.moveOn, run: () => onAsk({ who: one, way: 'move', at }) },
              { id: 'end', label: text.endPlace, run: ends },
            ]
          : []),
        { id: 'never', label: text.notHere, cut: true, run: never },
      ]}
    >
      <Ellipsis className="i" aria-hidden="true" />
    </Menu>
  );
}
