import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { IMPORT_OUTCOMES, type ImportObject, type ImportOutcome } from '#model/import.ts';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { Menu } from '../ui/menu.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Drawn } from './drawn.tsx';
import { RowsTable } from './rows-table.tsx';
import { Tally } from './tally.tsx';
import { useAct } from './use-act.ts';
import { objectsIn, rowsOf, toWrite, triedHeading } from './words.ts';

/** The dry run: a list and not a report. What would happen to every row, those that need a look first. */
export function Tried({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const dates = useDates();
  const objects = objectsIn(page.plan);
  const [chosen, setChosen] = useState<ImportObject | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | undefined>();
  const object = chosen && objects.includes(chosen) ? chosen : objects[0];
  const trying = page.state === 'trying';
  if (!object && trying)
    return (
      <>
        <div className="w-pad" style={{ paddingBottom: 0 }}>
          <h1>{text.tried.trying}</h1>
          <p className="m" style={{ marginTop: 4 }} role="status">
            {text.tried.tryingWhy}
          </p>
        </div>
        <Waiting rows={4} />
      </>
    );
  const rows = objects.reduce((sum, one) => sum + rowsOf(page.plan, one), 0);
  return (
    <>
      <div className="w-pad" style={{ paddingTop: 20, paddingBottom: 14 }}>
        <h1>{triedHeading(page.plan, text)}</h1>
        <p className="m" style={{ marginTop: 4 }} role="status">
          {trying ? text.tried.again : text.tried.lead(rows, dates.length(Math.max(1000, page.triedMs ?? 0)))}
        </p>
        {object ? <Tally page={page} object={object} outcome={outcome} onChoose={setOutcome} /> : null}
      </div>
      {object ? (
        <>
          <Sentence {...{ page, object, outcome, objects }} onObject={setChosen} onOutcome={setOutcome} />
          <RowsTable key={`${object} ${outcome ?? ''}`} page={page} object={object} outcome={outcome} />
        </>
      ) : null}
      <End page={page} />
    </>
  );
}

function Sentence({
  page,
  object,
  outcome,
  objects,
  onObject,
  onOutcome,
}: {
  page: ImportPage;
  object: ImportObject;
  outcome: ImportOutcome | undefined;
  objects: ImportObject[];
  onObject: (object: ImportObject) => void;
  onOutcome: (outcome: ImportOutcome | undefined) => void;
}) {
  const text = useImportsText();
  const [show, having, first] = text.tried.sentence;
  const others = objects.filter((one) => one !== object);
  return (
    <div className="sent">
      {show}
      <Menu
        className="word"
        choices={objects.map((one) => ({ id: one, label: text.several[one], chosen: one === object, run: () => onObject(one) }))}
      >
        {text.several[object]}
      </Menu>
      {having}
      <Menu
        className="word"
        choices={[undefined, ...IMPORT_OUTCOMES].map((one) => ({
          id: one ?? 'any',
          label: text.tried.outcome[one ?? 'any'],
          chosen: one === outcome,
          run: () => onOutcome(one),
        }))}
      >
        {text.tried.outcome[outcome ?? 'any']}
      </Menu>
      {first}
      {others.length > 0 ? (
        <span className="more">
          +{' '}
          {others.map((one, i) => (
            <span key={one}>
              {i > 0 ? ', ' : null}
              <button type="button" className="word w-quiet" onClick={() => onObject(one)}>
                {text.tried.other(text.several[one], rowsOf(page.plan, one))}
              </button>
            </span>
          ))}
        </span>
      ) : null}
    </div>
  );
}

function End({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const { people, others } = toWrite(page.plan);
  return (
    <div className="w-end">
      <span className="t13 f">{text.tried.noHurry}</span>
      <span className="sp row wrap">
        <button
          type="button"
          className="btn q"
          onClick={() => void navigate({ to: '/people/import/$id', params: { id: page.id }, search: { files: true } })}
        >
          {text.tried.back}
        </button>
        <a className="btn q" href={`/api/v1/imports/${page.id}/result`} download>
          <Drawn of="download" />
          {text.tried.download}
        </a>
        <button
          type="button"
          className="btn p"
          disabled={busy || page.state === 'trying' || people + others === 0}
          onClick={() => void act(() => ask.imports.start({ id: page.id }))}
        >
          {people + others > 0 ? text.tried.bring(people, others) : text.tried.nothing}
        </button>
      </span>
    </div>
  );
}
