import { useState } from 'react';
import type { DealPage } from '#model/deal.ts';
import { useDealsText } from '../messages/deals-text.ts';
import { useText } from '../messages/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { useEnd } from './use-end.ts';

/** How it ended, with why in a sentence. */
export function EndDeal({ page, onClose }: { page: DealPage; onClose: () => void }) {
  const text = useDealsText();
  const { shell } = useText();
  const end = useEnd(page);
  const [why, setWhy] = useState('');
  return (
    <Dialog title={text.endTitle} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void end('lost', why).then((done) => done && onClose());
        }}
      >
        <Area label={text.endWhy} hint={text.endWhyHint} value={why} onChange={setWhy} />
        <div className="ends">
          <button type="button" className="btn q" onClick={onClose}>
            {shell.cancel}
          </button>
          <button type="submit" className="btn p">
            {text.endDo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
