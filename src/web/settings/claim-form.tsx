import { useEffect, useRef, useState } from 'react';
import type { ClaimView, OfferingView } from '#model/offering.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { useDraft } from './use-draft.ts';

const NOTHING = { statement: '', proof: '' };

/** Claims are written one after the other: Enter keeps one and leaves room for the next, Escape leaves. */
export function ClaimForm({ offering, onLeave }: { offering: OfferingView; onLeave: () => void }) {
  const text = useOfferingsText();
  const words = useDraft(`claim.new.${offering.id}`, NOTHING);
  return (
    <Words
      label={text.claimNamed(offering.name)}
      words={words}
      hint={text.statementHint}
      does={text.keep}
      leaves={text.done}
      onLeave={onLeave}
      onKeep={async () => {
        const sent = words.draft;
        const { id } = await ask.offerings.claim({ id: offering.id, ...sent });
        words.drop(sent);
        toast(offering.kind === 'ours' ? text.claimedOurs : text.claimed, () => ask.offerings.withdraw({ id }).then(refresh));
        // Not waited for: the next sentence may be kept meanwhile.
        void refresh();
      }}
    />
  );
}

/** The same claim in better words. */
export function RewordForm({ claim, onLeave }: { claim: ClaimView; onLeave: () => void }) {
  const text = useOfferingsText();
  const { shell } = useText();
  const { id, statement, proof } = claim;
  const words = useDraft(`claim.${id}`, { statement, proof });
  const leave = () => {
    words.drop();
    onLeave();
  };
  return (
    <Words
      label={text.rewordNamed(statement)}
      words={words}
      hint={text.rewordHint}
      does={shell.save}
      leaves={shell.cancel}
      onLeave={leave}
      onKeep={async () => {
        await ask.offerings.reword({ id, ...words.draft });
        toast(text.reworded, () => ask.offerings.reword({ id, statement, proof }).then(refresh));
        await refresh();
        leave();
      }}
    />
  );
}

interface Given {
  label: string;
  words: ReturnType<typeof useDraft<typeof NOTHING>>;
  hint: string;
  does: string;
  leaves: string;
  onLeave: () => void;
  onKeep: () => Promise<void>;
}

function Words({ label, words: { draft, set }, hint, does, leaves, onLeave, onKeep }: Given) {
  const text = useOfferingsText();
  const [empty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toSentence = () => form.current?.querySelector('input')?.focus();
  useEffect(toSentence, []);
  const { sending, wrong, send } = useSending(async () => {
    setEmpty(draft.statement.trim() === '');
    if (draft.statement.trim() !== '') await onKeep();
    toSentence();
  });
  return (
    <form
      ref={form}
      className="form"
      style={{ margin: '12px 0 4px', maxWidth: 620 }}
      aria-label={label}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <Field
        label={text.statement}
        hint={hint}
        wrong={empty && draft.statement.trim() === '' ? text.statementPlease : null}
        maxLength={500}
        required
        value={draft.statement}
        onChange={(event) => set({ statement: event.target.value })}
      />
      <Field
        label={text.proof}
        hint={text.proofHint}
        maxLength={2000}
        value={draft.proof}
        onChange={(event) => set({ proof: event.target.value })}
      />
      {wrong ? (
        <p className="hint harm" role="alert" style={{ margin: 0 }}>
          {wrong}
        </p>
      ) : null}
      <p className="row">
        <button type="submit" className="btn p sm" disabled={sending}>
          {does}
        </button>
        <button type="button" className="btn q sm" onClick={onLeave}>
          {leaves}
        </button>
      </p>
    </form>
  );
}
