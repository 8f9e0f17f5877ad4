import { useState } from 'react';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

export function HealNeed({ need, onClose }: { need: NeedView; onClose: () => void }) {
  const text = useNeedsText();
  const [what, setWhat] = useState('');
  const { sending, wrong, send } = useSending(async () => {
    await ask.needs.heal({ id: need.id, what });
    toast(text.done.healed, () => ask.needs.unheal({ id: need.id }).then(refresh));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.heal.title} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Area label={text.heal.what} hint={text.heal.hint} rows={2} value={what} onChange={setWhat} />
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn" onClick={onClose}>
            {text.form.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {text.heal.do}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
