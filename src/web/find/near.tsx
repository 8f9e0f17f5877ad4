import { useQuery } from '@tanstack/react-query';
import type { Hit } from '#model/pages.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { api } from '../query/api.ts';
import { marksIn, pieces } from './groups.ts';

/** What was said just before and where: the words found, open in their place. */
export function Near({ hit }: { hit: Hit }) {
  const text = useText().find;
  const dates = useDates();
  const { data } = useQuery({
    ...api.conversations.open.queryOptions({ input: { id: hit.conversationId ?? '' } }),
    enabled: hit.conversationId !== undefined,
  });
  if (!data || hit.turn === undefined) return null;
  const turns = data.turns.filter((turn) => turn.i === hit.turn || turn.i === (hit.turn ?? 0) - 1);
  return (
    <li role="presentation" className="w-near">
      {turns.map((turn) => {
        const speaker = data.speakers.find((one) => one.i === turn.speaker);
        const when = turn.startMs === null ? (turn.at ? dates.moment(turn.at) : null) : dates.clock(turn.startMs);
        return [
          <p className="f t12" key={`${turn.id} who`}>
            {[when, speaker?.name].filter(Boolean).join(' · ')}
          </p>,
          <p className={speaker?.side === 'us' ? 'm' : 'v'} key={turn.id}>
            {turn.i === hit.turn
              ? pieces(turn.text, marksIn(turn.text, hit)).map((piece) =>
                  piece.marked ? <mark key={piece.from}>{piece.text}</mark> : piece.text,
                )
              : turn.text}
          </p>,
        ];
      })}
      <p className="f t12">
        {data.title} · {text.opensThere}
      </p>
    </li>
  );
}
