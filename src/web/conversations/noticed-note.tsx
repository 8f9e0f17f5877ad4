import { useDates, useText } from '../messages/use-text.ts';
import type { Noticed } from './noticed.ts';

const COLOUR: Record<Noticed['kind'], string> = {
  'left-open': 'var(--wait)',
  'about-us': 'var(--act-features)',
  waited: 'var(--act-ask)',
  'said-back': 'var(--act-reflect)',
};

/** How we listened at this turn, in the margin. */
export function NoticedNote({ what }: { what: Noticed }) {
  const text = useText().conversations;
  const { clock } = useDates();
  return (
    <div className="fin" style={{ '--c': COLOUR[what.kind] }}>
      {what.kind === 'left-open' ? (
        <>
          <b>{text.notAnswered}</b>
          {text.notAnsweredWhy}
        </>
      ) : what.kind === 'about-us' ? (
        <>
          <b>{text.aboutUs(clock(what.ms))}</b>
          {what.asked ? text.aboutUsAsked : text.aboutUsUnasked}
        </>
      ) : what.kind === 'waited' ? (
        <>
          <b>{text.youWaited}</b>
          {text.youWaitedWhy(what.ms / 1000, clock(what.thenMs))}
        </>
      ) : (
        <>
          <b>{text.saidItBack}</b>
          {text.theySaid} <q className="v">{what.answer}</q>
        </>
      )}
    </div>
  );
}
