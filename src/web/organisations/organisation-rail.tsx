import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { OrganisationPage } from '#model/organisation.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { toast } from '../ui/toasts.ts';
import { When } from '../ui/when.tsx';

const SHOWN = 4;

/** The conversations with its people, the newest first. */
export function ItsConversations({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const { people, quote } = useText();
  const dates = useDates();
  const [all, setAll] = useState(false);
  const shown = all ? page.conversations : page.conversations.slice(0, SHOWN);
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.conversations}</h2>
        {page.conversations.length > SHOWN ? (
          <span className="sp t13">
            <button type="button" className="word" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? text.conversationsFewer : text.conversationsAll(page.conversationsInAll)}
            </button>
          </span>
        ) : null}
      </div>
      {shown.length === 0 ? <p className="f t13 w-none">{text.conversationsEmpty}</p> : null}
      {shown.map((talk) => (
        <Link key={talk.id} className="item row" to="/conversations/$id" params={{ id: talk.id }}>
          <KindIcon kind={talk.kind} label={quote.conversationKind[talk.kind]} />
          <span>
            <b className="b">{talk.title}</b>{' '}
            <span className="f t13">
              <When at={talk.happenedAt} as="day" />
              {talk.durationMs ? `, ${dates.length(talk.durationMs)}` : null}
            </span>
            <br />
            <span className="m t13">{people.kindsAre(talk.who)}</span>
          </span>
        </Link>
      ))}
      {all && page.conversationsInAll > page.conversations.length ? (
        <p className="t13 w-none">
          <Link className="link" to="/conversations">
            {text.conversationsAll(page.conversationsInAll)}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** What it is a part of, its parts, and where people belong who are tied to people here. */
export function KnownBy({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const elsewhere = new Map<string, { id: string; name: string; by: string[] }>();
  for (const { name, organisation } of page.outsiders)
    if (organisation && organisation.id !== page.id) {
      const one = elsewhere.get(organisation.id) ?? { ...organisation, by: [] };
      one.by.push(name);
      elsewhere.set(organisation.id, one);
    }
  if (!page.parent && page.children.length === 0 && elsewhere.size === 0) return null;
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.knownBy}</h2>
      </div>
      <ul className="w-plain">
        {page.parent ? (
          <li className="m">
            {text.partOf} <To {...page.parent} />
          </li>
        ) : null}
        {page.children.length > 0 ? (
          <li className="m">
            {text.parts}{' '}
            {page.children.map((child, i) => (
              <span key={child.id}>
                {i > 0 ? ', ' : null}
                <To {...child} />
              </span>
            ))}
          </li>
        ) : null}
        {[...elsewhere.values()].map((one) => (
          <li className="m" key={one.id}>
            <To {...one} /> {text.tiedTo(one.by.join(', '))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function To({ id, name }: { id: string; name: string }) {
  return (
    <Link className="link" to="/organisations/$id" params={{ id }}>
      {name}
    </Link>
  );
}

/** Where it is to be found and who looks after it; people who write from there and are not placed yet. */
export function Facts({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const site = page.website && !/^https?:/i.test(page.website) ? `https://${page.website}` : page.website;
  const lines: { name: string; says: ReactNode }[] = [
    { name: text.website, says: /^https?:\/\//i.test(site) ? <Away href={site} says={page.website.replace(/^https?:\/\//i, '')} /> : null },
    { name: text.phone, says: page.phone ? <Away href={`tel:${page.phone.replace(/[^\d+]/g, '')}`} says={page.phone} /> : null },
    { name: text.town, says: [page.place, page.country].filter(Boolean).join(', ') },
    { name: text.industry, says: page.industry },
    { name: text.domains, says: page.domains.map((domain) => `@${domain}`).join(', ') },
    { name: text.owner, says: page.owner?.name },
    { name: text.tags, says: page.tags.map(({ name }) => name).join(', ') },
  ];
  const known = lines.filter(({ says }) => says);
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.facts}</h2>
      </div>
      {known.length === 0 ? <p className="f t13 w-none">{text.factsEmpty}</p> : null}
      <dl className="kv w-facts">
        {known.map(({ name, says }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {page.unplaced.map((one) => (
        <Unplaced key={one.domain} page={page} {...one} />
      ))}
    </section>
  );
}

function Away({ href, says }: { href: string; says: string }) {
  return (
    <a className="link" href={href} target="_blank" rel="noreferrer noopener">
      {says}
    </a>
  );
}

function Unplaced({ page, domain, people }: { page: OrganisationPage } & OrganisationPage['unplaced'][number]) {
  const all = useText();
  const text = useOrganisationsText();
  const may = useMay('member');
  const place = async () => {
    try {
      const { placed } = await ask.organisations.place({ id: page.id, personIds: people.map(({ id }) => id) });
      toast(text.placedHere(placed.length), async () => {
        for (const id of placed) await ask.affiliations.remove({ id });
        await refresh();
      });
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <div className="note w-unplaced">
      <p>{text.unplaced(people.length, domain)}</p>
      <p className="m t13">{people.map(({ name }) => name).join(', ')}</p>
      {may ? (
        <button type="button" className="btn sm" onClick={() => void place()}>
          {text.placeThem(people.length)}
        </button>
      ) : null}
    </div>
  );
}
