import { Link } from '@tanstack/react-router';
import type { PersonPage } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { useSession } from '../query/session.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { When } from '../ui/when.tsx';

type Talk = PersonPage['conversations'][number];

/** The conversations with them, the newest first. */
export function BetweenUs({ conversations }: { conversations: Talk[] }) {
  const text = useText().people;
  return (
    <section className="sec" style={{ order: 7 }}>
      <div className="hd">
        <h2>{text.between_}</h2>
        {conversations.length > 0 ? <span className="why">{text.newestFirst}</span> : null}
      </div>
      {conversations.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.betweenEmpty}
        </p>
      ) : (
        <ul>
          {conversations.map((talk) => (
            <Spoken key={talk.id} talk={talk} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Spoken({ talk }: { talk: Talk }) {
  const { people: text, quote } = useText();
  const dates = useDates();
  const { member } = useSession();
  const others = talk.others.filter((name) => name !== member?.name);
  const after = [talk.durationMs ? dates.length(talk.durationMs) : '', others.length > 0 ? text.with(text.kindsAre(others)) : ''];
  const said = after.filter(Boolean).join(' ');
  const shares = talk.theirShare !== null && talk.ourShare !== null ? text.shares(percent(talk.theirShare), percent(talk.ourShare)) : '';
  return (
    <li className="tl">
      <span className="d">
        <When at={talk.happenedAt} as="day" />
      </span>
      <KindIcon kind={talk.kind} label={quote.conversationKind[talk.kind]} />
      <div>
        <b>
          <Link to="/conversations/$id" params={{ id: talk.id }}>
            {talk.title}
          </Link>
        </b>
        {said ? `, ${said}.` : '.'} {shares} {talk.openFindings > 0 ? text.toLookAt(talk.openFindings) : null}
      </div>
    </li>
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}
