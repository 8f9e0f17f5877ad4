import { useDates } from '../messages/use-text.ts';

type Way = 'ago' | 'since' | 'due' | 'day' | 'moment' | 'month';

/** A date as people say it; the exact one on hover. */
export function When({ at, as = 'ago' }: { at: string; as?: Way }) {
  const dates = useDates();
  return (
    <time dateTime={at} title={dates.exact(at)}>
      {dates[as](at)}
    </time>
  );
}
