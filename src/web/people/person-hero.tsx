import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { leadingKind, rhythmOf } from '#model/kind-words.ts';
import type { PersonPage } from '#model/pages.ts';
import { Photo } from '../attachments/photo.tsx';
import { language } from '../messages/language.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { SourceLine } from '../ui/source-line.tsx';
import { When } from '../ui/when.tsx';
import { sayEvery } from './every.ts';

/** Who they are in a line, and the one thing they said that weighs most. */
export function PersonHero({ person, children }: { person: PersonPage; children?: ReactNode }) {
  const { people: text, kinds } = useText();
  const dates = useDates();
  const kind = text.kindsAre(person.kinds.map((one) => kinds.a[one]));
  const does = person.roleTitle || person.organisation;
  return (
    <>
      <div className="hero">
        <Photo person={person} />
        <div>
          <h1>{person.name}</h1>
          <p className="m">
            <Does person={person} />
            {does && kind ? ' · ' : null}
            {kind && person.metAt ? text.since(kind, dates.month(person.metAt)) : kind}
            {does || kind ? ' · ' : null}
            {person.lastContactAt ? <Spoke at={person.lastContactAt} person={person} /> : text.neverSpoke}
          </p>
        </div>
      </div>
      {children}
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

/** What they do and where; every place they are at now. */
function Does({ person: { roleTitle, organisation, work } }: { person: PersonPage }) {
  const { people } = useText();
  const text = usePersonText();
  const elsewhere = work.filter((one) => !one.untilOn && one.organisation.id !== organisation?.id);
  return (
    <>
      {roleTitle}
      {organisation ? (
        <>
          {roleTitle ? ` ${people.roleAt} ` : null}
          <Link className="link" to="/organisations/$id" params={{ id: organisation.id }}>
            {organisation.name}
          </Link>
        </>
      ) : null}
      {elsewhere.map((one) => (
        <span key={one.organisation.id}>
          {text.alsoAt(one.roleTitle)}{' '}
          <Link className="link" to="/organisations/$id" params={{ id: one.organisation.id }}>
            {one.organisation.name}
          </Link>
        </span>
      ))}
    </>
  );
}

function Spoke({ at, person }: { at: string; person: PersonPage }) {
  const { people, kinds } = useText();
  const text = usePersonText();
  const dates = useDates();
  const { locale } = language();
  const [before, after] = people.lastSpoke('\u0000').split('\u0000');
  const rhythm = rhythmOf(person, new Date().toISOString());
  const every = rhythm ? sayEvery(rhythm.everyDays, text, locale) : '';
  return (
    <span title={dates.exact(at)}>
      {before}
      <When at={at} />
      {after}
      {rhythm?.quiet ? (
        <span title={text.usualWhy}>{text.quiet('', text.usual[rhythm.from](every, kinds.a[leadingKind(person.kinds)]))}</span>
      ) : null}
    </span>
  );
}
