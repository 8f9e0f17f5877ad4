import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ImportPage, ImportQuestions } from '#model/import-pages.ts';
import { useImportsText } from '../messages/imports-text.ts';
import { ask } from '../query/api.ts';
import { Menu } from '../ui/menu.tsx';
import { useAct } from './use-act.ts';

/** More owners than this are shown when asked for, as are those who are somebody here by their own name. */
const OWNERS = 4;

/** What the files cannot tell, each with its answer filled in. */
export function Questions({ page }: { page: ImportPage }) {
  const text = useImportsText();
  const { act } = useAct();
  const [all, setAll] = useState(false);
  const { id, options, questions } = page;
  const unknown = questions.owners.filter(({ guess }) => guess === null);
  const owners = all ? questions.owners : unknown.slice(0, OWNERS);
  const file = options.conflict === 'file';
  const count = owners.length + questions.dates.length + 1;
  const conflict = (to: 'fill' | 'file') => void act(() => ask.imports.answer({ id, conflict: to }));
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.ask.title}</h2>
        <span className="why">{text.ask.why(count)}</span>
      </div>
      {owners.map((owner) => (
        <Owner key={owner.owner} page={page} owner={owner} />
      ))}
      {owners.length < questions.owners.length ? (
        <p style={{ padding: '8px 0' }}>
          <button type="button" className="word" onClick={() => setAll(true)}>
            {text.ask.moreOwners(questions.owners.length - owners.length)}
          </button>
        </p>
      ) : null}
      {questions.dates.map((date) => (
        <Days key={date.file} id={id} date={date} />
      ))}
      <div className="w-ask">
        <p>
          <b>{text.ask.word}</b> <span className="m">{file ? text.ask.fileWhy : text.ask.fillWhy}</span>
        </p>
        <div className="row wrap">
          <Menu
            side="right"
            choices={[
              { id: 'fill', label: text.ask.fill, chosen: !file, run: () => conflict('fill') },
              { id: 'file', label: text.ask.file, chosen: file, run: () => conflict('file') },
            ]}
          >
            {file ? text.ask.file : text.ask.fill}
            <ChevronDown className="i s" aria-hidden="true" />
          </Menu>
        </div>
      </div>
    </section>
  );
}

function Owner({ page, owner: { owner, rows, guess, answer } }: { page: ImportPage; owner: ImportQuestions['owners'][number] }) {
  const { ask: text } = useImportsText();
  const { act } = useAct();
  const now = answer === undefined ? guess : answer;
  const choose = (memberId: string | null) => void act(() => ask.imports.answer({ id: page.id, owners: { [owner]: memberId } }));
  return (
    <div className="w-ask">
      <p>
        <b>{text.who(owner)}</b> <span className="m">{text.whoWhy(rows, guess !== null)}</span>
      </p>
      <div className="row wrap">
        <Menu
          side="right"
          choices={[
            ...page.members.map((member) => ({
              id: member.id,
              label: member.name,
              chosen: member.id === now,
              run: () => choose(member.id),
            })),
            { id: 'nobody', label: text.nobody, chosen: now === null, cut: true, run: () => choose(null) },
          ]}
        >
          {page.members.find((member) => member.id === now)?.name ?? text.nobody}
          <ChevronDown className="i s" aria-hidden="true" />
        </Menu>
      </div>
    </div>
  );
}

function Days({ id, date }: { id: string; date: ImportQuestions['dates'][number] }) {
  const { ask: text } = useImportsText();
  const { act } = useAct();
  const now = date.answer ?? date.order;
  const proof = date.proof ?? 0;
  const choose = (order: 'day-first' | 'month-first') => void act(() => ask.imports.answer({ id, dates: { [date.file]: order } }));
  const word = date.order === 'month-first' ? text.orderMonth : text.orderDay;
  return (
    <div className="w-ask">
      <p>
        <b>{date.sample ? text.day(date.sample) : text.dayPlain(date.name)}</b>{' '}
        <span className="m">{proof > 0 && date.order !== 'unknown' ? text.dayProof(proof, word) : text.dayOpen(date.name)}</span>
      </p>
      <div className="row wrap">
        {(['day-first', 'month-first'] as const).map((order) => (
          <button
            key={order}
            type="button"
            className={now === order ? 'btn sm' : 'btn sm q'}
            aria-pressed={now === order}
            onClick={() => choose(order)}
          >
            {order === 'day-first' ? text.dayFirst : text.monthFirst}
          </button>
        ))}
      </div>
    </div>
  );
}
