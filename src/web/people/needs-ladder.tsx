import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { PersonPage } from '#model/pages.ts';
import type { PersonKind } from '#model/person.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { nextQuestion } from '../needs/asking.ts';
import { LadderRung } from '../needs/ladder-rung.tsx';
import type { NeedDialog } from '../needs/opened.ts';
import { ladders } from '../needs/rows.ts';
import { useDrag } from '../needs/use-drag.ts';
import { gripId, useLadder } from '../needs/use-ladder.ts';
import { useMay } from '../query/session.ts';
import { focusSoon } from '../settings/use-draft.ts';
import '../needs/needs-sheet.ts';

const NeedDialogs = lazy(() => import('../needs/dialogs.tsx').then((it) => ({ default: it.NeedDialogs })));

/** Ladders shown at once; more on demand, because a page that is all ladders shows nobody. */
const SHOWN = 4;

interface Given {
  person: Pick<PersonPage, 'id' | 'name' | 'needs' | 'said' | 'traits'> & { kinds: readonly PersonKind[] };
  /** "she", or the first name. */
  who: string;
}

/** Every need from what happens down to what is at stake; a rung nobody asked about carries a question. All of it can be dragged, or moved by keys. */
export function NeedsLadder({ person, who }: Given) {
  const text = useNeedsText();
  const may = useMay('member');
  const { needs } = person;
  const [all, setAll] = useState(false);
  const [dialog, setDialog] = useState<NeedDialog | null>(null);
  const deeds = useLadder(person.id, needs);
  const { dragging, grip, wasDragged } = useDrag((id, over) => drop(id, over));
  const drop = (id: string, over: string) => {
    const need = needs.find((one) => one.id === id);
    const [kind, at = '', depth = ''] = over.split(':');
    if (!need) return;
    if (kind === 'need' && at !== id) void deeds.move(need, { parentId: at });
    if (kind === 'rung') void deeds.move(need, at === id ? { depth: Number(depth) } : { parentId: at, depth: Number(depth) });
    if (kind === 'alone') void deeds.move(need, { parentId: null });
  };
  const found = ladders(needs);
  const shown = all ? found : found.slice(0, SHOWN);
  const order = shown.flatMap(({ rows }) => rows.flatMap((row) => row.need?.id ?? []));
  const walk = (id: string, by: 1 | -1) => {
    const next = order[order.indexOf(id) + by];
    if (next) document.getElementById(gripId(next))?.focus();
  };
  return (
    <section className="sec" style={{ order: 5 }}>
      <div className="hd">
        <h2>{text.title(who)}</h2>
        {needs.length > 0 ? <span className="why">{text.why}</span> : null}
      </div>
      <p className="sr" id="grip-hint">
        {text.gripHint}
      </p>
      {shown.map((ladder) => (
        <ol className={dragging ? 'ladder rungs dragging' : 'ladder rungs'} key={ladder.id}>
          {ladder.rows.map((row) => (
            <LadderRung
              key={row.need ? row.need.id : `${row.above.id} ${row.depth}`}
              row={row}
              rows={ladder.rows}
              surface={ladder.surface}
              question={row.need ? null : nextQuestion({ depth: row.depth, kinds: person.kinds, above: row.above }, text)}
              deeds={may ? deeds : null}
              dragging={dragging}
              grip={grip}
              onWalk={walk}
              onOpen={(kind) => {
                if (row.need && !(kind === 'edit' && wasDragged())) setDialog({ kind, need: row.need });
              }}
            />
          ))}
        </ol>
      ))}
      {dragging ? (
        <div className={dragging.over === 'alone' ? 'drop-alone over' : 'drop-alone'} data-drop="alone">
          {text.dropAlone}
        </div>
      ) : null}
      {needs.length === 0 ? (
        <div style={{ paddingTop: 8 }}>
          <p>
            {text.empty(who)} <span className="m">{text.couldAsk}</span>
          </p>
          <p style={{ marginTop: 2 }}>{nextQuestion({ depth: 0, kinds: person.kinds, above: null }, text)}</p>
        </div>
      ) : null}
      <div className="row wrap" style={{ marginTop: 10 }}>
        {found.length > SHOWN && !all ? (
          <button type="button" className="btn sm q" onClick={() => setAll(true)}>
            {text.showAll(found.length)}
          </button>
        ) : null}
        {may ? (
          <>
            <button type="button" className="btn sm" id="add-need" onClick={() => setDialog({ kind: 'add' })}>
              <Plus className="i s" aria-hidden="true" />
              {text.add}
            </button>
            {needs.length > 0 ? (
              <button type="button" className="btn sm" id="say-back" onClick={() => setDialog({ kind: 'back' })}>
                {text.saidRight}
              </button>
            ) : null}
          </>
        ) : null}
      </div>
      {dialog ? (
        <Suspense>
          <NeedDialogs
            person={person}
            dialog={dialog}
            onClose={(focus) => {
              setDialog(null);
              const back = focus ?? ('need' in dialog ? dialog.need.id : null);
              focusSoon(back ? gripId(back) : dialog.kind === 'back' ? 'say-back' : 'add-need');
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
