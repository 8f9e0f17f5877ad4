import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toasts.ts';
import type { DialogPerson } from './opened.ts';
import { calledNeed } from './rows.ts';

/** The other needs of this person: choosing one makes both into that one, with the words of both. */
export function MergeNeed({ person, need, onClose }: { person: DialogPerson; need: NeedView; onClose: (focus?: string) => void }) {
  const all = useText();
  const text = useNeedsText();
  const others = person.needs.filter((one) => one.id !== need.id);
  const merge = async (into: string) => {
    try {
      const { undo } = await ask.needs.merge({ id: need.id, into });
      toast(text.done.merged, () => ask.needs.unmerge({ undo }).then(refresh));
      onClose(into);
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <Dialog title={text.merge.title} onClose={() => onClose()}>
      <p className="m">{others.length > 0 ? text.merge.says : text.merge.none}</p>
      <ul className="choices">
        {others.map((one) => (
          <li key={one.id}>
            <div>
              {one.statement ? <p>{one.statement}</p> : <q className="v">{calledNeed(one, text.unworded)}</q>}
              <span className="src">{text.depth[one.depth]}</span>
            </div>
            <button
              type="button"
              className="btn sm"
              aria-label={text.merge.into(calledNeed(one, text.unworded))}
              onClick={() => void merge(one.id)}
            >
              {text.confirm.choose}
            </button>
          </li>
        ))}
      </ul>
      <div className="ends">
        <button type="button" className="btn" onClick={() => onClose()}>
          {text.form.cancel}
        </button>
      </div>
    </Dialog>
  );
}
