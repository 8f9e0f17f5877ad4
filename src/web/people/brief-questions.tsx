import { Link } from '@tanstack/react-router';
import type { BriefQuestion } from '#model/brief.ts';
import { useBriefText } from '../messages/brief-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { questionOf, whyAsk } from './brief-sentences.ts';
import type { Who } from './who.ts';

/** Three questions, each with what makes it worth asking; their words open where they were said. */
export function BriefQuestions({ questions, who }: { questions: BriefQuestion[]; who: Who }) {
  const text = useBriefText();
  return (
    <section className="sec">
      <div className="hd">
        <h2>{text.ask}</h2>
        <span className="why">{text.askWhy}</span>
      </div>
      <ol className="w-b3">
        {questions.map((one) => (
          <Question key={`${one.sort} ${one.words} ${one.quote} ${one.depth} ${one.i}`} one={one} who={who} />
        ))}
      </ol>
    </section>
  );
}

function Question({ one, who }: { one: BriefQuestion; who: Who }) {
  const { people } = useText();
  const text = useBriefText();
  const says = questionOf(one, text, people.ask);
  const why = whyAsk(one, text, who, useDates());
  // The belief, the need, the question that it is about: in their words, else in ours.
  const about = one.sort === 'decider' || one.sort === 'first' || (!one.quote && says.includes(one.words)) ? null : <About one={one} />;
  return (
    <li>
      <b className="b">{says}</b>
      <br />
      <span className="m">
        {why} {about}
      </span>
    </li>
  );
}

function About({ one: { quote, said, words } }: { one: BriefQuestion }) {
  if (!quote) return words ? <span>{words}</span> : null;
  const q = <q className="v">{quote}</q>;
  if (!said) return q;
  return (
    <Link className="w-said-at" to="/conversations/$id" params={{ id: said.conversationId }} search={{ turn: said.turn }}>
      {q}
    </Link>
  );
}
