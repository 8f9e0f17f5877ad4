import { useEffect, useRef, useState } from 'react';
import type { ConversationPage } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { toast } from '../ui/toasts.ts';

/** A line under the bar to put the title or the date right; Enter keeps it, Escape leaves it. */
export function ChangeConversation({ page, what, onDone }: { page: ConversationPage; what: 'title' | 'date'; onDone: () => void }) {
  const text = useText();
  const [value, setValue] = useState(what === 'title' ? page.title : localMoment(page.happenedAt));
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const put = (title: string, happenedAt: string) =>
    ask.conversations.change(what === 'title' ? { id: page.id, title } : { id: page.id, happenedAt });
  const save = async () => {
    try {
      await put(value.trim(), what === 'date' ? new Date(value).toISOString() : page.happenedAt);
      const settled = page.findings.some((finding) => finding.confirmedBy !== null && finding.due);
      const dated = settled ? text.conversations.datedKept : text.conversations.dated;
      toast(what === 'title' ? text.conversations.renamed : dated, () => put(page.title, page.happenedAt).then(refresh));
      onDone();
      await refresh();
    } catch (error) {
      setWrong(sayTrouble(error, text));
    }
  };
  return (
    <form
      className="change"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <input
        ref={field}
        className="field"
        aria-label={what === 'title' ? text.conversations.rename : text.conversations.fixDate}
        type={what === 'title' ? 'text' : 'datetime-local'}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <button type="submit" className="btn p">
        {text.conversations.save}
      </button>
      <button type="button" className="btn q" onClick={onDone}>
        {text.conversations.cancel}
      </button>
      {wrong ? (
        <span className="hint harm" role="alert">
          {wrong}
        </span>
      ) : null}
    </form>
  );
}

/** What a datetime-local field takes: the wall clock of this machine, without a zone. */
function localMoment(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
