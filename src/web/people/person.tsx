import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis, Footprints, Mail, Pencil, Phone } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { PersonPage, TraitView } from '#model/pages.ts';
import { mayContact } from '#model/person-card.ts';
import { Attach } from '../attachments/attach.tsx';
import { language } from '../messages/language.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useText } from '../messages/use-text.ts';
import { NoteButton } from '../notes/note-button.tsx';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { type Choice, Menu } from '../ui/menu.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AroundThem } from './around.tsx';
import { Beliefs } from './beliefs.tsx';
import { Deeds } from './deeds.tsx';
import { FeltLast } from './felt.tsx';
import { ImportantDates } from './important-dates.tsx';
import { NeedsLadder } from './needs-ladder.tsx';
import { NoContact } from './no-contact.tsx';
import { Owed } from './owed.tsx';
import { PersonHero } from './person-hero.tsx';
import { Reach } from './reach.tsx';
import { Said } from './said.tsx';
import { SpeaksAs } from './speaks-as.tsx';
import { Suggestions } from './suggestions.tsx';
import { Traits } from './traits.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { useNowAt } from './use-now-at.ts';
import { whoIs } from './who.ts';
import './person-card-sheet.ts';

const ChangePerson = lazy(() => import('./change-person.tsx').then((module) => ({ default: module.ChangePerson })));
const NoteTrait = lazy(() => import('./note-trait.tsx').then((module) => ({ default: module.NoteTrait })));
const NoteDeed = lazy(() => import('./note-deed.tsx').then((module) => ({ default: module.NoteDeed })));
const AskNoContact = lazy(() => import('./ask-no-contact.tsx').then((module) => ({ default: module.AskNoContact })));
const ErasePerson = lazy(() => import('./erase-person.tsx').then((module) => ({ default: module.ErasePerson })));
const SameAs = lazy(() => import('../duplicates/same-as.tsx').then((module) => ({ default: module.SameAs })));
// What a team writes down of its own comes after what matters.
const Tags = lazy(() => import('../lists/tags.tsx').then((module) => ({ default: module.Tags })));
const OwnFields = lazy(() => import('../lists/own-fields.tsx').then((module) => ({ default: module.OwnFields })));
const TasksOf = lazy(() => import('../tasks/tasks-of.tsx').then((module) => ({ default: module.TasksOf })));
const DealsOf = lazy(() => import('../deals/deals-of.tsx').then((module) => ({ default: module.DealsOf })));
const WorkedAt = lazy(() => import('../organisations/worked-at.tsx').then((module) => ({ default: module.WorkedAt })));
const CloseTo = lazy(() => import('../organisations/close-to.tsx').then((module) => ({ default: module.CloseTo })));

/** The dialog that is open, with what it is about. */
type Doing =
  | { what: 'change' }
  | { what: 'note'; trait: TraitView | null }
  | { what: 'deed'; traitId: string | null }
  | { what: 'no-contact' }
  | { what: 'same-as' }
  | { what: 'erase' };

export function Person() {
  const { id } = useParams({ from: '/inside/people/$id' });
  const text = useText().people;
  const words = usePersonText();
  const navigate = useNavigate();
  const { data: person, error, refetch } = useQuery(api.people.open.queryOptions({ input: { id } }));
  useNowAt(id, person?.id);
  const { place, previous, next } = useNeighbours(id);
  const may = useMay('member');
  const [doing, setDoing] = useState<Doing | null>(null);
  useKeys([
    { key: 'j', says: text.next, run: () => next?.() },
    { key: 'k', says: text.previous, run: () => previous?.() },
    { key: 'b', says: words.brief, run: () => void navigate({ to: '/people/$id/brief', params: { id } }) },
    ...(may ? [{ key: 'e', says: text.change, run: () => setDoing({ what: 'change' }) }] : []),
  ]);
  return (
    <>
      <Bar
        title={person?.name ?? ''}
        parent={{ title: text.title, to: '/people' }}
        count={place ? text.place(place.i, place.of) : undefined}
      >
        <Neighbours previous={previous} next={next} says={{ previous: text.previous, next: text.next }} />
        <Link className="btn sm only-lg" to="/people/$id/brief" params={{ id }}>
          <Footprints className="i" aria-hidden="true" />
          <span className="only-lg">{words.brief}</span>
          <kbd>b</kbd>
        </Link>
        <NoteButton of={person ? { personId: person.id, name: person.name } : null} />
        {person ? <Attach about="person" id={person.id} name={person.name} key={person.id} /> : null}
        {may ? (
          <button type="button" className="btn sm" disabled={!person} onClick={() => setDoing({ what: 'change' })}>
            <Pencil className="i" aria-hidden="true" />
            <span className="only-lg">{text.change}</span>
            <span className="sr only-sm">{text.change}</span>
            <kbd>e</kbd>
          </button>
        ) : null}
        {may && person ? <More person={person} onDo={setDoing} /> : null}
      </Bar>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : person ? (
        <Whole person={person} key={person.id} onDo={setDoing} />
      ) : (
        <Waiting />
      )}
      {doing && person ? <Open doing={doing} person={person} onClose={() => setDoing(null)} /> : null}
    </>
  );
}

function Open({ doing, person, onClose }: { doing: Doing; person: PersonPage; onClose: () => void }) {
  const who = whoIs(person, language().locale);
  const about = { personId: person.id, who, onClose };
  return (
    <Suspense>
      {doing.what === 'change' ? <ChangePerson person={person} onClose={onClose} /> : null}
      {doing.what === 'note' ? <NoteTrait trait={doing.trait} {...about} /> : null}
      {doing.what === 'deed' ? <NoteDeed traits={person.traits} traitId={doing.traitId} {...about} /> : null}
      {doing.what === 'no-contact' ? <AskNoContact {...about} /> : null}
      {doing.what === 'erase' ? <ErasePerson person={person} onClose={onClose} /> : null}
      {doing.what === 'same-as' ? (
        <SameAs id={person.id} name={person.name} organisation={person.organisation?.name ?? ''} onClose={onClose} />
      ) : null}
    </Suspense>
  );
}

function More({ person, onDo }: { person: PersonPage; onDo: (doing: Doing) => void }) {
  const text = usePersonText();
  const { people } = useText();
  const admin = useMay('admin');
  const fetch = (what: string) => window.location.assign(`/api/v1/people/${person.id}/${what}`);
  const choices: Choice[] = [
    { id: 'change', label: people.change, run: () => onDo({ what: 'change' }) },
    { id: 'note', label: text.note, run: () => onDo({ what: 'note', trait: null }) },
    { id: 'deed', label: text.deedAdd, run: () => onDo({ what: 'deed', traitId: null }) },
    { id: 'same-as', label: people.sameAs, cut: true, run: () => onDo({ what: 'same-as' }) },
    { id: 'card', label: text.card, run: () => fetch('card.vcf') },
    ...(admin
      ? [{ id: 'everything', label: text.everything(whoIs(person, language().locale).object), run: () => fetch('everything.html') }]
      : []),
    ...(mayContact(person)
      ? [{ id: 'no-contact', label: text.noContactAsk, cut: true, run: () => onDo({ what: 'no-contact' as const }) }]
      : []),
    ...(admin ? [{ id: 'erase', label: text.erase, harm: true, run: () => onDo({ what: 'erase' as const }) }] : []),
  ];
  return (
    <Menu className="btn ic q" label={text.more} side="right" choices={choices}>
      <Ellipsis className="i" aria-hidden="true" />
    </Menu>
  );
}

function Whole({ person, onDo }: { person: PersonPage; onDo: (doing: Doing) => void }) {
  const may = useMay('member');
  const who = whoIs(person, language().locale);
  const traits = person.suggestions.filter(({ kind }) => kind.startsWith('trait.'));
  const others = person.suggestions.filter(({ kind }) => !kind.startsWith('trait.'));
  return (
    <div className="page">
      <NoContact person={person} who={who} />
      <div className="two person">
        <div>
          <PersonHero person={person}>
            <AtOnce person={person} />
          </PersonHero>
          <Suspense>
            <Tags about="person" id={person.id} />
          </Suspense>
          <Traits
            personId={person.id}
            traits={person.traits}
            suggestions={traits}
            deeds={person.deeds}
            who={who}
            onNote={(trait) => onDo({ what: 'note', trait: trait ?? null })}
            onDeed={(traitId) => onDo({ what: 'deed', traitId })}
          />
          <NeedsLadder person={person} who={who.subject} />
          <Timeline of={{ personId: person.id }} first={person.timeline} />
        </div>
        <aside>
          <FeltLast traits={person.traits} who={who} />
          <Owed promises={person.promises} />
          <Suggestions suggestions={others} needs={person.needs} />
          <Beliefs person={person} who={who.subject} />
          <Suspense>
            <TasksOf personId={person.id} order={4} />
          </Suspense>
          <Around person={person} may={may} />
          <Suspense>
            <DealsOf personId={person.id} order={7} />
          </Suspense>
          <Said said={person.said} />
          <Deeds personId={person.id} deeds={person.deeds} who={who} onDeed={() => onDo({ what: 'deed', traitId: null })} />
          <Reach person={person} who={who} onChange={may ? () => onDo({ what: 'change' }) : null} />
          <ImportantDates dates={person.dates} />
          <LookedAfter person={person} />
          <SpeaksAs personId={person.id} />
          <Suspense>
            <OwnFields about="person" id={person.id} />
          </Suspense>
        </aside>
      </div>
    </div>
  );
}

/** On a phone: what one does standing before their door. */
function AtOnce({ person }: { person: PersonPage }) {
  const text = usePersonText();
  const [phone] = person.phones;
  const [mail] = person.emails;
  const may = mayContact(person);
  return (
    <div className="row wrap only-sm" style={{ marginTop: 14 }}>
      <Link className="btn" to="/people/$id/brief" params={{ id: person.id }}>
        <Footprints className="i" aria-hidden="true" />
        {text.brief}
      </Link>
      {may && phone ? (
        <a className="btn" href={`tel:${phone.e164 || phone.phone}`}>
          <Phone className="i" aria-hidden="true" />
          {text.call}
        </a>
      ) : null}
      {may && mail ? (
        <a className="btn" href={`mailto:${mail.email}`}>
          <Mail className="i" aria-hidden="true" />
          {text.write}
        </a>
      ) : null}
    </div>
  );
}

/** Whom they are close to and where they have been: as it is told, or opened to be changed. */
function Around({ person, may }: { person: PersonPage; may: boolean }) {
  const [changing, setChanging] = useState(false);
  const who = whoIs(person, language().locale);
  if (!changing)
    return (
      <>
        <AroundThem around={person.around} who={who} onChange={may ? () => setChanging(true) : null} />
        {person.work.length > 1 ? (
          <Suspense>
            <WorkedAt person={person} />
          </Suspense>
        ) : null}
      </>
    );
  return (
    <Suspense>
      <CloseTo person={person} />
      <WorkedAt person={person} />
    </Suspense>
  );
}

function LookedAfter({ person: { owner } }: { person: PersonPage }) {
  const text = usePersonText();
  if (!owner) return null;
  return (
    <p className="m t13" style={{ order: 9, marginTop: 24 }}>
      {text.lookedAfter(owner.name)}
    </p>
  );
}
