import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type DealPage, PARTS, type Part } from '#model/deal.ts';
import { ChoosePerson } from '../lists/choose-person.tsx';
import { useDealsText } from '../messages/deals-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Face } from '../ui/face.tsx';
import { Menu } from '../ui/menu.tsx';
import { useDeed } from './use-deed.ts';

/** Who has a part in the decision, what they said, and which part; added, changed and taken away here. */
export function DealPeople({ page }: { page: DealPage }) {
  const text = useDealsText();
  const may = useMay('member');
  const deed = useDeed();
  const [adding, setAdding] = useState(false);
  const add = ({ id: personId, name }: { id: string; name: string }) => {
    setAdding(false);
    void deed({
      does: () => ask.deals.putPerson({ id: page.id, personId }),
      says: text.partPut(name),
      undo: () => ask.deals.takePerson({ id: page.id, personId }),
    });
  };
  return (
    <section className="sec" style={{ marginTop: 24 }}>
      <div className="hd">
        <h2>{text.parts}</h2>
        <span className="why">{text.partsWhy}</span>
        {may ? (
          <span className="sp t13">
            <button type="button" className="word" onClick={() => setAdding(true)}>
              {text.addPart}
            </button>
          </span>
        ) : null}
      </div>
      {page.people.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.partsNone}
        </p>
      ) : null}
      <ul>
        {page.people.map((person) => (
          <OnePart key={person.id} page={page} person={person} />
        ))}
      </ul>
      {adding ? <ChoosePerson label={text.addPartLabel} onTake={add} onLeave={() => setAdding(false)} /> : null}
    </section>
  );
}

function OnePart({ page, person }: { page: DealPage; person: DealPage['people'][number] }) {
  const text = useDealsText();
  const dates = useDates();
  const may = useMay('member');
  const deed = useDeed();
  const { id: personId, name, part } = person;
  const says = text.part[part ?? 'none'];
  const put = (to: Part | null) => ask.deals.putPerson({ id: page.id, personId, part: to });
  const change = (to: Part | null) =>
    void deed({ does: () => put(to), says: text.partIs(name, text.part[to ?? 'none']), undo: () => put(part) });
  const take = () =>
    void deed({ does: () => ask.deals.takePerson({ id: page.id, personId }), says: text.partTaken(name), undo: () => put(part) });
  return (
    <li className="w-partrow">
      <Face id={personId} name={name} size="s" />
      <div>
        <Link className="b" to="/people/$id" params={{ id: personId }}>
          {name}
        </Link>
        <span className="f t13">
          {' '}
          {[person.roleTitle, person.lastContactAt ? text.spokeLast(dates.ago(person.lastContactAt)) : ''].filter(Boolean).join(' · ')}
        </span>
        {person.quote ? (
          <p className="says">
            <q className="v v17">{person.quote}</q>
          </p>
        ) : null}
      </div>
      {may ? (
        <Menu
          className="btn sm q"
          side="right"
          label={text.partOf(name, says)}
          choices={[
            ...PARTS.map((one) => ({ id: one, label: text.part[one], chosen: part === one, run: () => change(one) })),
            { id: 'none', label: text.part.none, chosen: part === null, run: () => change(null) },
            { id: 'take', label: text.takePart, cut: true, run: take },
          ]}
        >
          {says}
          <ChevronDown className="i s" aria-hidden="true" />
        </Menu>
      ) : (
        <span className="m t13">{says}</span>
      )}
    </li>
  );
}
