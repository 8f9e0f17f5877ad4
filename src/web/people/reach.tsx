import { Fragment, type ReactNode } from 'react';
import type { PersonPage } from '#model/pages.ts';
import { mayContact } from '#model/person-card.ts';
import { usePersonText } from '../messages/person-text.ts';
import { wholeOf } from './address.ts';
import type { Who } from './who.ts';

/** How they are reached; what opens a mail or a call is no link where they asked not to be contacted. */
export function Reach({ person, who, onChange }: { person: PersonPage; who: Who; onChange: (() => void) | null }) {
  const text = usePersonText();
  const may = mayContact(person);
  const prefers = [person.prefers ? text.channel[person.prefers] : '', person.prefersNote].filter(Boolean).join(', ');
  const lines = [
    ...person.emails.map(({ email, label }) =>
      line(`e ${email}`, label || text.email, may ? <To href={`mailto:${email}`}>{email}</To> : email),
    ),
    ...person.phones.map(({ phone, e164, label }) =>
      line(`p ${phone}`, label || text.phone, may ? <To href={`tel:${e164 || phone.replace(/[^\d+]/g, '')}`}>{phone}</To> : phone),
    ),
    ...(prefers ? [line('prefers', text.prefersLine, prefers)] : []),
    ...person.links.map(({ url, label }) =>
      line(
        `l ${url}`,
        label || text.link,
        <To href={url} out>
          {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </To>,
      ),
    ),
    ...person.addresses.map((address, i) => line(`a ${i}`, address.label || text.address, wholeOf(address))),
    ...(person.livesIn ? [line('lives', text.livesIn, person.livesIn)] : []),
    ...(person.aliases.length > 0 ? [line('names', text.names, person.aliases.join(', '))] : []),
  ];
  if (lines.length === 0 && !onChange) return null;
  return (
    <section className="sec" style={{ order: 8 }}>
      <div className="hd">
        <h2>{text.reach(who.object)}</h2>
      </div>
      {lines.length > 0 ? (
        <dl className="kv reach">
          {lines.map(({ key, name, says }) => (
            <Fragment key={key}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <button type="button" className="act" style={{ marginTop: 8 }} onClick={() => onChange?.()}>
          {text.reachNothing}
        </button>
      )}
    </section>
  );
}

function line(key: string, name: string, says: ReactNode) {
  return { key, name, says };
}

function To({ href, children, out = false }: { href: string; children: ReactNode; out?: boolean }) {
  return (
    <a className="link" href={href} {...(out && { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
}
