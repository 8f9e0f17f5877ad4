import { useEffect, useId, useRef, useState } from 'react';
import { OFFERING_KINDS, type OfferingKind, type OfferingView } from '#model/offering.ts';
import { useOfferingsText } from '../messages/offerings-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { useDraft } from './use-draft.ts';

interface Given {
  /** None: a new one. */
  offering?: OfferingView;
  onLeave: () => void;
  onKept: (offering: OfferingView) => void;
}

function wordsOf(offering: OfferingView | undefined) {
  const { name = '', kind = 'ours' as OfferingKind, forWhom = '', notForWhom = '', emotionalNeed = '' } = offering ?? {};
  return { name, kind, forWhom, notForWhom, emotionalNeed };
}

/** What is offered, whose it is, whom it serves: written down, or changed in its place. Enter keeps it, Escape leaves. */
export function OfferingForm({ offering, onLeave, onKept }: Given) {
  const text = useOfferingsText();
  const { shell } = useText();
  const before = wordsOf(offering);
  const { draft, set, drop } = useDraft(`offering.${offering?.id ?? 'new'}`, before);
  const [nameless, setNameless] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const kindId = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const { sending, wrong, send } = useSending(async () => {
    setNameless(draft.name.trim() === '');
    if (draft.name.trim() === '') return form.current?.querySelector('input')?.focus();
    const kept = offering ? await ask.offerings.change({ id: offering.id, ...draft }) : await ask.offerings.offer(draft);
    drop();
    const { id, name } = kept;
    if (offering) toast(text.changed(name), () => ask.offerings.change({ id, ...before }).then(refresh));
    else toast(text.offered(name), () => ask.offerings.putAway({ id }).then(refresh));
    await refresh();
    onKept(kept);
  });
  // What is changed goes back to what stands; what is new stays as it was typed.
  const leave = () => {
    if (offering) drop();
    onLeave();
  };
  const line = (name: 'forWhom' | 'notForWhom' | 'emotionalNeed', hint: string) => (
    <Field label={text[name]} hint={hint} maxLength={1000} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
  );
  return (
    <form
      ref={form}
      className="form"
      style={{ margin: '16px 0 4px', maxWidth: 520 }}
      aria-label={offering ? text.changeNamed(offering.name) : text.addTitle}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <Field
        label={text.name}
        wrong={nameless && draft.name.trim() === '' ? text.namePlease : null}
        maxLength={200}
        required
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div>
        <label className="lab" htmlFor={kindId}>
          {text.kindLabel}
        </label>
        <select
          id={kindId}
          className="field"
          value={draft.kind}
          aria-describedby={`${kindId}-said`}
          onChange={(event) => set({ kind: OFFERING_KINDS.find((kind) => kind === event.target.value) ?? 'ours' })}
        >
          {OFFERING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
        <span id={`${kindId}-said`} className="hint">
          {text.kindHint}
        </span>
      </div>
      {line('forWhom', text.mayStayEmpty)}
      {line('notForWhom', text.notForWhomHint)}
      {line('emotionalNeed', text.emotionalNeedHint)}
      {wrong ? (
        <p className="hint harm" role="alert" style={{ margin: 0 }}>
          {wrong}
        </p>
      ) : null}
      <p className="row">
        <button type="submit" className="btn p" disabled={sending}>
          {shell.save}
        </button>
        <button type="button" className="btn q" onClick={leave}>
          {shell.cancel}
        </button>
      </p>
    </form>
  );
}
