import { useState } from 'react';
import { usePersonText } from '../messages/person-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import type { Who } from './who.ts';

/** What they said, before it is honoured everywhere. */
export function AskNoContact({ personId, who, onClose }: { personId: string; who: Who; onClose: () => void }) {
  const { shell } = useText();
  const text = usePersonText();
  const [why, setWhy] = useState('');
  const { sending, wrong, send } = useSending(async () => {
    await ask.people.doNotContact({ id: personId, why });
    toast(text.noContactDone, () => ask.people.mayContact({ id: personId }).then(refresh));
    await refresh();
    onClose();
  });
  return (
    <Dialog title={text.noContactTitle(who.object)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <Area label={text.noContactWhy} hint={text.noContactHelp} value={why} onChange={setWhy} />
        {wrong ? (
          <p className="hint harm" role="alert" style={{ margin: 0 }}>
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p" disabled={sending}>
            {text.noContactSave}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
