import type { ConversationPage, TurnView } from '#model/pages.ts';
import type { Dates } from '../messages/dates.ts';

type Talk = Pick<ConversationPage, 'id' | 'title' | 'happenedAt' | 'datedBy' | 'speakers'>;

/** Where words were said, for a paper or a mail: "Ines Carvalho, Harbour Foods second call, Tue 17 Nov, 14:02". */
export function sourceOf(talk: Talk, turn: Pick<TurnView, 'speaker' | 'at' | 'startMs'>, dates: Pick<Dates, 'day' | 'moment'>): string {
  const name = talk.speakers.find((speaker) => speaker.i === turn.speaker)?.name ?? '';
  return [name, talk.title, momentOf(talk, turn, dates)].filter(Boolean).join(', ');
}

// A date that came from the file itself says nothing about the hour.
function momentOf(talk: Talk, turn: Pick<TurnView, 'at' | 'startMs'>, dates: Pick<Dates, 'day' | 'moment'>): string {
  if (turn.at) return dates.moment(turn.at);
  if (talk.datedBy === 'file') return dates.day(talk.happenedAt);
  return dates.moment(new Date(Date.parse(talk.happenedAt) + (turn.startMs ?? 0)).toISOString());
}

/** The address of a turn, to be sent to a colleague. */
export function linkTo(origin: string, talk: Pick<Talk, 'id'>, turn: number): string {
  return `${origin}/conversations/${talk.id}?turn=${turn}`;
}
