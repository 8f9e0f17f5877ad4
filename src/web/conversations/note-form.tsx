import { useEffect, useRef, useState } from 'react';
import type { FindingKind } from '#model/finding.ts';
import type { ConversationPage } from '#model/pages.ts';
import { useText } from '../messages/use-text.ts';
import { useSending } from '../ui/use-sending.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { Fields } from './finding-edit.tsx';
import { type FindingForm, formOf } from './finding-form.ts';
import { whoseIsIt } from './noting.ts';
import type { Chosen } from './selected-words.ts';
import type { SpeakerNames } from './speaker-names.ts';

interface Given {
  page: ConversationPage;
  words: Chosen;
  /** What they are; null when that is to be chosen in the form. */
  kind: FindingKind | null;
  names: SpeakerNames;
  onSave: (form: FindingForm) => Promise<void>;
  onLeave: () => void;
}

/** The chosen words, and what they are: the same fields as of a suggestion. Enter saves, Escape leaves. */
export function NoteForm({ page, words, kind, names, onSave, onLeave }: Given) {
  const text = useText();
  const turn = page.turns.find((one) => one.i === words.turn);
  const quote = turn?.text.slice(words.from, words.to) ?? '';
  const shelf = `note.${turn?.id}.${words.from}.${words.to}`;
  const [form, setForm] = useState<FindingForm>(() => {
    const first = kind ?? 'need';
    const kept = readDraft(sessionStorage, shelf, formOf({ kind: first, speaker: whoseIsIt(page.speakers, turn?.speaker ?? 0, first) }));
    return { ...kept, kind: first };
  });
  const { sending, wrong, send } = useSending(async () => {
    await onSave(form);
    dropDraft(sessionStorage, shelf);
  });
  const area = useRef<HTMLFormElement>(null);
  useEffect(() => {
    area.current?.querySelector<HTMLElement>(kind ? 'input, textarea' : 'select')?.focus({ preventScroll: true });
  }, [kind]);
  const set = (change: Partial<FindingForm>) => {
    const next = { ...form, ...change };
    setForm(next);
    keepDraft(sessionStorage, shelf, next);
  };
  return (
    <>
      <div className="said">
        {names.of(turn?.speaker ?? -1)?.side === 'us' ? <p className="m">{quote}</p> : <q className="v v17">{quote}</q>}
      </div>
      {words.cut ? <p className="f t12">{text.noting.cut}</p> : null}
      <form
        ref={area}
        className="edit"
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          dropDraft(sessionStorage, shelf);
          onLeave();
        }}
      >
        <Fields form={form} set={set} names={names} />
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="keys">
          <button type="submit" className="btn p sm" disabled={sending}>
            {text.conversations.save}
          </button>
          <button type="button" className="btn q sm" onClick={onLeave}>
            {text.conversations.cancel}
          </button>
        </div>
      </form>
    </>
  );
}
