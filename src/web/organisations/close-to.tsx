import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { TieView } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Face } from '../ui/face.tsx';
import { Menu } from '../ui/menu.tsx';
import { useUntie } from './use-untie.ts';

const TieForm = lazy(() => import('./tie-form.tsx').then((module) => ({ default: module.TieForm })));

interface Who {
  id: string;
  name: string;
}

/** Whom somebody is close to, on their page, the closest first. */
export function CloseTo({ person }: { person: Who }) {
  const text = useOrganisationsText();
  const may = useMay('member');
  const { data } = useQuery(api.ties.ofPerson.queryOptions({ input: { id: person.id } }));
  const [form, setForm] = useState<TieView | 'new' | null>(null);
  if (!data) return null;
  return (
    <section className="sec" style={{ order: 6 }}>
      <div className="hd">
        <h2>{text.closeTo}</h2>
        {may ? (
          <span className="sp t13">
            <button type="button" className="word" onClick={() => setForm('new')}>
              {text.addLine}
            </button>
          </span>
        ) : null}
      </div>
      {data.ties.length === 0 ? <p className="f t13 w-none">{text.closeEmpty}</p> : null}
      <ul>
        {data.ties.map((tie) => (
          <Close key={tie.id} tie={tie} person={person} onChange={may ? () => setForm(tie) : null} />
        ))}
      </ul>
      {form ? (
        <Suspense>
          <TieForm {...(form === 'new' ? { from: person } : { tie: form })} onClose={() => setForm(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function Close({ tie, person, onChange }: { tie: TieView; person: Who; onChange: (() => void) | null }) {
  const text = useOrganisationsText();
  const untie = useUntie();
  const other = tie.from.id === person.id ? tie.to : tie.from;
  const says = `${tie.from.name} ${text.kinds[tie.kind]} ${tie.to.name}`;
  return (
    <li className="item row w-place">
      <Face id={other.id} name={other.name} />
      <span>
        <Link className="link b" to="/people/$id" params={{ id: other.id }}>
          {other.name}
        </Link>
        <br />
        <span className="f t13">{[says, text.closeness[tie.closeness], tie.note].filter(Boolean).join(' · ')}</span>
      </span>
      {onChange ? (
        <span className="sp">
          <Menu
            className="btn ic q sm"
            side="right"
            label={text.lineOpen(person.name, other.name)}
            choices={[
              { id: 'change', label: text.lineChange, run: onChange },
              { id: 'remove', label: text.lineRemove, cut: true, run: () => void untie(tie) },
            ]}
          >
            <Ellipsis className="i" aria-hidden="true" />
          </Menu>
        </span>
      ) : null}
    </li>
  );
}
