import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

const EMPTY = { text: '', title: '', when: '', isPrivate: false };

/** Text from anywhere: a chat, an e-mail, notes. Kept as it is typed until it is handed in. */
export function PasteText({ isPrivate, onClose }: { isPrivate: boolean; onClose: () => void }) {
  const words = useText();
  const text = words.conversations;
  const navigate = useNavigate();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => readDraft(sessionStorage, 'paste', { ...EMPTY, isPrivate }));
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => area.current?.focus(), []);
  const set = (change: Partial<typeof EMPTY>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(sessionStorage, 'paste', next);
  };
  const bring = async () => {
    if (!draft.text.trim()) return setWrong(text.pasteEmpty);
    setBusy(true);
    setWrong(null);
    try {
      const received = await ask.conversations.paste({
        text: draft.text,
        ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
        ...(draft.when ? { happenedAt: new Date(draft.when).toISOString() } : {}),
        ...(draft.isPrivate ? { private: true } : {}),
      });
      dropDraft(sessionStorage, 'paste');
      if (received.already) toast(text.stateAlready);
      const first = received.conversations[0];
      if (first) await navigate({ to: '/conversations/$id', params: { id: first.id } });
      else onClose();
      await refresh();
    } catch (error) {
      setWrong(sayTrouble(error, words));
      setBusy(false);
    }
  };
  return (
    <Dialog title={text.pasteTitle} onClose={onClose} wide>
      <form
        className="bring"
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        <div>
          <label className="lab" htmlFor={id}>
            {text.pasteText}
          </label>
          <textarea
            id={id}
            ref={area}
            className="field"
            rows={12}
            value={draft.text}
            placeholder={text.pasteExample}
            aria-describedby={`${id}-hint`}
            onChange={(event) => set({ text: event.target.value })}
          />
          <span className={wrong ? 'hint harm' : 'hint'} id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
            {wrong ?? text.pasteHint}
          </span>
        </div>
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 12 }}>
          <Field
            label={text.pasteName}
            hint={text.pasteNameHint}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
          <Field
            label={text.pasteWhen}
            hint={text.pasteNameHint}
            type="datetime-local"
            value={draft.when}
            onChange={(event) => set({ when: event.target.value })}
          />
        </div>
        <label className="privately" title={text.onlyIWhy}>
          <input type="checkbox" checked={draft.isPrivate} onChange={(event) => set({ isPrivate: event.target.checked })} />
          {text.onlyI}
        </label>
        <div className="ends">
          <span className="f t12" style={{ marginRight: 'auto' }}>
            {text.draftKept}
          </span>
          <button type="button" className="btn q" onClick={onClose}>
            {text.close}
          </button>
          <button type="submit" className="btn p" disabled={busy}>
            {text.pasteDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
