/** The questions of a brief as sentences, and what makes each worth asking. Pure but for the catalogue and the days it is given. */
import type { BriefQuestion } from '#model/brief.ts';
import type { Dates } from '../messages/dates.ts';
import type { brief } from '../messages/en/brief.ts';
import type { people } from '../messages/en/people.ts';
import type { Who } from './who.ts';

type Text = Pick<typeof brief, 'sortQuestion' | 'first' | 'why' | 'known'>;

/** `ask` are the questions by depth that everybody is asked. */
export function questionOf({ sort, depth, words, quote, kind, i }: BriefQuestion, text: Text, ask: typeof people.ask): string {
  const { sortQuestion, first } = text;
  if (sort === 'gap') return ask[depth ?? 0] ?? '';
  if (sort === 'first') return first[kind ?? 'own'][i ?? 0] ?? '';
  if (sort === 'promise') return sortQuestion.promise(words);
  if (sort === 'renew') return words || !quote ? sortQuestion.renew(words) : sortQuestion.renewQuote;
  if (sort === 'goal') return words || !quote ? sortQuestion.goal(words) : sortQuestion.goalQuote;
  return sortQuestion[sort];
}

export function whyAsk(
  { sort, depth, known, words, at }: BriefQuestion,
  { why, known: knowing }: Text,
  who: Pick<Who, 'object'>,
  dates: Pick<Dates, 'day' | 'ago'>,
): string {
  if (sort === 'gap') return why.gap(knowing(known ?? 0, who.object), knowing(depth ?? 0, who.object));
  if (sort === 'unanswered') return why.unanswered(at ? dates.day(at) : '');
  if (sort === 'promise') return why.promise(at ? dates.day(at) : '');
  if (sort === 'decider') return why.decider(words);
  if (sort === 'renew') return why.renew(at ? dates.ago(at) : '');
  return why[sort];
}
