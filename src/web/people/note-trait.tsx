import { useId, useState } from 'react';
import type { TraitView } from '#model/pages.ts';
import { TRAIT_KINDS, type TraitKind } from '#model/trait.ts';
import { usePersonText } from '../messages/person-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import type { Who } from './who.ts';

/** Something that matters, noted by hand; or one that is there, worded better. */
export function NoteTrait({ personId, trait, who, onClose }: { personId: string; trait: TraitView | null; who: Who; onClose: () => void }) {
  const { shell } = useText();
  const text = usePersonText();
  const id = useId();
  const [kind, setKind] = useState<TraitKind>(trait?.kind ?? 'value');
  const [statement, setStatement] = useState(trait?.statement ?? '');
  const { sending, wrong, send } = useSending(async () => {
    if (trait) {
      const before = { kind: trait.kind, ...(trait.statement && { statement: trait.statement }) };
      await ask.traits.change({ id: trait.id, kind, statement });
      toast(text.reworded, () => ask.traits.change({ id: trait.id, ...before }).then(refresh));
    } else {
      const made = await ask.traits.add({ personId, kind, statement });
      toast(text.notedNow, () => ask.traits.unnote({ id: made.id }).then(refresh));
    }
    await refresh();
    onClose();
  });
  return (
    <Dialog title={trait ? text.reword : text.noteTitle(who.object)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <div>
          <label className="lab" htmlFor={id}>
            {text.what}
          </label>
          <select id={id} className="field" value={kind} onChange={(event) => setKind(event.target.value as TraitKind)}>
            {TRAIT_KINDS.map((one) => (
              <option key={one} value={one}>
                {text.traitKind[one]}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={text.words}
          hint={text.wordsHint}
          required
          maxLength={500}
          autoComplete="off"
          value={statement}
          onChange={(event) => setStatement(event.target.value)}
        />
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
            {trait ? shell.save : text.noteIt}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
