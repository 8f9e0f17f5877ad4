import { Link } from '@tanstack/react-router';
import type { PersonPage } from '#model/pages.ts';
import { Photo } from '../attachments/photo.tsx';
import { useDates, useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';

/** Who they are in a line, and the one thing they said that weighs most. */
export function PersonHero({ person }: { person: PersonPage }) {
  const { people: text, kinds } = useText();
  const dates = useDates();
  const kind = text.kindsAre(person.kinds.map((one) => kinds.a[one]));
  const { organisation, roleTitle } = person;
  return (
    <>
      <div className="hero">
        <Photo person={person} />
        <div>
          <h1>{person.name}</h1>
          <p className="m">
            {roleTitle}
            {organisation ? (
              <>
                {roleTitle ? ` ${text.roleAt} ` : null}
                <Link className="link" to="/organisations/$id" params={{ id: organisation.id }}>
                  {organisation.name}
                </Link>
              </>
            ) : null}
            {(roleTitle || organisation) && kind ? ' · ' : null}
            {kind && person.metAt ? text.since(kind, dates.month(person.metAt)) : kind}
            {roleTitle || organisation || kind ? ' · ' : null}
            {person.lastContactAt ? <Spoke at={person.lastContactAt} /> : text.neverSpoke}
          </p>
        </div>
      </div>
      {person.hero ? (
        <figure className="lead">
          <blockquote className="v28">
            <q>{person.hero.text}</q>
          </blockquote>
          <figcaption style={{ marginTop: 8 }}>
            <SourceLine quote={person.hero} lead={text.weighsMost} />
          </figcaption>
        </figure>
      ) : null}
    </>
  );
}

function Spoke({ at }: { at: string }) {
  const text = useText().people;
  const dates = useDates();
  const [before, after] = text.lastSpoke('\u0000').split('\u0000');
  return (
    <span title={dates.exact(at)}>
      {before}
      <When at={at} />
      {after}
    </span>
  );
}
