import { useId, useState } from 'react';
import { VALUE_LEVELS, type ValueElement, type ValueLevel } from '#model/need.ts';
import type { NeedView } from '#model/pages.ts';
import { useNeedsText } from '../messages/needs-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useDraft } from '../settings/use-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Area } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import type { DialogPerson } from './opened.ts';
import { parentsFor } from './parents.ts';
import { calledNeed } from './rows.ts';

interface Draft {
  statement: string;
  depth: number;
  under: string;
  element: string;
  must: boolean;
}

/** A new need, or all that can be said of one: our words, how deep, under which, what it touches. What is typed is kept until it is sent. */
export function NeedForm({ person, need, onClose }: { person: DialogPerson; need?: NeedView; onClose: (focus?: string) => void }) {
  const text = useNeedsText();
  const start: Draft = need
    ? { statement: need.statement, depth: need.depth, under: need.parentId ?? '', element: need.element ?? '', must: need.mustHave }
    : { statement: '', depth: 0, under: '', element: '', must: false };
  const { draft, set, drop } = useDraft(`need ${need?.id ?? person.id}`, start);
  const [asked, setAsked] = useState(false);
  const isEmpty = !draft.statement.trim() && (need?.quotes.length ?? 0) === 0;
  const { sending, wrong, send } = useSending(async () => {
    if (isEmpty) {
      setAsked(true);
      return;
    }
    const id = need ? await change(need, draft) : await add(person.id, draft);
    drop();
    await refresh();
    onClose(id);
  });
  const add = async (personId: string, { statement, depth, under, element, must }: Draft) => {
    const { id } = await ask.needs.add({
      ...{ personId, statement, depth, mustHave: must },
      ...(under && { under }),
      ...(element && { element: element as ValueElement }),
    });
    toast(text.done.added, () => ask.needs.remove({ id }).then(refresh));
    return id;
  };
  const change = async ({ id, depth, parentId }: NeedView, given: Draft) => {
    const was = await ask.needs.change({
      id,
      statement: given.statement,
      element: (given.element || null) as ValueElement | null,
      mustHave: given.must,
    });
    const goes = given.depth !== depth || given.under !== (parentId ?? '');
    const { before } = goes ? await ask.needs.move({ id, parentId: given.under || null, depth: given.depth }) : { before: [] };
    toast(text.done.changed, async () => {
      await ask.needs.change({ id, ...was });
      if (before.length > 0) await ask.needs.arrange({ places: before });
      await refresh();
    });
    return id;
  };
  return (
    <Dialog title={need ? text.form.edit : text.form.add} onClose={() => onClose()}>
      <form className="form" onSubmit={send} noValidate>
        <Area
          label={text.form.statement}
          hint={
            asked && isEmpty ? (
              <span className="harm">{text.form.please}</span>
            ) : need?.quotes.length ? (
              text.form.statementOwn
            ) : (
              text.form.statementHint
            )
          }
          rows={2}
          value={draft.statement}
          onChange={(statement) => set({ statement })}
        />
        <Choose
          label={text.form.depth}
          value={String(draft.depth)}
          onChange={(depth) => set({ depth: Number(depth) })}
          options={text.form.depthWhat.map((what, depth) => [String(depth), what])}
        />
        <Choose
          label={text.form.under}
          value={draft.under}
          onChange={(under) => set({ under, depth: Math.max(draft.depth, person.needs.find((one) => one.id === under)?.depth ?? 0) })}
          options={[
            ['', text.form.alone],
            ...parentsFor(person.needs, need).map((one): [string, string] => [one.id, calledNeed(one, text.unworded)]),
          ]}
        />
        <ElementChoice value={draft.element} onChange={(element) => set({ element })} />
        <label className="ticked">
          <input type="checkbox" checked={draft.must} onChange={(event) => set({ must: event.target.checked })} />
          <span>{text.form.must}</span>
        </label>
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="ends">
          <button type="button" className="btn" onClick={() => onClose()}>
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

interface ChooseGiven {
  label: string;
  value: string;
  options: [value: string, says: string][];
  onChange: (value: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseGiven) {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}

function ElementChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useNeedsText();
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {text.form.element}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text.form.noElement}</option>
        {(Object.keys(VALUE_LEVELS) as ValueLevel[]).map((level) => (
          <optgroup key={level} label={text.level[level]}>
            {VALUE_LEVELS[level].map((element) => (
              <option key={element} value={element}>
                {text.element[element]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
