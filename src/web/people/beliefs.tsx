import { ChevronDown, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { inOrder } from '#model/belief.ts';
import type { BeliefView, PersonPage } from '#model/pages.ts';
import type { BeliefDialog } from '../beliefs/dialogs.tsx';
import { useBeliefsText } from '../messages/beliefs-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { useMay } from '../query/session.ts';
import { focusSoon } from '../settings/use-draft.ts';
import { SourceLine } from '../ui/source-line.tsx';

const BeliefDetail = lazy(() => import('../beliefs/belief-detail.tsx').then((it) => ({ default: it.BeliefDetail })));
const BeliefDialogs = lazy(() => import('../beliefs/dialogs.tsx').then((it) => ({ default: it.BeliefDialogs })));

const CHIP = { false: 'chip wait', gap: 'chip', true: 'chip acc' };

/** What they hold about us: what is not so first, then what they do not know. Each opens onto what shows it and what was done. */
export function Beliefs({ person, who }: { person: Pick<PersonPage, 'id' | 'beliefs' | 'conversations'>; who: string }) {
  const text = useBeliefsText();
  const may = useMay('member');
  const [open, setOpen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<BeliefDialog | null>(null);
  const { beliefs } = person;
  if (beliefs.length === 0 && !may) return null;
  return (
    <section className="sec" style={{ order: 4 }}>
      <div className="hd">
        <h2>{text.title(who)}</h2>
      </div>
      {beliefs.length === 0 ? (
        <p className="f t13" style={{ paddingTop: 8 }}>
          {text.empty}
        </p>
      ) : null}
      {inOrder(beliefs).map((belief) => (
        <div className="item" key={belief.id}>
          <Held belief={belief} open={open === belief.id} onOpen={() => setOpen(open === belief.id ? null : belief.id)} />
          {open === belief.id ? (
            <Suspense>
              <BeliefDetail belief={belief} onDialog={setDialog} />
            </Suspense>
          ) : null}
        </div>
      ))}
      {may ? (
        <p style={{ marginTop: 8 }}>
          <button type="button" id="add-belief" className="btn sm" onClick={() => setDialog({ kind: 'add' })}>
            <Plus className="i s" aria-hidden="true" />
            {text.add}
          </button>
        </p>
      ) : null}
      {dialog ? (
        <Suspense>
          <BeliefDialogs
            person={person}
            dialog={dialog}
            onClose={() => {
              setDialog(null);
              focusSoon('belief' in dialog ? `belief-${dialog.belief.id}` : 'add-belief');
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

function Held({ belief, open, onOpen }: { belief: BeliefView; open: boolean; onOpen: () => void }) {
  const { findings } = useText();
  const text = useBeliefsText();
  const dates = useDates();
  const { kind, statement, closedAt, reopenedAt, createdAt, quotes, repair, against } = belief;
  const since = reopenedAt
    ? text.again(dates.ago(reopenedAt))
    : quotes.length > 0
      ? text.heard(dates.ago(createdAt))
      : text.noted(dates.ago(createdAt));
  return (
    <>
      <div className="row">
        <span className={closedAt ? 'chip' : CHIP[kind]}>{text.kind[kind]}</span>
        <span className="t12 f" title={dates.exact(closedAt ?? reopenedAt ?? createdAt)}>
          {closedAt ? `${text.closed[kind]}, ${dates.day(closedAt)}` : since}
        </span>
        <button
          type="button"
          id={`belief-${belief.id}`}
          className="btn ic q sm sp"
          aria-expanded={open}
          aria-label={text.details(statement || quotes[0]?.text || text.unworded)}
          onClick={onOpen}
        >
          <ChevronDown className="i s" aria-hidden="true" style={open ? { transform: 'rotate(180deg)' } : undefined} />
        </button>
      </div>
      {statement ? <p style={{ marginTop: 5 }}>{statement}</p> : null}
      {against ? <p className="t12 f">{findings.against(against)}</p> : null}
      {(open || !closedAt ? quotes : []).map((quote) => (
        <div key={`${quote.conversationId} ${quote.turn} ${quote.text}`}>
          <q className="v" style={{ display: 'block', marginTop: 5 }}>
            {quote.text}
          </q>
          <SourceLine quote={quote} />
        </div>
      ))}
      {repair && !closedAt ? <p className="t13 m">{kind === 'gap' ? text.fill(repair) : text.repair(repair)}</p> : null}
    </>
  );
}
