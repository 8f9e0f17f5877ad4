import { Link } from '@tanstack/react-router';
import type { TodayPage } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { Face } from '../ui/face.tsx';
import { SourceLine } from '../ui/source-line.tsx';

type Someone = TodayPage['people'][number];

/** One who waits: who, why, something they said, and the one thing to do. */
export function NeedsYou({ person, first, onLater }: { person: Someone; first: boolean; onLater: () => void }) {
  const text = useText();
  const said = text.today;
  const role = [person.roleTitle, person.organisation].filter(Boolean).join(', ');
  return (
    <li className="need-you">
      <Face id={person.id ?? person.name} name={person.name} size="m" />
      <div className="body">
        <div className="who">
          <b>
            {person.id ? (
              <Link to="/people/$id" params={{ id: person.id }}>
                {person.name}
              </Link>
            ) : (
              person.name
            )}
          </b>
          {role ? <span className="f t13">{role}</span> : null}
        </div>
        <p className="why">
          {said.waitsOf(person.name)} <b>{said.waits(person.waiting)}</b> {person.waiting === 1 ? said.waitsWhy : said.waitsWhyMany}.{' '}
          {said.first(text.findings.kind[person.kind].toLowerCase())}
        </p>
        {person.quote ? (
          <blockquote className="quote">
            <q className="v17">{person.quote.text}</q>
            <SourceLine quote={person.quote} />
          </blockquote>
        ) : null}
      </div>
      <div className="act">
        {person.quote ? (
          <Link
            className={first ? 'btn p' : 'btn'}
            to="/conversations/$id"
            params={{ id: person.quote.conversationId }}
            search={{ turn: person.quote.turn, ...(person.quote.findingId ? { finding: person.quote.findingId } : {}) }}
          >
            {said.look}
          </Link>
        ) : person.id ? (
          <Link className={first ? 'btn p' : 'btn'} to="/people/$id" params={{ id: person.id }}>
            {said.look}
          </Link>
        ) : null}
        <button type="button" className="btn q" onClick={onLater}>
          {said.later}
        </button>
      </div>
    </li>
  );
}
