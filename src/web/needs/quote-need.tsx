import type { NeedView, Quote } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SourceLine } from '../ui/source-line.tsx';
import { toast } from '../ui/toasts.ts';
import type { DialogPerson } from './opened.ts';

/** What of theirs is confirmed as something else, and may show this need as well. */
export function AddQuote({ person, need, onClose }: { person: DialogPerson; need: NeedView; onClose: () => void }) {
  const all = useText();
  const text = useNeedsText();
  const here = new Set(need.quotes.map((quote) => quote.findingId));
  const quotes = [...person.said.map((one) => one.quote), ...person.traits.flatMap((trait) => trait.quotes)].filter(
    (quote): quote is Quote & { findingId: string } => quote.findingId !== null && !here.has(quote.findingId),
  );
  const add = async (findingId: string) => {
    try {
      await ask.needs.attach({ id: need.id, findingId });
      toast(text.done.quote, () => ask.needs.detach({ id: need.id, findingId }).then(refresh));
      onClose();
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <Dialog title={text.quote.title} onClose={onClose}>
      {quotes.length === 0 ? <p className="m">{text.quote.none}</p> : null}
      <ul className="choices">
        {quotes.map((quote) => (
          <li key={quote.findingId}>
            <div>
              <q className="v v17">{quote.text}</q>
              <SourceLine quote={quote} />
            </div>
            <button
              type="button"
              className="btn sm"
              aria-label={text.quote.addNamed(quote.text.slice(0, 80))}
              onClick={() => void add(quote.findingId)}
            >
              {text.quote.add}
            </button>
          </li>
        ))}
      </ul>
      <div className="ends">
        <button type="button" className="btn" onClick={onClose}>
          {text.form.cancel}
        </button>
      </div>
    </Dialog>
  );
}
