import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Depth, FINDING_KINDS, isFindingKind } from '#model/finding.ts';
import type { FindingView } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { sayTrouble } from '../query/trouble.ts';
import { ClaimChoice } from './claim-choice.tsx';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { type FindingForm, fieldsOf, formOf, toEdit } from './finding-form.ts';
import type { SpeakerNames } from './speaker-names.ts';
import type { Tray } from './use-tray.ts';

/** A suggestion put right, in place: Enter saves and confirms, Escape leaves; what was typed is kept meanwhile. */
export function FindingEdit({ finding, tray, names }: { finding: FindingView; tray: Tray; names: SpeakerNames }) {
  const text = useText();
  const shelf = `finding.${finding.id}`;
  const [form, setForm] = useState<FindingForm>(() => readDraft(sessionStorage, shelf, formOf(finding)));
  const [wrong, setWrong] = useState<string | null>(null);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const set = (change: Partial<FindingForm>) => {
    const next = { ...form, ...change };
    setForm(next);
    keepDraft(sessionStorage, shelf, next);
  };
  const save = async () => {
    setWrong(null);
    try {
      await tray.saveEdit(toEdit(finding.id, form));
      dropDraft(sessionStorage, shelf);
    } catch (error) {
      setWrong(sayTrouble(error, text));
    }
  };
  return (
    <form
      ref={first}
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        dropDraft(sessionStorage, shelf);
        tray.edit(null);
      }}
    >
      <p className={names.of(finding.speaker)?.side === 'us' ? 'say us' : 'say v'}>{finding.quote}</p>
      <Fields form={form} set={set} names={names} stands={finding} />
      {wrong ? (
        <p className="hint harm" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="keys">
        <button type="submit" className="btn p sm">
          {text.conversations.confirmAfterEdit}
        </button>
        <button type="button" className="btn q sm" onClick={() => tray.edit(null)}>
          {text.conversations.cancel}
        </button>
      </div>
    </form>
  );
}

/** What can be said of a finding, by its kind. */
export function Fields({
  form,
  set,
  names,
  stands,
}: {
  form: FindingForm;
  set: (change: Partial<FindingForm>) => void;
  names: SpeakerNames;
  /** The finding as it is now; none while it is being noted. */
  stands?: FindingView;
}) {
  const text = useText().findings;
  const fields = fieldsOf(form.kind);
  const line = (name: 'statement' | 'what' | 'whom' | 'feeling' | 'name', label: string) =>
    fields.includes(name) ? (
      <Small label={label}>
        {(id) => <input id={id} className="field" value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />}
      </Small>
    ) : null;
  return (
    <>
      {line('statement', text.statement)}
      {line('what', text.what)}
      {line('feeling', text.feelingWord)}
      {line('name', text.name)}
      {fields.includes('claim') ? <ClaimChoice value={form.claim} stands={stands} onChange={(claim) => set({ claim })} /> : null}
      <div className="pair">
        <Small label={text.whatItIs}>
          {(id) => (
            <select
              id={id}
              className="field"
              value={form.kind}
              onChange={(event) => isFindingKind(event.target.value) && set({ kind: event.target.value })}
            >
              {FINDING_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {text.kind[kind]}
                </option>
              ))}
            </select>
          )}
        </Small>
        <Small label={text.whoItIs}>
          {(id) => (
            <select id={id} className="field" value={form.speaker} onChange={(event) => set({ speaker: Number(event.target.value) })}>
              {names.all.map((speaker) => (
                <option key={speaker.i} value={speaker.i}>
                  {names.long(speaker.i)}
                </option>
              ))}
            </select>
          )}
        </Small>
        {line('whom', text.whom)}
        {fields.includes('due') ? (
          <Small label={text.due}>
            {(id) => (
              <input id={id} type="date" className="field" value={form.due} onChange={(event) => set({ due: event.target.value })} />
            )}
          </Small>
        ) : null}
        {fields.includes('depth') ? (
          <Small label={text.depthLabel}>
            {(id) => (
              <select
                id={id}
                className="field"
                value={form.depth ?? ''}
                onChange={(event) => set({ depth: event.target.value === '' ? null : (Number(event.target.value) as Depth) })}
              >
                <option value="">{text.depthUnknown}</option>
                {text.depth.map((word, depth) => (
                  <option key={word} value={depth}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Small>
        ) : null}
        {fields.includes('tone') ? (
          <Among label={text.tone} value={form.tone} words={text.tones} unknown={text.depthUnknown} onChange={(tone) => set({ tone })} />
        ) : null}
        {fields.includes('verdict') ? (
          <Among
            label={text.verdict}
            value={form.verdict}
            words={text.verdicts}
            unknown={text.depthUnknown}
            onChange={(verdict) => set({ verdict })}
          />
        ) : null}
      </div>
    </>
  );
}

function Among<Word extends string>({
  label,
  value,
  words,
  unknown,
  onChange,
}: {
  label: string;
  value: Word | null;
  words: Record<Word, string>;
  unknown: string;
  onChange: (word: Word | null) => void;
}) {
  const all = Object.keys(words) as Word[];
  return (
    <Small label={label}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={value ?? ''}
          onChange={(event) => onChange(all.find((word) => word === event.target.value) ?? null)}
        >
          <option value="">{unknown}</option>
          {all.map((word) => (
            <option key={word} value={word}>
              {words[word]}
            </option>
          ))}
        </select>
      )}
    </Small>
  );
}

function Small({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label className="lab t12" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
