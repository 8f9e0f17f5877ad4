import type { ConversationPage } from '#model/pages.ts';
import { useFiguresText } from '../messages/figures-text.ts';
import type { Text } from '../messages/language.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { type Figure, pitchBars } from './report.ts';
import { SOURCES } from './sources.ts';

interface Given {
  figure: Figure;
  page: ConversationPage;
  onTurn: (turn: number) => void;
}

/** What a figure means, what good looks like and who says so, and what it was counted from: it comes when the figure is opened. */
export function FigureDetail({ figure, page, onTurn }: Given) {
  const text = useText().listening;
  const words = useFiguresText()[figure.name];
  const urls = SOURCES[figure.name];
  return (
    <div className="fig-in t13">
      <p>{words.means}</p>
      <More figure={figure} page={page} onTurn={onTurn} />
      <dl>
        <dt>{text.good}</dt>
        <dd>
          {words.good}{' '}
          <span className="f">
            {text.source}: {words.source}
            {urls.map((url) => (
              <a key={url} className="link" href={url} target="_blank" rel="noreferrer">
                {' '}
                {new URL(url).hostname.replace(/^www\./, '')}
              </a>
            ))}
          </span>
        </dd>
        <dt>{text.careful}</dt>
        <dd>{words.careful}</dd>
        <dt>{text.how}</dt>
        <dd>
          {words.how} <span className="f">{fromOf(figure, text)}</span>
        </dd>
      </dl>
    </div>
  );
}

/** What a figure has beneath it: the parts of our talk about us, the kinds of questions, the places they were left waiting. */
function More({ figure, page, onTurn }: Given) {
  const text = useText();
  const dates = useDates();
  if (figure.name === 'pitch')
    return (
      <>
        <div className="pbars">
          {pitchBars(figure).map(({ kind, share }) => (
            <div key={kind}>
              <span className="m">{text.listening.kind[kind]}</span>
              <span className="tk">
                <i style={{ width: `${share * 100}%`, background: `var(--act-${kind})` }} />
              </span>
              <span className="f">{text.listening.share(Math.round(share * 100))}</span>
            </div>
          ))}
        </div>
        {figure.firstAtMs === null ? null : <p className="f">{text.listening.firstAt(dates.clock(figure.firstAtMs))}</p>}
      </>
    );
  if (figure.name === 'questions') {
    if (!figure.spin) return null;
    const { situation, problem, implication, needPayoff } = figure.spin;
    return <p className="f">{text.listening.kinds(situation, problem, implication, needPayoff)}</p>;
  }
  if (figure.name === 'saidBack') return <p className="f">{text.listening.simpleComplex(figure.simple, figure.complex)}</p>;
  const open = page.listening?.questions.unansweredAt ?? [];
  if (figure.name !== 'leftOpen' || open.length === 0) return null;
  return (
    <ul className="left-open">
      {open.map((question) => {
        const turn = page.turns.find((one) => one.i === question.turn);
        if (!turn) return null;
        return (
          <li key={`${question.turn}-${question.from}`}>
            <button type="button" onClick={() => onTurn(question.turn)}>
              <q className="v">{turn.text.slice(question.from, question.to).trim()}</q>
              <span className="src">{turn.startMs === null ? text.conversations.turnN(turn.i + 1) : dates.clock(turn.startMs)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function fromOf(figure: Figure, text: Text['listening']): string {
  const of = {
    talkShare: text.of.turns,
    questions: text.of.ourQuestions,
    saidBack: text.of.ourTurns,
    leftOpen: text.of.theirQuestions,
    longestStretch: text.of.ourTurns,
    longestStory: text.of.theirTurns,
    patience: text.of.theirTurns,
    pitch: text.of.ourTurns,
    pace: text.of.ourTurns,
    switches: text.of.turns,
  };
  const basis = figure.name === 'talkShare' ? ` ${figure.basis === 'time' ? text.basisTime : text.basisWords}` : '';
  return text.from(figure.n, `${of[figure.name]}${basis ? `,${basis}` : ''}`);
}
