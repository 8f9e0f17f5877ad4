import type { DealRow } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useDates } from '../messages/use-text.ts';
import { When } from '../ui/when.tsx';

type Stepping = Pick<DealRow, 'nextStep' | 'nextOn' | 'spokeAt'>;

/** The day of the step that was agreed; late and near ones say so by their weight and colour. */
export function StepDay({ on }: { on: string }) {
  const days = useDates().daysTo(on);
  return (
    <span className={`nw ${days < 0 ? 'harm b' : days < 2 ? 'wait b' : 'f'}`}>
      <When at={on} as="due" />
    </span>
  );
}

/** What they agreed to and when; where nothing is, since when we have not spoken. */
export function StepLine({ deal: { nextStep, nextOn, spokeAt } }: { deal: Stepping }) {
  const text = useDealsText();
  const dates = useDates();
  return (
    <span className="w-nx t12">
      <span className="m">{nextStep || (spokeAt ? text.spoke(dates.ago(spokeAt)) : text.nothingAgreed)}</span>
      {nextOn ? <StepDay on={nextOn} /> : null}
    </span>
  );
}
