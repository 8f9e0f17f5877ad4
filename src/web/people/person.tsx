import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PersonPage } from '#model/pages.ts';
import { Attach } from '../attachments/attach.tsx';
import { language } from '../messages/language.ts';
import { useText } from '../messages/use-text.ts';
import { NoteButton } from '../notes/note-button.tsx';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Beliefs } from './beliefs.tsx';
import { calledObject, calledSubject } from './called.ts';
import { ChangePerson } from './change-person.tsx';
import { MergeWith } from './merge-with.tsx';
import { NeedsLadder } from './needs-ladder.tsx';
import { Owed } from './owed.tsx';
import { PersonHero } from './person-hero.tsx';
import { Said } from './said.tsx';
import { SpeaksAs } from './speaks-as.tsx';
import { Suggestions } from './suggestions.tsx';
import { Traits } from './traits.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { useNowAt } from './use-now-at.ts';

// What a team writes down of its own comes after what matters.
const Tags = lazy(() => import('../lists/tags.tsx').then(({ Tags }) => ({ default: Tags })));
const OwnFields = lazy(() => import('../lists/own-fields.tsx').then(({ OwnFields }) => ({ default: OwnFields })));

const WorkedAt = lazy(() => import('../organisations/worked-at.tsx').then((module) => ({ default: module.WorkedAt })));
const CloseTo = lazy(() => import('../organisations/close-to.tsx').then((module) => ({ default: module.CloseTo })));

export function Person() {
  const { id } = useParams({ from: '/inside/people/$id' });
  const text = useText().people;
  const { data: person, error, refetch } = useQuery(api.people.open.queryOptions({ input: { id } }));
  useNowAt(id, person?.id);
  const { place, previous, next } = useNeighbours(id);
  const may = useMay('member');
  const [changing, setChanging] = useState(false);
  useKeys([
    { key: 'j', says: text.next, run: () => next?.() },
    { key: 'k', says: text.previous, run: () => previous?.() },
    ...(may ? [{ key: 'e', says: text.change, run: () => setChanging(true) }] : []),
  ]);
  return (
    <>
      <Bar
        title={person?.name ?? ''}
        parent={{ title: text.title, to: '/people' }}
        count={place ? text.place(place.i, place.of) : undefined}
      >
        <Neighbours previous={previous} next={next} says={{ previous: text.previous, next: text.next }} />
        {person ? <MergeWith person={person} /> : null}
        <NoteButton of={person ? { personId: person.id, name: person.name } : null} />
        {person ? <Attach about="person" id={person.id} name={person.name} key={person.id} /> : null}
        {may ? (
          <button type="button" className="btn sm" disabled={!person} onClick={() => setChanging(true)}>
            <Pencil className="i" aria-hidden="true" />
            {text.change}
            <kbd>e</kbd>
          </button>
        ) : null}
      </Bar>
      {error ? <Trouble error={error} again={() => void refetch()} /> : person ? <Whole person={person} key={person.id} /> : <Waiting />}
      {changing && person ? <ChangePerson person={person} onClose={() => setChanging(false)} /> : null}
    </>
  );
}

function Whole({ person }: { person: PersonPage }) {
  const { locale } = language();
  const object = calledObject(person.name, person.pronouns, locale);
  const subject = calledSubject(person.name, person.pronouns, locale);
  return (
    <div className="page">
      <div className="two person">
        <div>
          <PersonHero person={person} />
          <Suspense>
            <Tags about="person" id={person.id} />
          </Suspense>
          <Traits traits={person.traits} who={object} />
          <NeedsLadder person={person} who={subject} />
          <Timeline of={{ personId: person.id }} first={person.timeline} />
        </div>
        <aside>
          <Suggestions suggestions={person.suggestions} needs={person.needs} />
          <Owed promises={person.promises} />
          <Beliefs person={person} who={subject} />
          <Said said={person.said} />
          <Suspense>
            <CloseTo person={person} />
            <WorkedAt person={person} />
          </Suspense>
          <Reach person={person} who={object} />
          <SpeaksAs personId={person.id} />
          <Suspense>
            <OwnFields about="person" id={person.id} />
          </Suspense>
        </aside>
      </div>
    </div>
  );
}

function Reach({ person, who }: { person: PersonPage; who: string }) {
  const text = useText().people;
  return (
    <section className="sec" style={{ order: 8 }}>
      <div className="hd">
        <h2>{text.reach(who)}</h2>
      </div>
      {person.emails.length + person.aliases.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.reachEmpty}
        </p>
      ) : (
        <dl className="kv" style={{ gridTemplateColumns: '92px 1fr', paddingTop: 8 }}>
          {person.emails.map((email) => (
            <Line key={email} name={text.reachEmail}>
              <a className="link" href={`mailto:${email}`}>
                {email}
              </a>
            </Line>
          ))}
          {person.aliases.length > 0 ? <Line name={text.reachNames}>{person.aliases.join(', ')}</Line> : null}
        </dl>
      )}
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ textAlign: 'left' }}>{children}</dd>
    </>
  );
}
