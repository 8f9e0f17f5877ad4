import { Check } from 'lucide-react';
import { type NeedTogether, needsTogether } from '#model/needs-together.ts';
import type { OrganisationPage } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { firstName } from '../people/called.ts';
import { Face } from '../ui/face.tsx';
import { SourceLine } from '../ui/source-line.tsx';

type Need = OrganisationPage['needs'][number];

/** What its people need: one need in the words of several is told once. */
export function NeedsOfAll({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const groups = needsTogether(page.needs);
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.together}</h2>
        {groups.some(({ people }) => people.length > 1) ? <span className="why">{text.togetherWhy}</span> : null}
      </div>
      {groups.length === 0 ? <p className="f t13 w-none">{text.togetherEmpty}</p> : null}
      {groups.map((group) => (
        <NeedOf key={group.needs[0]?.id} group={group} nameOf={(id) => page.people.find((one) => one.id === id)?.name ?? ''} />
      ))}
    </section>
  );
}

function NeedOf({ group, nameOf }: { group: NeedTogether<Need>; nameOf: (id: string) => string }) {
  const text = useOrganisationsText();
  const { needs, people, state } = group;
  return (
    <div className="w-need">
      <div className="row top">
        {people.map((id) => (
          <Face key={id} id={id} name={nameOf(id)} />
        ))}
      </div>
      <div>
        <p className="b">{needs.find(({ statement }) => statement)?.statement ?? text.unnamed}</p>
        {needs.map((need) => {
          const [quote] = need.quotes;
          return quote ? (
            <div key={need.id} style={{ marginTop: 3 }}>
              <q className="v">{quote.text}</q> <span className="f t12">{firstName(nameOf(need.personId))}</span>
              <br />
              <SourceLine quote={quote} />
            </div>
          ) : null;
        })}
      </div>
      <span className={state === 'met' ? 'chip acc' : 'chip'}>
        {state === 'heard' ? null : <Check className="i s" aria-hidden="true" />}
        {text.state[state]}
      </span>
    </div>
  );
}
