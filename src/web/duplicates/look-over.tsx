import type { DuplicateLook } from '#model/merge.ts';
import { useDuplicatesText } from '../messages/duplicates-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** Has everybody looked over, and says how far that is. It goes on when one leaves. */
export function LookOver({ look }: { look: DuplicateLook | null }) {
  const text = useDuplicatesText();
  const all = useText();
  const dates = useDates();
  const may = useMay('member');
  if (look && !look.doneAt)
    return (
      <div className="w-look" role="status">
        <p className="t13 m">{text.looking(look.looked)}</p>
        <span
          className="w-track"
          role="progressbar"
          aria-label={text.lookOver}
          aria-valuemin={0}
          aria-valuemax={look.ways}
          aria-valuenow={look.waysDone}
        >
          <i style={{ width: `${Math.round((100 * look.waysDone) / look.ways)}%` }} />
        </span>
      </div>
    );
  const start = () =>
    void ask.duplicates
      .look()
      .then(refresh)
      .catch((problem: unknown) => void toast(sayTrouble(problem, all)));
  return (
    <p className="row wrap t13 f">
      {may ? (
        <button type="button" className="btn" onClick={start}>
          {text.lookOver}
        </button>
      ) : null}
      {look?.doneAt ? text.lookedAt(dates.ago(look.doneAt)) : null}
    </p>
  );
}
