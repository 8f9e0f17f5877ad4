import { isToRepair } from '#model/belief.ts';
import type { BeliefView } from '#model/pages.ts';
import { useBeliefsText } from '../messages/beliefs-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';
import { BeliefSteps } from './belief-steps.tsx';
import type { BeliefDialog } from './dialogs.tsx';

/** What was done about a belief, and what can be done next. */
export function BeliefDetail({ belief, onDialog }: { belief: BeliefView; onDialog: (dialog: BeliefDialog) => void }) {
  const all = useText();
  const text = useBeliefsText();
  const may = useMay('member');
  const tell = async (deed: () => Promise<void>) => {
    try {
      await deed();
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  const { id } = belief;
  const reopen = () =>
    tell(async () => {
      const { step } = await ask.beliefs.reopen({ id });
      toast(text.done.reopened, () => ask.beliefs.takeBack({ id, step }).then(refresh));
    });
  const remove = () =>
    tell(async () => {
      await ask.beliefs.remove({ id });
      toast(text.done.removed, () => ask.beliefs.restore({ id }).then(refresh));
    });
  const takeBack = (step: string) =>
    tell(async () => {
      await ask.beliefs.takeBack({ id, step });
      toast(text.done.takenBack);
    });
  return (
    <div style={{ marginTop: 8 }}>
      <BeliefSteps belief={belief} onTakeBack={may ? (step) => void takeBack(step) : null} />
      {may ? (
        <div className="row wrap" style={{ marginTop: 8 }}>
          {belief.closedAt ? (
            <button type="button" className="btn sm" onClick={() => void reopen()}>
              {text.reopen}
            </button>
          ) : isToRepair(belief) ? (
            <button type="button" className="btn sm" onClick={() => onDialog({ kind: 'close', belief })}>
              {text.close[belief.kind]}
            </button>
          ) : null}
          <button type="button" className="btn sm q" onClick={() => onDialog({ kind: 'edit', belief })}>
            {text.change}
          </button>
          <button type="button" className="btn sm q" onClick={() => void remove()}>
            {text.remove}
          </button>
        </div>
      ) : null}
    </div>
  );
}
