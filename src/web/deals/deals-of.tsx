import './sheet.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { StepLine } from './step.tsx';

const DealForm = lazy(() => import('./deal-form.tsx').then((module) => ({ default: module.DealForm })));

const SHOWN = 6;

type Of = { personId: string } | { organisationId: string };

/** What somebody, or an organisation, is deciding with us; what ended stands below, quieter. Who may, adds one. */
export function DealsOf(of: Of & { order?: number }) {
  const text = useDealsText();
  const may = useMay('member');
  const [adding, setAdding] = useState(false);
  const whose = 'personId' in of ? { personId: of.personId } : { organisationId: of.organisationId };
  const { data } = useQuery(api.deals.list.queryOptions({ input: { ...whose, state: 'all', limit: 50 } }));
  if (!data || (data.total === 0 && !may)) return null;
  const open = data.rows.filter((row) => !row.wonAt && !row.lostAt);
  const rows = [...open, ...data.rows.filter((row) => row.wonAt || row.lostAt)].slice(0, Math.max(SHOWN, open.length));
  return (
    <section className="sec w-ofdeals" style={{ order: of.order ?? 8 }}>
      <div className="hd">
        <h2>{text.title}</h2>
        {may ? (
          <span className="sp t13">
            <button type="button" className="word" onClick={() => setAdding(true)}>
              {text.add}
            </button>
          </span>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.ofNone}
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <One key={row.id} row={row} />
        ))}
      </ul>
      {adding ? (
        <Suspense>
          <AddFor whose={whose} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function One({ row }: { row: DealRow }) {
  const text = useDealsText();
  const dates = useDates();
  const ended = row.wonAt ? text.wonOn(dates.day(row.wonAt)) : row.lostAt ? text.lostOn(dates.day(row.lostAt)) : null;
  return (
    <li>
      <Link className="item" to="/deals/$id" params={{ id: row.id }}>
        <b className="b">{row.title}</b>
        <br />
        <span className="m t13">{ended ?? row.stage.name}</span>
        {ended ? null : <StepLine deal={row} />}
      </Link>
    </li>
  );
}

/** Their names are on the page around already: no question of its own is asked for them. */
function AddFor({ whose, onClose }: { whose: Of; onClose: () => void }) {
  const [personId, organisationId] = 'personId' in whose ? [whose.personId, ''] : ['', whose.organisationId];
  const person = useQuery({ ...api.people.open.queryOptions({ input: { id: personId } }), enabled: personId !== '' });
  const place = useQuery({ ...api.organisations.open.queryOptions({ input: { id: organisationId } }), enabled: organisationId !== '' });
  if (personId ? !person.data : !place.data) return null;
  const who = person.data ? [{ id: person.data.id, name: person.data.name }] : [];
  return <DealForm who={who} organisation={place.data?.name ?? person.data?.organisation?.name ?? ''} onClose={onClose} />;
}
