import { useState } from 'react';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

/** Some of the words behind a need show another one: they are chosen, and get one of their own beside it. */
export function SplitNeed({ need, onClose }: { need: NeedView; onClose: (focus?: string) => void }) {
  const text = useNeedsText();
  const [going, setGoing] = useState<string[]>([]);
  const [statement, setStatement] = useState('');
  const quotes = need.quotes.flatMap((quote) => (quote.findingId ? [{ ...quote, findingId: quote.findingId }] : []));
  const { sending, wrong, send } = useSending(async () => {
    const { id } = await ask.needs.split({ id: need.id, findingIds: going, statement });
    toast(text.done.split, () => ask.needs.merge({ id, into: need.id }).then(refresh));
    await refresh();
    onClose(id);
  });
  return (
    <Dialog title={text.split.title} onClose={() => onClose()}>
      <form className="form" onSubmit={send}>
        <p className="m">{quotes.length > 1 ? text.split.says : text.split.few}</p>
        {quotes.map(({ findingId, text: words }) => (
          <label className="ticked" key={findingId}>
            <input
              type="checkbox"
              checked={going.includes(findingId)}
              onChange={(event) => setGoing(event.target.checked ? [...going, findingId] : going.filter((one) => one !== findingId))}
            />
            <q className="v v17">{words}</q>
          </label>
        ))}
        <Area label={text.split.statement} rows={2} value={statement} onChange={setStatement} />
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn" onClick={() => onClose()}>
            {text.form.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending || going.length === 0}>
            {text.split.do}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
