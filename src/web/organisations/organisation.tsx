import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { OrganisationPage } from '#model/organisation.ts';
import { DealsOf } from '../deals/deals-of.tsx';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useText } from '../messages/use-text.ts';
import { Owed } from '../people/owed.tsx';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { TasksOf } from '../tasks/tasks-of.tsx';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ItsPeople } from './its-people.tsx';
import { useNeighbours } from './list-query.ts';
import { NeedsOfAll } from './needs-of-all.tsx';
import { Facts, ItsConversations, KnownBy } from './organisation-rail.tsx';

const PeopleDrawn = lazy(() => import('./people-drawn.tsx').then((module) => ({ default: module.PeopleDrawn })));
const OrganisationForm = lazy(() => import('./organisation-form.tsx').then((module) => ({ default: module.OrganisationForm })));
const MergeForm = lazy(() => import('./merge-form.tsx').then((module) => ({ default: module.MergeForm })));
const TieForm = lazy(() => import('./tie-form.tsx').then((module) => ({ default: module.TieForm })));
const AddColleague = lazy(() => import('./add-colleague.tsx').then((module) => ({ default: module.AddColleague })));

type Form = 'change' | 'merge' | 'line' | 'person';

/** One organisation: its people drawn and told, what they need together, what is between us. */
export function Organisation() {
  const { id } = useParams({ from: '/inside/organisations/$id' });
  const text = useOrganisationsText();
  const { people } = useText();
  const navigate = useNavigate();
  const may = useMay('member');
  const { data: page, error, refetch } = useQuery(api.organisations.open.queryOptions({ input: { id } }));
  const { place, previous, next } = useNeighbours(page?.id ?? id);
  const [form, setForm] = useState<Form | null>(null);
  // The address of one that was merged away goes on to the one that stayed.
  useEffect(() => {
    if (page && page.id !== id) void navigate({ to: '/organisations/$id', params: { id: page.id }, replace: true });
  }, [page, id, navigate]);
  useKeys([
    { key: 'j', says: text.next, run: () => next?.() },
    { key: 'k', says: text.previous, run: () => previous?.() },
    ...(may
      ? [
          { key: 'n', says: text.addPerson, run: () => setForm('person') },
          { key: 'e', says: text.change, run: () => setForm('change') },
          { key: 'l', says: text.addLine, run: () => setForm('line') },
        ]
      : []),
  ]);
  const close = () => setForm(null);
  return (
    <>
      <Bar
        title={page?.name ?? ''}
        parent={{ title: people.title, to: '/people' }}
        count={place ? text.place(place.i, place.of) : undefined}
      >
        <Neighbours previous={previous} next={next} says={{ previous: text.previous, next: text.next }} />
        {may && page ? <Doings page={page} onForm={setForm} /> : null}
      </Bar>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : page ? (
        <Whole page={page} key={page.id} onLine={may ? () => setForm('line') : null} />
      ) : (
        <Waiting />
      )}
      {page ? (
        <Suspense>
          {form === 'change' ? <OrganisationForm page={page} onClose={close} /> : null}
          {form === 'merge' ? <MergeForm page={page} onClose={close} /> : null}
          {form === 'line' ? <TieForm organisation={page.name} onClose={close} /> : null}
          {form === 'person' ? <AddColleague page={page} onClose={close} /> : null}
        </Suspense>
      ) : null}
    </>
  );
}

function Doings({ page, onForm }: { page: OrganisationPage; onForm: (form: Form) => void }) {
  const all = useText();
  const text = useOrganisationsText();
  const navigate = useNavigate();
  const remove = async () => {
    try {
      const { undo } = await ask.organisations.remove({ id: page.id });
      toast(text.removed(page.name), () => ask.organisations.takeBack({ undo }).then(refresh));
      await navigate({ to: '/organisations' });
      await refresh();
    } catch (error) {
      toast(sayTrouble(error, all));
    }
  };
  return (
    <>
      <span className="only-lg row">
        <button type="button" className="btn sm" onClick={() => onForm('person')}>
          {text.addPerson}
          <kbd>n</kbd>
        </button>
        <button type="button" className="btn sm" onClick={() => onForm('change')}>
          {text.change}
          <kbd>e</kbd>
        </button>
      </span>
      <Menu
        className="btn ic q"
        side="right"
        label={text.more}
        choices={[
          { id: 'person', label: text.addPerson, run: () => onForm('person') },
          { id: 'line', label: text.addLine, run: () => onForm('line') },
          { id: 'change', label: text.change, run: () => onForm('change') },
          { id: 'talk', label: text.bringIn, run: () => void navigate({ to: '/conversations' }) },
          { id: 'merge', label: text.merge, cut: true, run: () => onForm('merge') },
          { id: 'remove', label: text.remove, run: () => void remove() },
        ]}
      >
        <Ellipsis className="i" aria-hidden="true" />
      </Menu>
    </>
  );
}

function Whole({ page, onLine }: { page: OrganisationPage; onLine: (() => void) | null }) {
  const text = useOrganisationsText();
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{page.name}</h1>
          {page.about ? (
            <p className="m" style={{ marginTop: 2 }}>
              {page.about}
            </p>
          ) : null}
          <section className="sec" style={{ marginTop: 24 }}>
            <div className="hd">
              <h2>{text.close}</h2>
              <span className="why">{text.thicker}</span>
              <span className="sp t13 row">
                {onLine ? (
                  <button type="button" className="word" onClick={onLine}>
                    {text.addLine}
                  </button>
                ) : null}
                <a className="link" href="#who">
                  {text.asList}
                </a>
              </span>
            </div>
            <Suspense fallback={<div style={{ minHeight: 320 }} />}>
              <PeopleDrawn page={page} />
            </Suspense>
          </section>
          <ItsPeople page={page} />
          <NeedsOfAll page={page} />
        </div>
        <aside>
          <Owed promises={page.promises} />
          <ItsConversations page={page} />
          <DealsOf organisationId={page.id} />
          <TasksOf organisationId={page.id} />
          <KnownBy page={page} />
          <Facts page={page} />
        </aside>
      </div>
    </div>
  );
}
