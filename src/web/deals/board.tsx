import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import type { Board as BoardPage, DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { api } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { Face } from '../ui/face.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { Waiting } from '../ui/waiting.tsx';
import { NoDeals } from './no-deals.tsx';
import type { DealsSearch } from './search.ts';
import { StepLine } from './step.tsx';
import { useCarry } from './use-carry.ts';
import { useMove } from './use-move.ts';
import { alongBoard, stageBeside, type Way, walkBoard } from './walk-board.ts';

/** Open deals of one pipeline by stage: a card is a person, what they said, what is agreed. No amounts here. */
export function Board({ search, onAdd }: { search: DealsSearch; onAdd: () => void }) {
  const input = { ...(search.pipeline && { pipelineId: search.pipeline }), ...(search.mine && { mine: true }) };
  const { data, error, refetch } = useQuery({ ...api.deals.board.queryOptions({ input }), placeholderData: (before) => before });
  if (error && !data) return <Trouble error={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  if (data.open === 0 && data.stages.every(({ deals }) => deals === 0)) return <NoDeals narrowed={search.mine === true} onAdd={onAdd} />;
  return <Stages board={data} search={search} />;
}

function Stages({ board, search }: { board: BoardPage; search: DealsSearch }) {
  const text = useDealsText();
  const may = useMay('member');
  const how = useId();
  const move = useMove();
  const { stages } = board;
  const put = (id: string, to: { id: string; name: string } | null | undefined) => {
    // Where it stands on the board, which may be ahead of what the server last said of it.
    const from = stages.find(({ rows }) => rows.some((row) => row.id === id));
    const row = from?.rows.find((one) => one.id === id);
    if (row && from && to) void move({ id, title: row.title, stage: from }, to);
  };
  const { on, go } = useWalk(stages, may ? put : null);
  const { carried, grip } = useCarry((id, over) => {
    go(id);
    put(
      id,
      stages.find((stage) => stage.id === over),
    );
  });
  const withStep = stages.flatMap(({ rows }) => rows).filter(({ nextStep }) => nextStep).length;
  return (
    <>
      <p className="sr" id={how}>
        {text.how}
      </p>
      <div className="w-board">
        {stages.map((stage) => (
          <section
            key={stage.id}
            aria-label={stage.name}
            aria-describedby={how}
            data-drop={stage.id}
            className={carried?.over === stage.id ? 'over' : undefined}
          >
            <div className="w-sh">
              <h2>{stage.name}</h2>
              <span className="f t13">{stage.deals}</span>
            </div>
            {stage.rows.length === 0 ? <p className="w-nix f t13">{text.none}</p> : null}
            <ul>
              {stage.rows.map((row) => (
                <li key={row.id}>
                  <Card
                    row={row}
                    on={on === row.id}
                    carried={carried?.id === row.id}
                    grip={may ? grip(row.id) : {}}
                    onFocus={() => go(row.id)}
                  />
                </li>
              ))}
            </ul>
            {stage.deals > stage.rows.length ? (
              <p className="w-nix t13">
                <Link className="link" to="/deals" search={{ ...search, as: 'list' }}>
                  {text.more(stage.deals - stage.rows.length)}
                </Link>
              </p>
            ) : null}
          </section>
        ))}
      </div>
      <div className="foot">
        <span>{text.deciding(board.open)}</span>
        <span>{text.withStep(withStep)}</span>
        <span className="sp only-lg">
          <kbd>←</kbd> <kbd>→</kbd> {text.keyStage} &ensp;
          <kbd>j</kbd> <kbd>k</kbd> {text.keyMove} &ensp;
          {may ? (
            <>
              <kbd>⇧→</kbd> {text.keyCarry} &ensp;
            </>
          ) : null}
          <kbd>↵</kbd> {text.keyOpen}
        </span>
      </div>
    </>
  );
}

/** The deal that keys walk to; carried to another stage it keeps the focus. */
function useWalk(stages: BoardPage['stages'], put: ((id: string, to: BoardPage['stages'][number] | null) => void) | null) {
  const text = useDealsText();
  const navigate = useNavigate();
  const [on, setOn] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card that moved is another element: the focus goes after it once the board is drawn anew
  useEffect(() => {
    if (!wanted.current) return;
    const card = document.querySelector<HTMLElement>(`[data-deal="${wanted.current}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    wanted.current = null;
  }, [on, stages]);
  const step = (to: string | null) => {
    if (!to) return;
    wanted.current = to;
    setOn(to);
    if (to === on) document.querySelector<HTMLElement>(`[data-deal="${to}"]`)?.focus();
  };
  const arrow = (way: Way) => (event: KeyboardEvent) => {
    const by = way === 'right' ? 1 : -1;
    if (!event.shiftKey) return step(walkBoard(stages, on, way));
    if (!on || !put || way === 'up' || way === 'down') return;
    wanted.current = on;
    put(on, stageBeside(stages, on, by));
  };
  useKeys([
    { key: 'ArrowRight', says: text.keys.right, run: arrow('right') },
    { key: 'ArrowLeft', says: text.keys.left, run: arrow('left') },
    { key: 'ArrowDown', says: text.keys.down, run: arrow('down') },
    { key: 'ArrowUp', says: text.keys.up, run: arrow('up') },
    { key: 'j', says: null, run: () => step(alongBoard(stages, on, 1)) },
    { key: 'k', says: null, run: () => step(alongBoard(stages, on, -1)) },
    { key: 'Enter', says: text.keys.open, run: () => on && void navigate({ to: '/deals/$id', params: { id: on } }) },
  ]);
  return { on, go: setOn };
}

interface CardGiven {
  row: DealRow;
  on: boolean;
  carried: boolean;
  grip: Partial<ReturnType<ReturnType<typeof useCarry>['grip']>>;
  onFocus: () => void;
}

function Card({ row, on, carried, grip, onFocus }: CardGiven) {
  const text = useDealsText();
  const [who] = row.people;
  return (
    <Link
      to="/deals/$id"
      params={{ id: row.id }}
      preload={false}
      data-deal={row.id}
      className={`w-card${on ? ' on' : ''}${carried ? ' carried' : ''}`}
      onFocus={onFocus}
      {...grip}
      style={grip.style ?? {}}
    >
      <span className="w-cw">
        {who ? <Face id={who.id} name={who.name} /> : null}
        <span>
          <b className="b">{who?.name ?? row.organisation?.name ?? text.nobody}</b>
          <span className="f t12">{who ? row.organisation?.name : null}</span>
        </span>
      </span>
      {row.quote ? <q className="v">{row.quote}</q> : null}
      <span className="t12 m">{row.title}</span>
      <StepLine deal={row} />
    </Link>
  );
}
