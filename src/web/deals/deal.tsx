import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { DealPage } from '#model/deal.ts';
import { Attach } from '../attachments/attach.tsx';
import { Tags } from '../lists/tags.tsx';
import { useDealsText } from '../messages/deals-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { MarkdownView } from '../notes/markdown-view.tsx';
import { NoteButton } from '../notes/note-button.tsx';
import css from '../notes/notes.css?inline';
import { useSheet } from '../notes/use-sheet.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Bar, Neighbours } from '../ui/bar.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { DealPeople } from './deal-people.tsx';
import { DealRail } from './deal-rail.tsx';
import { useNeighbours } from './list-query.ts';
import { StageMenu } from './stage-menu.tsx';
import { StepDay } from './step.tsx';
import { useEnd } from './use-end.ts';

const DealForm = lazy(() => import('./deal-form.tsx').then((module) => ({ default: module.DealForm })));
const EndDeal = lazy(() => import('./end-deal.tsx').then((module) => ({ default: module.EndDeal })));

type Form = 'change' | 'end';

/** One deal: who has a part in it, the step they agreed to, what was said and done around it; the amount last. */
export function Deal() {
  const { id } = useParams({ from: '/inside/deals/$id' });
  const text = useDealsText();
  const may = useMay('member');
  const { data: page, error, refetch } = useQuery(api.deals.open.queryOptions({ input: { id } }));
  const { place, previous, next } = useNeighbours(id);
  const [form, setForm] = useState<Form | null>(null);
  useKeys([
    { key: 'j', says: text.next, run: () => next?.() },
    { key: 'k', says: text.previous, run: () => previous?.() },
    ...(may ? [{ key: 'e', says: text.change, run: () => setForm('change') }] : []),
  ]);
  return (
    <>
      <Bar title={page?.title ?? ''} parent={{ title: text.title, to: '/deals' }} count={place ? text.place(place.i, place.of) : undefined}>
        <Neighbours previous={previous} next={next} says={{ previous: text.previous, next: text.next }} />
        {may && page ? (
          <>
            <NoteButton of={{ dealId: id, name: page.title }} />
            <Attach about="deal" id={id} name={page.title} />
            <Doings page={page} onForm={setForm} />
          </>
        ) : null}
      </Bar>
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : page ? (
        <Whole page={page} key={id} onForm={setForm} />
      ) : (
        <Waiting />
      )}
      {page ? (
        <Suspense>
          {form === 'change' ? <DealForm page={page} onClose={() => setForm(null)} /> : null}
          {form === 'end' ? <EndDeal page={page} onClose={() => setForm(null)} /> : null}
        </Suspense>
      ) : null}
    </>
  );
}

function Doings({ page, onForm }: { page: DealPage; onForm: (form: Form) => void }) {
  const all = useText();
  const text = useDealsText();
  const navigate = useNavigate();
  const end = useEnd(page);
  const isOpen = !page.wonAt && !page.lostAt;
  const remove = async () => {
    try {
      await ask.deals.remove({ id: page.id });
      toast(text.removed(page.title), () => ask.deals.bringBack({ id: page.id }).then(refresh));
      await navigate({ to: '/deals' });
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  const ends = isOpen
    ? [
        { id: 'won', label: text.saidYes, run: () => void end('won') },
        { id: 'lost', label: text.ended, run: () => onForm('end') },
      ]
    : [{ id: 'open', label: text.goesOn, run: () => void end(null) }];
  return (
    <>
      {isOpen ? (
        <span className="only-lg">
          <button type="button" className="btn sm" onClick={() => void end('won')}>
            {text.saidYes}
          </button>
        </span>
      ) : null}
      <Menu
        className="btn ic q"
        side="right"
        label={text.moreDoings}
        choices={[
          { id: 'change', label: text.change, run: () => onForm('change') },
          ...ends,
          { id: 'remove', label: text.remove, cut: true, run: () => void remove() },
        ]}
      >
        <Ellipsis className="i" aria-hidden="true" />
      </Menu>
    </>
  );
}

function Whole({ page, onForm }: { page: DealPage; onForm: (form: Form) => void }) {
  useSheet(css);
  const text = useDealsText();
  const dates = useDates();
  const may = useMay('member');
  const ended = page.wonAt ? text.isWon(dates.day(page.wonAt)) : page.lostAt ? text.isLost(dates.day(page.lostAt)) : null;
  return (
    <div className="page">
      <div className="two">
        <div>
          <h1>{page.title}</h1>
          <div className="m row wrap" style={{ marginTop: 8, gap: '6px 14px' }}>
            {page.organisation ? <span>{page.organisation.name}</span> : null}
            <span className="row wrap" style={{ gap: 6 }}>
              <StageMenu page={page} />
              <span className="f">{text.since(dates.day(page.movedAt))}</span>
            </span>
          </div>
          <div style={{ marginTop: 6 }}>
            <Tags about="deal" id={page.id} />
          </div>
          {ended ? (
            <p className="note" style={{ marginTop: 14 }} role="status">
              <b className="b">{ended}</b> {page.endedWhy}
            </p>
          ) : null}
          <section className="sec" style={{ marginTop: 24 }}>
            <div className="hd">
              <h2>{text.nextTitle}</h2>
              {may ? (
                <span className="sp t13">
                  <button type="button" className="word" onClick={() => onForm('change')}>
                    {page.nextStep ? text.change : text.nextSay}
                  </button>
                </span>
              ) : null}
            </div>
            <p className="w-step">
              {page.nextStep ? (
                <>
                  {page.nextStep} {page.nextOn ? <StepDay on={page.nextOn} /> : null}
                </>
              ) : (
                <span className="m">{text.nextNone}</span>
              )}
            </p>
          </section>
          <DealPeople page={page} />
          {page.about ? (
            <section className="sec">
              <div className="hd">
                <h2>{text.aboutTitle}</h2>
              </div>
              <div style={{ paddingTop: 8 }}>
                <MarkdownView body={page.about} mentions={[]} />
              </div>
            </section>
          ) : null}
          <Timeline of={{ dealId: page.id }} />
        </div>
        <DealRail page={page} />
      </div>
    </div>
  );
}
