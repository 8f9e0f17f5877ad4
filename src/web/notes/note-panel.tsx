import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { NOTE_KINDS, type NoteView } from '#model/note.ts';
import { dropDraft, keepDraft, readDraft } from '../conversations/drafts.ts';
import { useNotesText } from '../messages/notes-text.ts';
import { useDates } from '../messages/use-text.ts';
import { api, ask, refresh } from '../query/api.ts';
import { useSession } from '../query/session.ts';
import { Field } from '../ui/field.tsx';
import { toast } from '../ui/toasts.ts';
import { useSending } from '../ui/use-sending.ts';
import { asField, draftName, draftOf, EMPTY_DRAFT, holdsWords, type NoteDraft, wordsOf } from './note-draft.ts';
import { NoteEditor } from './note-editor.tsx';
import css from './notes.css?inline';
import { useSheet } from './use-sheet.ts';

/** Whom or what a new note is about. */
export interface NoteOf {
  personId?: string;
  organisationId?: string;
  dealId?: string;
  /** As the heading calls it. */
  name: string;
}

/** Write about somebody. Nothing stands before the page: one reads on while one writes, and closing it keeps what was typed. */
export function NewNote({ of, onClose }: { of: NoteOf; onClose: () => void }) {
  const { personId, organisationId, dealId } = of;
  const id = personId ?? organisationId ?? dealId ?? '';
  const about = {
    ...(personId && { people: [personId] }),
    ...(organisationId && { organisations: [organisationId] }),
    ...(dealId && { deals: [dealId] }),
  };
  const text = useNotesText();
  const save = async (draft: NoteDraft) => {
    const note = await ask.notes.write({ ...wordsOf(draft), about });
    toast(note.isPrivate && !draft.isPrivate ? text.keptPrivate : text.kept, () => ask.notes.remove({ id: note.id }).then(refresh));
  };
  return <NoteSheet key={id} of={id} title={text.titleNew(of.name)} empty={EMPTY_DRAFT} save={save} onClose={onClose} />;
}

export function ChangeNote({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: note } = useQuery({ ...api.notes.open.queryOptions({ input: { id } }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  const text = useNotesText();
  if (!note) return null;
  const save = async (draft: NoteDraft) => {
    const before = wordsOf(draftOf(note));
    const now = await ask.notes.change({ id, seen: draft.seen, ...wordsOf(draft, note) });
    toast(text.changed, () => ask.notes.change({ id, seen: now.changedAt, ...before, happenedAt: note.happenedAt }).then(refresh));
  };
  return <NoteSheet of={id} note={note} title={text.titleChange} empty={draftOf(note)} save={save} onClose={onClose} />;
}

interface Given {
  /** Whose draft it is, by id. */
  of: string;
  note?: NoteView;
  title: string;
  empty: NoteDraft;
  save: (draft: NoteDraft) => Promise<void>;
  onClose: () => void;
}

function NoteSheet({ of, note, title, empty, save, onClose }: Given) {
  useSheet(css);
  const text = useNotesText();
  const id = useId();
  const { draft, set, startAfresh, drop, isBack, isKept, round } = useNoteDraft(of, empty);
  const { sending, wrong, send } = useSending(async () => {
    await save(draft);
    drop();
    onClose();
    await refresh();
  });
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send();
    }
    // What Escape closed inside (the names, a link's address) it does not close outside as well.
    if (event.key === 'Escape') onClose();
  };
  return (
    <section className="note-sheet" role="dialog" aria-labelledby={`${id}-title`} onKeyDown={press}>
      <form onSubmit={send}>
        <div className="note-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <button type="button" className="btn ic q" aria-label={text.close} title={text.closeHint} onClick={onClose}>
            <X className="i" aria-hidden="true" />
          </button>
        </div>
        {isBack ? <DraftIsBack typedAt={draft.typedAt} onDrop={startAfresh} /> : null}
        <What draft={draft} set={set} />
        <Field
          label={text.title}
          placeholder={text.titleHint}
          maxLength={300}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <div>
          <span className="lab" aria-hidden="true">
            {text.body}
          </span>
          <NoteEditor
            key={round}
            body={draft.body}
            mentions={note?.mentions ?? []}
            describedBy={`${id}-hint`}
            onChange={(body) => set({ body })}
            onSave={send}
            onEscape={onClose}
          />
          <span className="hint" id={`${id}-hint`}>
            {text.bodyHint} {isKept ? text.draftKept : <span className="harm">{text.notKept}</span>}
          </span>
        </div>
        {wrong ? (
          <p className="hint harm" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="note-ends">
          <label className="row t13" title={text.onlyWhy}>
            <input type="checkbox" checked={draft.isPrivate} onChange={(event) => set({ isPrivate: event.target.checked })} />
            {text.only}
          </label>
          <button type="submit" className="btn p" disabled={sending}>
            {text.save}
            <kbd>⌘↵</kbd>
          </button>
        </div>
      </form>
    </section>
  );
}

function DraftIsBack({ typedAt, onDrop }: { typedAt: string | null; onDrop: () => void }) {
  const text = useNotesText();
  const dates = useDates();
  return (
    <p className="t13 m" role="status">
      {text.draftBack(typedAt ? dates.moment(typedAt) : '')}{' '}
      <button type="button" className="btn q sm" onClick={onDrop}>
        {text.draftDrop}
      </button>
    </p>
  );
}

function What({ draft, set }: { draft: NoteDraft; set: (change: Partial<NoteDraft>) => void }) {
  const text = useNotesText();
  const id = useId();
  const [now] = useState(() => asField(new Date().toISOString()));
  const counts = draft.kind === 'call' || draft.kind === 'meeting';
  return (
    <div className="note-what">
      <div>
        <label className="lab" htmlFor={id}>
          {text.kindLabel}
        </label>
        <select
          id={id}
          className="field"
          value={draft.kind}
          aria-describedby={counts ? `${id}-counts` : undefined}
          onChange={(event) => set({ kind: NOTE_KINDS.find((kind) => kind === event.target.value) ?? 'note' })}
        >
          {NOTE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {text.kind[kind]}
            </option>
          ))}
        </select>
        {counts ? (
          <span className="hint" id={`${id}-counts`}>
            {text.contact}
          </span>
        ) : null}
      </div>
      <Field label={text.when} type="datetime-local" value={draft.when || now} onChange={(event) => set({ when: event.target.value })} />
    </div>
  );
}

/** What is typed, in this browser until it is saved: a reload, a closed tab, a lost session take nothing. */
function useNoteDraft(of: string, empty: NoteDraft) {
  const { member } = useSession();
  const name = draftName(member?.id ?? '', of);
  const [draft, setDraft] = useState(() => readDraft(localStorage, name, empty));
  const [isBack, setBack] = useState(() => holdsWords(draft));
  const [isKept, setKept] = useState(true);
  // The page to write on holds its own text: when that is to be another, it is a new page.
  const [round, setRound] = useState(0);
  const put = (next: NoteDraft) => {
    setDraft(next);
    if (next.typedAt === null) dropDraft(localStorage, name);
    else setKept(keepDraft(localStorage, name, next));
  };
  const text = useNotesText();
  return {
    draft,
    isBack,
    isKept,
    round,
    set: (change: Partial<NoteDraft>) => put({ ...draft, ...change, typedAt: new Date().toISOString() }),
    startAfresh: () => {
      const before = draft;
      put(empty);
      setBack(false);
      setRound(round + 1);
      toast(text.draftDropped, () => {
        put(before);
        setRound(round + 2);
      });
    },
    drop: () => dropDraft(localStorage, name),
  };
}
