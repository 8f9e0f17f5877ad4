import { Link } from '@tanstack/react-router';
import type { BriefQuestion } from '#model/brief.ts';
import { useBriefText } from '../messages/brief-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
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
  const says = useSentence(one);
  const why = useWhy(one, who);
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

function useSentence({ sort, depth, words, quote, kind, i }: BriefQuestion): string {
  const { people } = useText();
  const { sortQuestion: text, first } = useBriefText();
  if (sort === 'gap') return people.ask[depth ?? 0] ?? '';
  if (sort === 'first') return first[kind ?? 'own'][i ?? 0] ?? '';
  if (sort === 'promise') return text.promise(words);
  if (sort === 'renew') return words || !quote ? text.renew(words) : text.renewQuote;
  if (sort === 'goal') return words || !quote ? text.goal(words) : text.goalQuote;
  return text[sort];
}

function useWhy({ sort, depth, known, words, at }: BriefQuestion, who: Who): string {
  const { why, known: knowing } = useBriefText();
  const dates = useDates();
  if (sort === 'gap') return why.gap(knowing(known ?? 0, who.object), knowing(depth ?? 0, who.object));
  if (sort === 'unanswered') return why.unanswered(at ? dates.day(at) : '');
  if (sort === 'promise') return why.promise(at ? dates.day(at) : '');
  if (sort === 'decider') return why.decider(words);
  if (sort === 'renew') return why.renew(at ? dates.ago(at) : '');
  return why[sort];
}
