import { useState } from 'react';
import { BELIEF_KINDS, type BeliefKind } from '#model/belief.ts';
import type { BeliefView } from '#model/pages.ts';
import { ClaimChoice } from '../conversations/claim-choice.tsx';
import { useBeliefsText } from '../messages/beliefs-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useDraft } from '../settings/use-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area, Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';

interface Draft {
  kind: BeliefKind;
  statement: string;
  claim: string;
  repair: string;
}

/** What they hold, whether it is so, which claim it is held against, and what would repair it. What is typed is kept until it is sent. */
export function BeliefForm({ personId, belief, onClose }: { personId: string; belief: BeliefView | undefined; onClose: () => void }) {
  const text = useBeliefsText();
  const start: Draft = belief
    ? { kind: belief.kind, statement: belief.statement, claim: belief.claim ?? '', repair: belief.repair }
    : { kind: 'false', statement: '', claim: '', repair: '' };
  const { draft, set, drop } = useDraft(`belief ${belief?.id ?? personId}`, start);
  const [asked, setAsked] = useState(false);
  const isEmpty = !draft.statement.trim() && (belief?.quotes.length ?? 0) === 0;
  const { sending, wrong, send } = useSending(async () => {
    setAsked(true);
    if (isEmpty) return;
    if (belief) {
      const was = await ask.beliefs.change({ id: belief.id, ...draft, claim: draft.claim || null });
      toast(text.done.changed, () => ask.beliefs.change({ id: belief.id, ...was }).then(refresh));
    } else {
      const { claim, ...rest } = draft;
      const { id } = await ask.beliefs.add({ personId, ...rest, ...(claim && { claim }) });
      toast(text.done.added, () => ask.beliefs.remove({ id }).then(refresh));
    }
    drop();
    await refresh();
    onClose();
  });
  return (
    <Dialog title={belief ? text.form.edit : text.form.add} onClose={onClose}>
      <form className="form" onSubmit={send} noValidate>
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="lab">{text.form.kind}</legend>
          <div className="row wrap">
            {BELIEF_KINDS.map((kind) => (
              <button type="button" key={kind} className="toggle" aria-pressed={draft.kind === kind} onClick={() => set({ kind })}>
                {text.kindWhat[kind]}
              </button>
            ))}
          </div>
        </fieldset>
        <Field
          label={text.form.statement}
          hint={text.form.statementHint}
          wrong={asked && isEmpty ? text.form.please : null}
          value={draft.statement}
          maxLength={500}
          onChange={(event) => set({ statement: event.target.value })}
        />
        <ClaimChoice
          value={draft.claim}
          stands={belief ? { claim: belief.claim, against: belief.against } : undefined}
          onChange={(claim) => set({ claim })}
        />
        {draft.kind === 'true' ? null : (
          <Area label={text.form.repair} rows={2} value={draft.repair} onChange={(repair) => set({ repair })} />
        )}
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
            {text.form.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
