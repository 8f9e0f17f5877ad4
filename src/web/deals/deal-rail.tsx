import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DealPage } from '#model/deal.ts';
import { OwnFields } from '../lists/own-fields.tsx';
import { useDealsText } from '../messages/deals-text.ts';
import { TasksOf } from '../tasks/tasks-of.tsx';
import { When } from '../ui/when.tsx';
import { useMoney } from './money.ts';

/** Beside a deal: what weighs most for who decides, what is to be done, and the plain facts, the amount last. */
export function DealRail({ page }: { page: DealPage }) {
  const text = useDealsText();
  const money = useMoney();
  const [who] = page.people;
  const lines: { name: string; says: ReactNode }[] = [
    {
      name: text.facts.organisation,
      says: page.organisation ? (
        <Link className="link" to="/organisations/$id" params={{ id: page.organisation.id }}>
          {page.organisation.name}
        </Link>
      ) : null,
    },
    { name: text.facts.owner, says: page.owner?.name },
    { name: text.facts.pipeline, says: page.pipeline.name },
    { name: text.facts.created, says: <When at={page.createdAt} as="day" /> },
    { name: text.facts.closeOn, says: page.closeOn ? <When at={page.closeOn} as="day" /> : null },
    { name: text.facts.amount, says: page.amount ? money(page.amount, page.currency) : null },
  ];
  return (
    <aside>
      {page.quote && who ? (
        <section className="sec">
          <div className="hd">
            <h2>{text.inTheirWords}</h2>
          </div>
          <p style={{ paddingTop: 10 }}>
            <q className="v v21">{page.quote}</q>
            <span className="src" style={{ marginTop: 5 }}>
              {who.name}
            </span>
          </p>
        </section>
      ) : null}
      <TasksOf dealId={page.id} />
      <OwnFields about="deal" id={page.id} />
      <section className="sec" style={{ order: 10 }}>
        <div className="hd">
          <h2>{text.factsTitle}</h2>
        </div>
        <dl className="kv w-facts2">
          {lines.map(({ name, says }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{says ?? <span className="f">{text.notSaid}</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
