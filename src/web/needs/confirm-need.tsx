import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CandidateTurn } from '#model/need.ts';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { useText } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { Trouble } from '../ui/trouble.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { When } from '../ui/when.tsx';
import { wordsToKeep } from './words-to-keep.ts';

/** Their turns that answer something we said back. Words that are selected in a turn are the ones that are kept; else its beginning. */
export function ConfirmNeed({ need, onClose }: { need: NeedView; onClose: () => void }) {
  const text = useNeedsText();
  const { data, error, refetch } = useQuery(api.needs.candidates.queryOptions({ input: { id: need.id } }));
  const [find, setFind] = useState('');
  const turns = data?.turns.filter((turn) => turn.text.toLowerCase().includes(find.trim().toLowerCase())) ?? [];
  return (
    <Dialog title={text.confirm.title} onClose={onClose} wide>
      <p className="m">{text.confirm.says}</p>
      {error ? <Trouble error={error} again={() => void refetch()} /> : data ? null : <Waiting rows={3} />}
      {data?.turns.length === 0 ? <p>{text.confirm.none}</p> : null}
      {data && data.turns.length > 4 ? (
        <Field label={text.confirm.find} value={find} onChange={(event) => setFind(event.target.value)} type="search" />
      ) : null}
      {data && data.turns.length > 0 && turns.length === 0 ? <p>{text.confirm.noneFound}</p> : null}
      <ul className="choices">
        {turns.map((turn) => (
          <Candidate key={turn.turnId} turn={turn} need={need} onDone={onClose} />
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

function Candidate({ turn, need, onDone }: { turn: CandidateTurn; need: NeedView; onDone: () => void }) {
  const all = useText();
  const text = useNeedsText();
  const said = useRef<HTMLQuoteElement>(null);
  const choose = async () => {
    const { from, to } = wordsToKeep(turn.text, chosenIn(said.current));
    try {
      const { id } = await ask.needs.understand({ needId: need.id, turnId: turn.turnId, from, to });
      toast(text.done.understood, () => ask.needs.misunderstand({ needId: need.id, id }).then(refresh));
      onDone();
    } catch (error) {
      toast(sayTrouble(error, all));
    }
    await refresh();
  };
  return (
    <li>
      <div>
        <p className="t13 m">
          {text.confirm.before}: {turn.after}
        </p>
        <q className="v v17" ref={said} style={{ display: 'block', marginTop: 3 }}>
          {turn.text}
        </q>
        <span className="src">
          {turn.conversationTitle}, <When at={turn.happenedAt} as="day" />
          {turn.saidBack ? ` · ${text.confirm.saidBackThere}` : null}
        </span>
      </div>
      <button type="button" className="btn sm" aria-label={text.confirm.chooseNamed(turn.text.slice(0, 80))} onClick={() => void choose()}>
        {text.confirm.choose}
      </button>
    </li>
  );
}

/** What is selected within these words, if anything. */
function chosenIn(element: HTMLElement | null): string {
  const selection = window.getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  return element.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString() : '';
}
