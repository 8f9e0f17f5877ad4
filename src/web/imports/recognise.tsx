import { useNavigate } from '@tanstack/react-router';
import type { ImportPage } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { useDates } from '../messages/use-text.ts';
import { ask } from '../query/api.ts';
import { useKeys } from '../ui/use-keys.ts';
import { arrivals } from './arrivals.ts';
import { Arriving } from './arriving.tsx';
import { Dropped } from './dropped.tsx';
import { FilesTable } from './files-table.tsx';
import { Questions } from './questions.tsx';
import { useAct } from './use-act.ts';
import { useDropping } from './use-dropping.tsx';
import { headingOf, takenOf } from './words.ts';

const MOMENT = 10 * 60_000;

/** What was dropped and what it is: only read, nothing written. */
export function Recognise({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const dates = useDates();
  const navigate = useNavigate();
  const { busy, act } = useAct();
  const { id, state, files } = page;
  const dropping = useDropping((chosen) => arrivals.add(id, chosen));
  const ready = takenOf(files).length > 0 && ['looked', 'tried', 'trying'].includes(state);
  const tryIt = async () => {
    if (!ready || busy) return;
    // While it is being tried with an answer just given there is nothing more to ask for.
    if (state === 'trying' || (await act(() => ask.imports.try({ id }))))
      await navigate({ to: '/people/import/$id', params: { id }, search: {} });
  };
  useKeys([{ key: 'Enter', says: text.tryIt, run: () => void tryIt() }]);
  const reading = state === 'looking';
  const failed = state === 'failed';
  return (
    <div className="page w-flush">
      <div className="w-pad">
        <h1>
          {failed ? text.failed.title : reading ? text.files.reading : state === 'empty' ? text.place.heading : headingOf(page, text)}
        </h1>
        <p className="m" style={{ marginTop: 4 }} role={failed ? 'alert' : undefined}>
          {failed ? (
            <>
              {page.failedWhy} {text.failed.before}
            </>
          ) : state === 'empty' ? (
            text.place.lead
          ) : (
            <>
              {reading
                ? text.files.readingWhy
                : text.files.lead(
                    files.length,
                    Date.now() - Date.parse(page.createdAt) < MOMENT ? text.files.moment : dates.ago(page.createdAt),
                  )}{' '}
              <b className="b" style={{ color: 'var(--ink)' }}>
                {text.files.nothingYet}
              </b>
            </>
          )}
        </p>
        <Dropped page={page} over={dropping.over} onAdd={dropping.choose} />
        <Arriving importId={id} />
        {dropping.inputs}
      </div>
      {files.length > 0 ? <FilesTable page={page} /> : null}
      {state === 'empty' || files.length === 0 ? null : (
        <div className="w-pad">
          <div className="two" style={{ marginTop: 32 }}>
            <div>
              <Questions page={page} />
              <p className="row wrap" style={{ marginTop: 20 }}>
                <button type="button" className="btn p" disabled={!ready || busy} onClick={() => void tryIt()}>
                  {text.tryIt}
                  <kbd>↵</kbd>
                </button>
                <span className="t13 f">{ready || reading ? text.tryWhy : text.tryNone}</span>
              </p>
            </div>
            <aside>
              <Never />
            </aside>
          </div>
        </div>
      )}
    </div>
  );
}

function Never() {
  const { never: text } = useImportsText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.title}</h2>
      </div>
      <ul className="w-plain">
        {[text.consent, text.no, text.erased].map(([bold, rest]) => (
          <li key={bold}>
            <b>{bold}</b> <span className="m">{rest}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
